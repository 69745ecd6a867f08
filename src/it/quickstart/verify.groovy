File output = new File(basedir, 'target/core-image')
File image = new File(output, 'pc.img')
assert image.file
assert new File(output, 'seed.manifest').text.readLines() == ['core22 x1', 'demo-kernel x1', 'demo-pc x1', 'hello x1', 'snapd x1']
assert new File(output, 'snaps.manifest').file

String log = new File(basedir, 'build.log').text
assert log =~ /volume +partition +name +start +size +file system +used/
assert log =~ /pc +2 +ubuntu-seed +2 MiB +64 MiB +vfat/
assert log.contains('up to date')
assert log.contains('This build trusts further roots')

String qemu = '/usr/bin/qemu-system-x86_64'
if (new File(qemu).canExecute()) {
    // What the README shows, with a limit in case that the machine does not switch itself off.
    Process machine = ['timeout', '120', qemu, '-nographic', '-drive', "file=${image},format=raw,snapshot=on"].execute()
    machine.out.close()
    String screen = machine.text
    ['this machine reads the image', 'partition 1: sector 2048, 1024 KiB, BIOS Boot', 'partition 2: sector 4096, 65536 KiB, ubuntu-seed',
     'system 20261101', 'model: quickstart'].each { assert screen.contains(it) : screen }
} else {
    assert System.getenv('CI') != 'true' : 'qemu-system-x86_64 is not installed; .ci/run has to install it'
}
true
