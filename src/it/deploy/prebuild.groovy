import io.coreimage.maven.it.DavServer
import io.coreimage.maven.it.ExampleFiles

File product = new File(basedir, 'product')
ExampleFiles.copy(product, 'quickstart', 'demonstration', 'base', 'gadget', 'hello', 'kernel', 'snapd', 'model.json')
String model = new File(product, 'model.json').text
['a', 'b'].each { board ->
    new File(product, "device-${board}/model.json").text = model.replace('"quickstart"', "\"board-${board}\"")
}
ExampleFiles.copyAll(product, new File(basedir, 'clone'))

// Three checkouts, none of which sees what another has built: that is where Maven 4 looks first.
['product', 'clone', 'consumer'].each { new File(basedir, "${it}/.mvn").mkdirs() }

// What an earlier run downloaded may not answer for the server.
new File(localRepositoryPath, 'io/coreimage/it/deploy').deleteDir()

DavServer server = DavServer.startFor('ci', 'open-pepper', new File(basedir, 'server'))
context.put('server', server)
Properties properties = new Properties()
properties['altDeploymentRepository'] = "dav::${server.url()}".toString()
properties['repository.url'] = server.url()
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
