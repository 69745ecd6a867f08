import io.coreimage.testkit.SmallShop
import io.coreimage.testkit.TestAccounts
import io.coreimage.testkit.TestStore

SmallShop shop = new SmallShop(new File(basedir, 'shop').toPath(), 4000)
shop.equip(basedir.toPath())
TestStore store = TestStore.over(shop.first())
store.accounts().bePrivate()
context.put('store', store)
Properties properties = new Properties()
properties['core-image.storeUrl'] = store.url()
properties['core-image.cacheDirectory'] = new File(basedir, 'cache').path
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
String login = ('{"t":"u1-macaroon","v":{"r":"' + TestAccounts.ROOT + '","d":"' + TestAccounts.DISCHARGE + '"}}').bytes.encodeBase64().toString()
new File(basedir, 'servers.xml').text = """<settings>
  <servers>
    <server>
      <id>127.0.0.1</id>
      <password>${login}</password>
    </server>
  </servers>
</settings>
"""
return true
