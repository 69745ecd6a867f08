import io.coreimage.testkit.SmallShop
import io.coreimage.testkit.TestStore

SmallShop shop = new SmallShop(new File(basedir, 'shop').toPath(), 4000)
shop.equip(basedir.toPath())
File model = new File(basedir, 'model.json')
model.text = model.text.replace('"grade": "signed"', '"grade": "dangerous"')
new File(localRepositoryPath, 'it/artifact').deleteDir()
TestStore store = TestStore.over(shop.first())
context.put('store', store)
Properties properties = new Properties()
properties['core-image.storeUrl'] = store.url()
properties['core-image.cacheDirectory'] = new File(basedir, 'cache').path
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
