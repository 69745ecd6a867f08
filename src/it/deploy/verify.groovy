import java.security.MessageDigest

def server = context.get('server')
server.close()

def sha256 = { File file -> MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString() }
File deployed = new File(server.repository(), 'io/coreimage/it/deploy')
File a = new File(deployed, 'device-a/1.0')
['img.xz', 'SHA256SUMS', 'cdx.json', 'model', 'lock', 'pom'].each { assert new File(a, "device-a-1.0.${it}").file : it }
['pc.bmap', 'seed.manifest', 'snaps.manifest', 'image.buildinfo'].each { assert new File(a, "device-a-1.0-${it}").file : it }
File b = new File(deployed, 'device-b/1.0')
assert new File(b, 'device-b-1.0.img.zst').file
assert !new File(b, 'device-b-1.0-pc.img').exists() : 'not attached'
assert new File(basedir, 'product/device-b/target/core-image/pc.img').file : 'but made'
['gadget', 'kernel', 'base', 'snapd', 'hello'].each { assert new File(deployed, "parts/1.0/parts-1.0-${it}.snap").file : it }

// What another project gets is what a second clone makes.
File got = new File(basedir, 'consumer/target/dependency')
assert sha256(new File(got, 'device-a-1.0.img.xz')) == sha256(new File(basedir, 'clone/device-a/target/core-image/pc.img.xz'))
assert sha256(new File(got, 'device-b-1.0.img.zst')) == sha256(new File(basedir, 'clone/device-b/target/core-image/pc.img.zst'))
assert server.requests().any { it.contains('"GET /io/coreimage/it/deploy/device-a/1.0/device-a-1.0.img.xz ') }

// The sums name the files as the build leaves them; nothing that is deployed knows where it was built.
assert new File(a, 'device-a-1.0.SHA256SUMS').text.contains(sha256(new File(a, 'device-a-1.0.img.xz')) + '  pc.img.xz\n')
a.eachFile { file -> assert !file.getText('ISO-8859-1').contains(basedir.path) : file }

// All that was given or taken was so for the name in settings.xml, whose password nothing tells.
def served = server.requests().findAll { it =~ /" 20\d / }
assert served.size() > 20 && served.every { it.contains(' - ci [') }
assert !new File(basedir, 'build.log').text.contains('open-pepper')
true
