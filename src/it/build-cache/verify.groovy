context.get('shop').close()
List runs = new File(basedir, 'build.log').text.split(/(?m)^.*Apache Maven \d/) as List
def assembled = { int run -> (runs[run] =~ /:assemble \(default-assemble\)/).find() }
assert assembled(2)

// 3: not built, and yet installed, the main artifact by the extension of its format.
assert !assembled(3) && runs[3].contains('Skipping plugin execution (cached): core-image:assemble')
File built = new File(basedir, 'target/core-image')
File got = new File(basedir, 'second/target/core-image')
['pi.img.xz', 'SHA256SUMS', 'seed.manifest'].each { assert new File(got, it).bytes == new File(built, it).bytes : it }
File installed = new File(localRepositoryPath, 'io/coreimage/it/cache/kiosk/1.0')
assert new File(installed, 'kiosk-1.0.img.xz').bytes == new File(built, 'pi.img.xz').bytes
['SHA256SUMS', 'cdx.json', 'model', 'lock'].each { assert new File(installed, "kiosk-1.0.${it}").file : it }
['seed.manifest', 'snaps.manifest', 'image.buildinfo'].each { assert new File(installed, "kiosk-1.0-${it}").file : it }
assert !new File(installed, 'kiosk-1.0.img').exists()

// 4: another format.
assert assembled(4) && new File(got, 'pi.img').file

// 5: another lock.
assert !runs[5].contains('Skipping plugin execution (cached)') && runs[5].contains('core-image.lock')
true
