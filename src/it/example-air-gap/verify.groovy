import java.nio.file.Files

context.get('shop').close()
File outside = new File(basedir, 'target/core-image')
File inside = new File(basedir, 'inside/target')
assert new File(inside, 'core-image/seed.manifest').text == new File(outside, 'seed.manifest').text
['core-image', 'signed-outside'].each {
    assert Files.mismatch(new File(inside, "${it}/pc.img").toPath(), new File(outside, 'pc.img').toPath()) == -1 : it
}
true
