import io.coreimage.testkit.SmallShop
import io.coreimage.testkit.TestStore
import java.time.Duration

SmallShop shop = new SmallShop(new File(basedir, 'shop').toPath(), 600000)
shop.equip(basedir.toPath())
(1..8).each {
    File module = new File(basedir, 'm' + it)
    module.mkdirs()
    new File(module, 'pom.xml').text = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>it</groupId>
    <artifactId>modules</artifactId>
    <version>1</version>
  </parent>
  <artifactId>m${it}</artifactId>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>io.coreimage</groupId>
        <artifactId>core-image-maven-plugin</artifactId>
      </plugin>
    </plugins>
  </build>
</project>
"""
}
// About two seconds for each file, so that those who need the same one meet.
TestStore store = TestStore.over(shop.first()).slowedDown(Duration.ofMillis(40))
context.put('store', store)
Properties properties = new Properties()
properties['core-image.storeUrl'] = store.url()
properties['core-image.cacheDirectory'] = new File(basedir, 'cache').path
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
