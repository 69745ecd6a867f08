import io.coreimage.maven.it.DavServer

return DavServer.isInstalled()
