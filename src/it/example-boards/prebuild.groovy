import io.coreimage.maven.it.DavServer
import io.coreimage.maven.it.ExampleFiles
import io.coreimage.testkit.SeedsShop

ExampleFiles.copy(new File(basedir, 'first'), 'boards')
ExampleFiles.copy(new File(basedir, 'second'), 'boards')

// Three checkouts, none of which sees what another has built: that is where Maven 4 looks first.
['first', 'second', 'consumer'].each { new File(basedir, "${it}/.mvn").mkdirs() }

// What an earlier run downloaded may not answer for the server.
new File(localRepositoryPath, 'com/example/boards').deleteDir()

DavServer server = DavServer.start(new File(basedir, 'server'))
SeedsShop shop = SeedsShop.open(new File(basedir, 'shop').toPath())
context.put('server', server)
context.put('shop', shop)
File options = new File(basedir, 'test.properties')
shop.writeOptions(options.toPath(), new File(basedir, 'cache').toPath())
options << "\ncompany.repository=${server.url()}\n"
return true
