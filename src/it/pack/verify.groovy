byte[] snap = new File(basedir, 'target/greeting_1.10_all.snap').bytes
assert snap.length == 16384
assert new String(snap, 0, 4, 'US-ASCII') == 'hsqs'
assert snap[20] == 4 : 'xz'
assert snap == new File(basedir, 'again.snap').bytes
assert new File(basedir, 'gzip.snap').bytes[20] == 1 : 'gzip'
File installed = new File(localRepositoryPath, 'io/coreimage/it/pack/1.0/pack-1.0.snap')
assert installed.bytes == snap
String log = new File(basedir, 'build.log').text
assert log.contains('Packed greeting 1.10 as ')
assert log.contains('bad": line 6: command of app "say" names "bin/say", which is no file of the snap')
assert log.contains('cannot write a squashfs with compression "lzma": not one that is written')
assert new File(basedir, 'target/greeting+extras_2.comp').bytes[20] == 6 : 'zstd'
assert log.contains('Packed greeting+extras 2 as ')
assert log.contains('Nothing changed: ') && log.contains('greeting_1.10_all.snap is up to date')
