import io.coreimage.maven.it.ExampleFiles
import io.coreimage.testkit.SeedsShop

ExampleFiles.copy(basedir, 'air-gap')
File inside = new File(basedir, 'inside')
ExampleFiles.copy(inside, 'air-gap')
SeedsShop shop = SeedsShop.open(new File(basedir, 'shop').toPath())
context.put('shop', shop)
shop.writeOptions(new File(basedir, 'outside.properties').toPath(), new File(basedir, 'cache').toPath())
Properties options = new Properties()
options['core-image.cacheDirectory'] = new File(basedir, 'cache-inside').path
options['core-image.keyStore'] = shop.keyFolder().toString()
options['core-image.trusted'] = shop.rootFile().toString()
new File(basedir, 'inside.properties').withOutputStream { options.store(it, null) }
return true
