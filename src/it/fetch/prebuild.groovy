import io.coreimage.testkit.SmallShop
import io.coreimage.testkit.TestStore

SmallShop shop = new SmallShop(new File(basedir, 'shop').toPath(), 40000)
shop.equip(basedir.toPath())
new File(basedir, 'other.json').text = new File(basedir, 'model.json').text.replaceFirst(/("name": "hello"[^}]*)latest.stable/, '$1latest/edge')
def first = shop.first()
def later = shop.later()
Map stores = [:]
[1: [first, 'warm'], 2: [first, 'warm'], 3: [later, 'warm'], 4: [later, 'warm'], 5: [later, 'empty'], 6: [later, 'new'],
 7: [later, 'new'], 8: [later, 'new'], 9: [later, 'new']].each { run, place ->
    stores[run] = TestStore.over(place[0])
    Properties properties = new Properties()
    properties['core-image.storeUrl'] = stores[run].url()
    properties['core-image.cacheDirectory'] = new File(basedir, 'cache-' + place[1]).path
    new File(basedir, "run-${run}.properties").withOutputStream { properties.store(it, null) }
}
context.put('stores', stores)
return true
