import java.security.MessageDigest
import java.util.zip.ZipFile

def store = context.get('store')
def digest = { File file ->
    MessageDigest sha = MessageDigest.getInstance('SHA-256')
    file.eachByte(1 << 20) { bytes, length -> sha.update(bytes, 0, length) }
    sha.digest().encodeHex().toString()
}
File here = new File(basedir, 'target/core-image')
File there = new File(basedir, 'elsewhere/target/core-image')
assert new ZipFile(new File(here, 'core-image-bundle.zip')).withCloseable { zip -> zip.entries().collect { it.name } }.count { it.endsWith('.snap') } == 5

// One build chooses once, whatever goals it has; and the other one needs nobody.
assert store.requests('/v2/snaps/refresh').size() == 1
assert store.requests('/download/').size() == 5

['pc.img', 'seed.manifest', 'snaps.manifest', 'core-image.lock', 'core-image.assertions'].each {
    assert digest(new File(here, it)) == digest(new File(there, it)) : it
}
assert new File(here, 'pc.img').length() > (144 << 20)
store.close()
return true
