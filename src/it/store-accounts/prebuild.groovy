import io.coreimage.testkit.Stock
import io.coreimage.testkit.TestStore

TestStore store = TestStore.over(Stock.empty())
store.accounts().requireSecondFactor()
context.put('store', store)
Properties properties = new Properties()
properties['core-image.loginUrl'] = store.ssoUrl()
properties['core-image.dashboardUrl'] = store.url()
properties['core-image.credentialsFile'] = new File(basedir, 'login').path
properties['core-image.cacheDirectory'] = new File(basedir, 'cache').path
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
