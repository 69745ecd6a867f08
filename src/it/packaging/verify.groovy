File output = new File(basedir, 'target/core-image')
def isHere = { String program ->
    System.getenv('PATH').split(File.pathSeparator).any { new File(it, program).canExecute() }
}
// Programs that others wrote judge every form; a laptop without one of them goes without its judgement, CI does not.
def run = { String... command ->
    if (!isHere(command[0]) && System.getenv('CI') != 'true') {
        println "Skipped, since this machine has no ${command[0]}: ${command}"
        return
    }
    Process process = new ProcessBuilder(command).directory(output).redirectErrorStream(true).start()
    String said = process.text
    assert process.waitFor() == 0 : "${command}: ${said}"
}
run('xz', '-t', 'pc.img.xz')
run('zstd', '-q', '-t', 'pc.img.zst')
run('gzip', '-t', 'pc.img.gz')
run('qemu-img', 'check', '-q', 'pc.qcow2')
run('qemu-img', 'compare', '-q', 'pc.qcow2', 'pc.img')
if (isHere('bmaptool') || System.getenv('CI') == 'true') {
    run('bmaptool', 'copy', 'pc.img.xz', '../copied.img')
    run('cmp', '../copied.img', 'pc.img')
}
run('sha256sum', '-c', '--strict', 'SHA256SUMS')
assert new File(output, 'SHA256SUMS').readLines().size() == 15

// Installed under the version of the command line, each by the extension of its format.
File repository = new File(localRepositoryPath, 'io/coreimage/it/device/1.2')
// The main artifact is of the volume with the seed and has no classifier; everything else of a volume has the volume's name.
['img.xz', 'SHA256SUMS', 'cdx.json', 'model', 'lock', 'pom'].each {
    assert new File(repository, "device-1.2.${it}").file : it
}
['pc.img', 'pc.img.zst', 'pc.img.gz', 'pc.qcow2', 'pc.bmap',
 'spare.img.xz', 'spare.img', 'spare.img.zst', 'spare.img.gz', 'spare.qcow2', 'spare.bmap', 'seed.manifest', 'snaps.manifest', 'gadget.snap', 'image.buildinfo'].each {
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

// Quiet is quiet; only Maven may say which one it is.
List said = new File(basedir, 'quiet.log').readLines()*.replaceAll(/\x1b\[\d*m/, '')
assert said.every { it.blank || it =~ /^(Apache Maven|\d+\.\d+\.\d+\S*$|Maven home|Java version|Default locale|OS name)/ }

// With a name from the user each volume's own stands behind it; what is inside is the same.
File offline = new File(basedir, 'target/offline')
['pc', 'spare'].each { volume ->
    ['img', 'img.xz'].each { format ->
        assert new File(offline, "kiosk-${volume}.${format}").bytes == new File(output, "${volume}.${format}").bytes
    }
}

assert log.contains('cannot attach what two executions build: the executions "')
assert !new File(basedir, 'target/twins').exists()
assert log =~ /cannot attach "\S+twin\.snap": "\S+demo-pc_1_amd64\.snap" has the same type snap and the same classifier gadget/
true
