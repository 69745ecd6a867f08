def stores = context.get('stores')
List runs = [''] + (new File(basedir, 'build.log').text.split(/(?m)^.*Apache Maven \d/) as List).tail()
assert runs.size() == 4
List all = ['core22_20', 'hello_40', 'pc-kernel_1021', 'pc_10', 'snapd_30'].collect { "/download/${it}.snap".toString() }

// 1: all comes from the store, and all goes to the repository.
assert stores[1].requests('/download/').collect { it.path() }.sort() == all
['pc:snap:10', 'pc-kernel:snap:1021', 'core22:snap:20', 'snapd:snap:30'].each {
    assert runs[1].contains("Deployed it.mirror.snaps:${it} to the mirror farm")
}
assert new File(basedir, 'farm/it/mirror/snaps/pc-kernel/1021/pc-kernel-1021.snap').file
assert (runs[1] =~ /\[WARNING\] Passed over hello_40\.snap in the mirror: .*bytes/).find()
assert runs[1].contains('Deployed it.mirror.snaps:hello:snap:40 to the mirror farm')

// 2: the next machine. What an earlier Maven had taken for hello is still in the local repository, and still not believed.
assert stores[2].requests('/download/').collect { it.path() } in [[], ['/download/hello_40.snap']]
assert runs[2].contains('5 snaps are here and verified, as locked in ')

// 3: nobody is asked; only the one that is another file in the local repository is missing.
assert runs[3] =~ /cannot fetch hello_40\.snap \([^)]*\): the build is offline/
new File(basedir, 'cache-2/blobs').eachFileRecurse { assert !it.file || new File(basedir, "cache-1/blobs/${it.parentFile.name}/${it.name}").bytes == it.bytes }
assert stores[3].requests().empty
stores.values().each { it.close() }
return true
