import io.coreimage.testkit.TestAccounts
import java.util.zip.ZipFile

def store = context.get('store')
String log = new File(basedir, 'build.log').text
assert log.contains('login')
assert log.contains('+ pc-kernel 1021 (22/stable)')
assert log.contains('5 snaps are here and verified, as locked in ')
assert store.requests('/download/').size() == 5
assert store.requests('/download/').every { it.header('Authorization').present }

// No secret in the log, which says all that Maven can say, nor in any file that was made, nor inside the bundle.
String login = (new File(basedir, 'servers.xml').text =~ /<password>(.*)<\/password>/)[0][1]
String key = new File(basedir, 'key.asc').readLines().findAll { it ==~ /[A-Za-z0-9+\/]{60,}/ }[3]
List secrets = [TestAccounts.ROOT, TestAccounts.DISCHARGE, TestAccounts.BOUND, login, key]
def check = { String name, byte[] content ->
    String text = new String(content, 'ISO-8859-1')
    secrets.eachWithIndex { secret, i -> assert !text.contains(secret) : "${name} shows secret ${i}" }
}
int files = 0
basedir.eachFileRecurse { file ->
    if (file.file && !(file.name in ['servers.xml', 'key.asc'])) {
        files++
        check(file.path, file.bytes)
    }
}
new ZipFile(new File(basedir, 'target/core-image/core-image-bundle.zip')).withCloseable { zip ->
    zip.entries().each { check(it.name, zip.getInputStream(it).bytes) }
}
assert files > 20
store.close()
return true
