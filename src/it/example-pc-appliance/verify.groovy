context.get('shop').close()
String log = new File(basedir, 'build.log').text
assert log.contains('7 snaps are here and verified, as locked in ')
assert log =~ /hello-world +6.4 +29 +stable +canonical. +-/
File output = new File(basedir, 'target/core-image')
assert new File(output, 'seed.manifest').text.readLines() ==
    ['core 8689', 'core18 1668', 'hello 38', 'hello-world 29', 'pc 36', 'pc-kernel 399', 'snapd 6434']
assert new File(output, 'pc.img.xz').file
assert new File(output, 'SHA256SUMS').readLines().size() >= 2
assert new File(basedir, 'target/appliance.model').text.contains('\nstore: my-brand-store\n')
assert new File(basedir, 'target/brand-store/seed.manifest').text.contains('network-manager 417\n')
true
