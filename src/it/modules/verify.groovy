def store = context.get('store')
def downloads = { store.requests('/download/').collect { it.path() }.sort() }
List once = ['core22_20', 'hello_40', 'pc-kernel_1021', 'pc_10', 'snapd_30'].collect { "/download/${it}.snap".toString() }

// Each file crossed the wire once for all eight, and each of them has its lock.
assert downloads() == once
assert new File(basedir, 'build.log').text.count('5 snaps are here and verified') == 8
List locks = (1..8).collect { new File(basedir, "m${it}/target/core-image/core-image.lock").text }
assert locks.toSet().size() == 1

// Two Mavens at once, and an empty cache.
store.forget()
String maven = new File(System.getProperty('maven.home'), 'bin/mvn' + (File.separator == '\\' ? '.cmd' : '')).path
List mavens = [1, 2].collect {
    new ProcessBuilder(maven, '-B', '-f', "m${it}/pom.xml", "-Dmaven.repo.local=${localRepositoryPath}".toString(),
            '-Daether.enhancedLocalRepository.trackingFilename=none', "-Dcore-image.storeUrl=${store.url()}".toString(),
            "-Dcore-image.cacheDirectory=${new File(basedir, 'second-cache')}".toString(), 'process-resources')
            .directory(basedir).redirectErrorStream(true).redirectOutput(new File(basedir, "maven-${it}.log")).start()
}
mavens.eachWithIndex { process, i -> assert process.waitFor() == 0 : new File(basedir, "maven-${i + 1}.log").text }
assert downloads() == once
[1, 2].each { assert new File(basedir, "maven-${it}.log").text.contains('5 snaps are here and verified') }
store.close()
return true
