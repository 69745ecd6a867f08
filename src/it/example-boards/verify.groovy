import groovy.json.JsonSlurper
import java.security.MessageDigest

context.get('shop').close()
context.get('server').close()
def sha256 = { File file -> MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString() }

File deployed = new File(context.get('server').repository(), 'com/example/boards')
File a = new File(deployed, 'board-a/1.0')
['img.xz', 'SHA256SUMS', 'cdx.json', 'model', 'lock', 'pom'].each { assert new File(a, "board-a-1.0.${it}").file : it }
['board-a.bmap', 'seed.manifest', 'snaps.manifest', 'image.buildinfo'].each { assert new File(a, "board-a-1.0-${it}").file : it }

// The bill of materials names every snap of the image, the build record the digest of everything that went into it.
def bill = new JsonSlurper().parse(new File(a, 'board-a-1.0.cdx.json'))
assert bill.bomFormat == 'CycloneDX' && bill.specVersion == '1.6'
assert bill.components.findAll { it.version }*.name.containsAll(['acme-counter', 'acme-gadget', 'core22', 'pc-kernel', 'snapd'])
Properties record = new Properties()
new File(a, 'board-a-1.0-image.buildinfo').withInputStream { record.load(it) }
List inputs = record.findAll { it.key ==~ /inputs\.\d+\.filename/ }*.value
assert inputs.containsAll(['model', 'lock'])
['acme-counter_', 'acme-gadget_', 'core22_', 'pc-kernel_', 'snapd_'].each { name -> assert inputs.any { it.startsWith(name) } : name }
assert record.findAll { it.key ==~ /inputs\.\d+\.checksums\..*/ && it.value }.size() == inputs.size()
assert new File(deployed, 'gadget/1.0/gadget-1.0.snap').file
assert new File(deployed, 'app/1.0/app-1.0.snap').file
assert !new File(deployed, 'board-b').exists() : 'only one board was released'

// What another project gets by coordinates is what a second clone makes.
File got = new File(basedir, 'consumer/target/dependency/board-a-1.0.img.xz')
assert sha256(got) == sha256(new File(basedir, 'second/board-a/target/core-image/board-a.img.xz'))
assert context.get('server').requests().any { it.contains('"GET /com/example/boards/board-a/1.0/board-a-1.0.img.xz ') }

assert new File(basedir, 'second/board-a/target/core-image/seed.manifest').text.readLines() ==
    ['acme-counter x1', 'acme-gadget x1', 'core22 1122', 'pc-kernel 1668', 'snapd 6434']
assert new File(basedir, 'first/board-b/target/core-image/seed.manifest').text.readLines() ==
    ['acme-counter x1', 'core22 1122', 'pi 132', 'pi-kernel 667', 'snapd 6434']
assert new File(basedir, 'first/board-b/target/core-image/pi.img').file
true
