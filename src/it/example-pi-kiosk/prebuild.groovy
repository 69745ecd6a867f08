import io.coreimage.maven.it.ExampleFiles
import io.coreimage.testkit.SeedsShop

ExampleFiles.copy(basedir, 'pi-kiosk')
SeedsShop shop = SeedsShop.open(new File(basedir, 'shop').toPath())
context.put('shop', shop)
shop.writeOptions(new File(basedir, 'test.properties').toPath(), new File(basedir, 'cache').toPath())
return true
