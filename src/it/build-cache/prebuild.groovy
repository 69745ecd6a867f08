import io.coreimage.maven.it.ExampleFiles
import io.coreimage.testkit.SeedsShop

ExampleFiles.copy(basedir, 'pi-kiosk', 'my-pi3.json')
['.mvn/extensions.xml', 'pom.xml', 'my-pi3.json'].each { name ->
    ['second', 'third'].each { clone ->
        File copy = new File(basedir, "${clone}/${name}")
        copy.parentFile.mkdirs()
        copy.bytes = new File(basedir, name).bytes
    }
}
// The lock is made by the first run, and committed for the second clone. In the third one somebody has spoiled it.
new File(basedir, 'second').with { clone ->
    ['core-image.lock', 'core-image.assertions'].each {
        java.nio.file.Files.createSymbolicLink(new File(clone, it).toPath(), new File(basedir, it).toPath())
    }
}
new File(basedir, 'third/core-image.lock').text = '{}'
new File(localRepositoryPath, 'io/coreimage/it/cache').deleteDir()
SeedsShop shop = SeedsShop.open(new File(basedir, 'shop').toPath())
context.put('shop', shop)
File options = new File(basedir, 'test.properties')
shop.writeOptions(options.toPath(), new File(basedir, 'cache').toPath())
options << "\nmaven.build.cache.location=${new File(basedir, 'build-cache').path}\n"
return true
