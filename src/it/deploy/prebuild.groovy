import io.coreimage.maven.it.DavServer
import io.coreimage.maven.it.ExampleFiles

File product = new File(basedir, 'product')
ExampleFiles.copy(product, 'quickstart', 'demonstration', 'base', 'gadget', 'hello', 'kernel', 'snapd', 'model.json')
String model = new File(product, 'model.json').text
['a', 'b'].each { board ->
    new File(product, "device-${board}/model.json").text = model.replace('"quickstart"', "\"board-${board}\"")
}
ExampleFiles.copyAll(product, new File(basedir, 'clone'))

// What an earlier run downloaded may not answer for the server.
new File(localRepositoryPath, 'io/coreimage/it/deploy').deleteDir()

DavServer server = DavServer.start(new File(basedir, 'server'))
context.put('server', server)
Properties properties = new Properties()
properties['altDeploymentRepository'] = "dav::${server.url()}".toString()
properties['repository.url'] = server.url()
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
