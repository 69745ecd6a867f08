import io.coreimage.testkit.SmallShop
import io.coreimage.testkit.TestStore

SmallShop shop = new SmallShop(new File(basedir, 'shop').toPath(), 40000)
shop.equip(basedir.toPath())
File elsewhere = new File(basedir, 'elsewhere')
shop.equip(elsewhere.toPath())
String pom = new File(basedir, 'pom.xml').text
new File(elsewhere, 'pom.xml').text = pom.replace('<goal>bundle</goal>', '')
        .replace('<trusted>', '<bundle>../target/core-image/core-image-bundle.zip</bundle><trusted>')
TestStore store = TestStore.over(shop.first())
context.put('store', store)
def write = { name, values ->
    Properties properties = new Properties()
    properties.putAll(values)
    new File(basedir, name).withOutputStream { properties.store(it, null) }
}
write('online.properties', ['core-image.storeUrl': store.url(), 'core-image.cacheDirectory': new File(basedir, 'cache').path])
write('offline.properties', ['core-image.cacheDirectory': new File(basedir, 'empty-cache').path])
return true
