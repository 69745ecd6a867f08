import groovy.json.JsonSlurper

def store = context.get('store')
List runs = [''] + (new File(basedir, 'build.log').text.split(/(?m)^.*Apache Maven \d/) as List).tail()
assert runs.size() == 7
def hello = { String lock -> new JsonSlurper().parse(new File(basedir, lock)).snaps.find { it.name == 'hello' } }

// 1: the module's own snap, which may be another one in the next build.
assert runs[1].contains('Using file it.artifact:app:1:snap for snap hello')
assert new File(localRepositoryPath, 'it/artifact/app/1/app-1.snap').file

// 2: a release never changes.
assert runs[2].contains('+ hello x1 (file it.artifact:app:1:snap)')
Map pinned = hello('device/core-image.lock')
assert pinned.file == 'it.artifact:app:1:snap'
assert pinned['sha3-384'].length() == 64 && !pinned.floating

// 4: and when it did, the lock says so.
assert runs[4].contains('its files and assertions say otherwise: hello x1 (file it.artifact:app:1:snap), another file')

// 5: a floating one is kept by name and origin only.
Map floating = hello('device/target/core-image/core-image.lock')
assert floating.floating && floating.file == 'it.artifact:app:1:snap' && floating['sha3-384'] == null

// 6: the coordinates, and what to do.
assert runs[6].contains('cannot find artifact "it.artifact:app:9:snap"')
assert runs[6].contains('Build or deploy it first')

// The store is asked for all others, and never for this one.
assert store.requests('/download/').every { !it.path().contains('hello') }
store.close()
return true
