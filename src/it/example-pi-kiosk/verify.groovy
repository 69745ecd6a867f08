context.get('shop').close()
File target = new File(basedir, 'target')
assert new File(target, 'my-pi3.model').text.contains('\nbrand-id: bJzr2XzZ56Qv6Z51HIeziXvxtn1XItIq\n')
assert new File(target, 'core-image/seed.manifest').text.readLines() ==
    ['core18 1668', 'network-manager 417', 'pi 17', 'pi-kernel 73', 'snapd 6434']
assert new File(target, 'uc22/seed.manifest').text.readLines() ==
    ['core22 1122', 'network-manager 1000', 'pi 132', 'pi-kernel 667', 'snapd 6434']
['core-image', 'uc22'].each { folder ->
    byte[] start = new byte[512]
    new File(target, "${folder}/pi.img").withDataInputStream { it.readFully(start) }
    assert start[510] == (byte) 0x55 && start[511] == (byte) 0xAA : 'an MBR, as a Pi wants it'
    assert start[450] == (byte) 0x0C : 'its first partition is FAT32'
}
true
