def stores = context.get('stores')
String shown = basedir.path
// The log of each run, without the lines about Maven itself.
List runs = [''] + (new File(basedir, 'build.log').text.split(/(?m)^.*Apache Maven \d/) as List).tail()
// The sixth has a file of its own; of Maven itself it may say which one it is.
runs.add(6, new File(basedir, 'quiet.log').readLines().findAll { !(it =~ /^(Apache Maven|\d+\.\d+\.\d+\S*$|Maven home|Java version|Default locale|OS name)/) }.join('\n'))
int count = runs.size()
assert count == 10
def requests = { run, path -> stores[run].requests(path) }

// 1: one line for each snap that came, one that says that nothing is locked.
assert runs[1].contains("The build is not locked: the store says what it takes; core-image:lock keeps that in ${shown}${File.separator}core-image.lock")
['pc 10', 'pc-kernel 1021', 'core22 20', 'snapd 30', 'hello 40'].each {
    assert (runs[1] =~ /(?m)^\[INFO\] Fetched ${it} \(\d+ KiB\)$/).count == 1
}
assert runs[1].contains('5 snaps are here and verified, kept in ')
assert new File(basedir, 'target/core-image/core-image.lock').file
assert new File(basedir, 'target/core-image/core-image.assertions').file
assert requests(1, '/v2/snaps/refresh').size() == 1
assert requests(1, '/download/').size() == 5

// 2: written once, then unchanged; the files are here already.
assert runs[2].contains('+ pc-kernel 1021 (22/stable)')
assert runs[2].contains('+ hello 40 (latest/stable)')
assert runs[2].count('Wrote ') == 1
assert runs[2].contains("Nothing changed in ${shown}${File.separator}core-image.lock")
assert requests(2, '/download/').empty
assert !runs[2].contains('Fetched ')

// 3 and 4: not a single request.
[3, 4].each {
    assert runs[it].contains("5 snaps are here and verified, as locked in ${shown}${File.separator}core-image.lock")
    assert !runs[it].contains('Fetched ')
    assert stores[it].requests().empty
}

// 5: everything that is missing, how much it is, and what to do.
assert stores[5].requests().empty
['pc_10', 'pc-kernel_1021', 'core22_20', 'snapd_30', 'hello_40'].each {
    assert (runs[5] =~ /cannot fetch .*${it}\.snap \(\d+ KiB\).*: the build is offline, and the cache lacks these \d+ KiB/).find()
}
assert runs[5].contains('mvn core-image:fetch')

// 6: the locked kernel, although the store has a newer one; no question about assertions or choices; no word.
assert runs[6].replaceAll(/\x1b\[\d*m/, '').blank
assert requests(6, '/download/').collect { it.path() }.sort() == ['core22_20', 'hello_40', 'pc-kernel_1021', 'pc_10', 'snapd_30'].collect { "/download/${it}.snap" }
assert requests(6, '/v2/assertions').empty
assert requests(6, '/v2/snaps/refresh')*.body().every { it.contains('"revision":1021') && !it.contains('"channel"') }
def blobs = { cache ->
    Map found = new TreeMap()
    new File(basedir, cache + '/blobs').eachFileRecurse { if (it.file) found[it.name] = it.bytes.encodeHex().toString() }
    found
}
assert blobs('cache-new').keySet().containsAll(blobs('cache-warm').keySet())
assert blobs('cache-warm').every { name, bytes -> blobs('cache-new')[name] == bytes }

['core-image.lock', 'core-image.assertions'].each {
    assert new File(basedir, 'target/from-later/' + it).bytes == new File(basedir, 'target/from-first/' + it).bytes
}

// 7 and 8: refused, with the reason and the way out.
assert runs[7].contains('it was made for other inputs; since then changed model.snaps.hello.default-channel: "latest/stable" → "latest/edge"')
assert runs[7].contains('core-image:lock')
assert stores[7].requests().empty
assert runs[8].contains('cannot build without a lock: there is no file')
assert runs[8].contains('core-image.requireLock is set')
assert stores[8].requests().empty

// 9: what is new.
assert runs[9].contains('[INFO] pc-kernel 1021 → 1043 (22/stable)')
assert runs[9].contains('revision 0 → 7')
assert runs[9].contains('Wrote ')
assert requests(9, '/download/').collect { it.path() } == ['/download/pc-kernel_1043.snap']
assert new File(basedir, 'core-image.lock').text.contains('"1043"')

stores.values()*.close()
return true
