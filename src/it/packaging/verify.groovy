File output = new File(basedir, 'target/core-image')
def run = { String... command ->
    Process process = new ProcessBuilder(command).directory(output).redirectErrorStream(true).start()
    String said = process.text
    assert process.waitFor() == 0 : "${command}: ${said}"
    said
}
run('xz', '-t', 'pc.img.xz')
run('zstd', '-q', '-t', 'pc.img.zst')
run('gzip', '-t', 'pc.img.gz')
run('qemu-img', 'check', '-q', 'pc.qcow2')
run('qemu-img', 'compare', '-q', 'pc.qcow2', 'pc.img')
run('bmaptool', 'copy', 'pc.img.xz', '../copied.img')
run('cmp', '../copied.img', 'pc.img')
run('sha256sum', '-c', '--strict', 'SHA256SUMS')
assert new File(output, 'SHA256SUMS').readLines().size() == 9

// Installed under the version of the command line, each by the extension of its format.
File repository = new File(localRepositoryPath, 'io/coreimage/it/device/1.2')
// The main artifact has no classifier; everything else of a volume has the volume's name.
['img.xz', 'SHA256SUMS', 'cdx.json', 'model', 'lock', 'pom'].each {
    assert new File(repository, "device-1.2.${it}").file : it
}
['pc.img', 'pc.img.zst', 'pc.img.gz', 'pc.qcow2', 'pc.bmap', 'seed.manifest', 'snaps.manifest', 'gadget.snap', 'image.buildinfo'].each {
    assert new File(repository, "device-1.2-${it}").file : it
}
assert new File(repository, 'device-1.2.img.xz').bytes == new File(output, 'pc.img.xz').bytes

Properties record = new Properties()
new File(output, 'quickstart.buildinfo').withInputStream { record.load(it) }
assert record['artifact-id'] == 'device'
assert record['version'] == '1.2'
['java.version', 'mvn.version', 'core-image.version', 'os.name'].each { assert record[it] : it }
List inputs = record.findAll { it.key ==~ /inputs\.\d+\.filename/ }*.value
assert inputs.containsAll(['model', 'lock', 'snapd_x1.snap', 'demo-pc_x1.snap', 'hello_x1.snap'])
assert record.findAll { it.key ==~ /inputs\.\d+\.checksums\..*/ }.size() == inputs.size()
assert !record.toString().contains(basedir.path)

String log = new File(basedir, 'build.log').text
assert log.contains('up to date')
['sign (default-sign)', 'fetch (default-fetch)', 'assemble (default-assemble)'].each {
    assert log.contains(':' + it) : it
}
true
