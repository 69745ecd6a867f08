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
assert new File(output, 'SHA256SUMS').readLines().size() == 8

// Installed under the version of the command line, each by the extension of its format.
File repository = new File(localRepositoryPath, 'io/coreimage/it/device/1.2')
['img.xz', 'img', 'img.zst', 'img.gz', 'qcow2', 'bmap', 'SHA256SUMS', 'model', 'lock', 'pom'].each {
    assert new File(repository, "device-1.2.${it}").file : it
}
['seed.manifest', 'snaps.manifest', 'gadget.snap'].each {
    assert new File(repository, "device-1.2-${it}").file : it
}
assert new File(repository, 'device-1.2.img.xz').bytes == new File(output, 'pc.img.xz').bytes

String log = new File(basedir, 'build.log').text
assert log.contains('up to date')
['sign (default-sign)', 'fetch (default-fetch)', 'assemble (default-assemble)'].each {
    assert log.contains(':' + it) : it
}
true
