import io.coreimage.maven.it.ExampleFiles

ExampleFiles.copy(basedir, 'quickstart', 'demonstration', 'base', 'gadget', 'hello', 'kernel', 'snapd', 'model.json')
return true
