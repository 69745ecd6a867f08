String log = new File(basedir, 'build.log').text
new File(basedir, 'garbage.json').delete()
[
    'cannot use model "broken.json": line 4: it is not JSON',
    'Mend the file; a comma too many or too few, or a missing quote, are the usual reasons.',
    'cannot use model "number.json": line 10: "revision" is the number 2, not a text',
    'Headers are texts: write "2" in quotes.',
    'cannot use model "duplicate.json": line 6: "model" stands there twice',
    'cannot find key "mymodels": it is not in key folder',
    'make one with core-image:create-key',
    'locked-key.asc": the passphrase is wrong',
    'Check where it comes from: the environment variable, the server in settings.xml, or what was typed.',
    'cannot take a passphrase from the POM or the command line',
    'it has 2048 bits, at least 4096 are needed',
    'Make a new key with core-image:create-key and register it for your account.',
    'cannot trust model/16/VectorOtherAccountId000000000001/vector-core-18-amd64',
    'cannot trust model/16/VectorBrandAccountId000000000001/vector-core-18-amd64',
    'garbage.json": it is larger than 1 MiB',
    'the text is not the one that was signed',
    'Get it again from whoever signed it; not a byte of it may be changed.',
    'model/16/VectorBrandAccountId000000000001/vector-core-18-amd64: trusted'
].each { sentence -> assert log.contains(sentence) }
assert log.count('BUILD FAILURE') == 11
assert log.count('BUILD SUCCESS') == 1
// A stack trace has lines like these; -e was not given.
assert !(log =~ /\n\s+at [a-z]+\./).find()
assert !(log =~ /Caused by|Exception:/).find()
assert !log.contains('open-pepper')
assert basedir.list().findAll { it.endsWith('.model') }.sort() == ['good.model', 'somebody-else.model', 'tampered.model', 'truncated.model']
