import io.coreimage.testkit.SmallShop
import io.coreimage.testkit.TestStore
import java.security.MessageDigest

SmallShop shop = new SmallShop(new File(basedir, 'shop').toPath(), 40000)
shop.equip(basedir.toPath())
// What an earlier run of this test left in the local repository would be found there.
new File(localRepositoryPath, 'it/mirror/snaps').deleteDir()
File farm = new File(basedir, 'farm')
File wrong = new File(farm, 'it/mirror/snaps/hello/40/hello-40.snap')
wrong.parentFile.mkdirs()
wrong.bytes = new byte[1000]
// Maven 4 takes nothing without a checksum.
new File(wrong.path + '.sha1').text = MessageDigest.getInstance('SHA-1').digest(wrong.bytes).encodeHex().toString()
def first = shop.first()
Map stores = [:]
(1..3).each { run ->
    stores[run] = TestStore.over(first)
    Properties properties = new Properties()
    properties['core-image.storeUrl'] = stores[run].url()
    properties['core-image.cacheDirectory'] = new File(basedir, "cache-${run}").path
    properties['farm.url'] = farm.toURI().toString()
    if (run == 1) {
        properties['core-image.mirrorRepository'] = 'farm::' + farm.toURI()
    }
    new File(basedir, "run-${run}.properties").withOutputStream { properties.store(it, null) }
}
context.put('stores', stores)
return true
