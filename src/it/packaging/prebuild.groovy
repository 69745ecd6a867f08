import io.coreimage.maven.it.ExampleFiles

ExampleFiles.copy(basedir, 'quickstart', 'pom.xml', 'README.md')
return true
