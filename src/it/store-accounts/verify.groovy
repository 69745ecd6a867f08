import io.coreimage.testkit.TestAccounts

def store = context.get('store')
String log = new File(basedir, 'build.log').text
assert log.contains('cannot ask who you are: there is no login')
assert (log =~ /Logged in; the login is in file "[^"]*login"/).find()
assert log.contains('Account id:  ' + TestAccounts.ACCOUNT_ID)
assert log.contains('E-mail:      dev@example.com')
assert log.contains('Permissions: package_access')
assert (log =~ /Expires:     2027-01-01T00:00:00Z, in -?[0-9]+ days/).find() || log.contains('which is over')
assert log.contains('BWDEoaqyr25nF5SNCvEv2v7QnM9QsfCc0PBMYD_i2NGSQ32EF2d4D0hqUel3m8ul  my-models  since 2024-01-01T00:00:00Z')
String id = (log =~ /SHA3-384: (\S{64})/)[0][1]
assert log.contains('Registered key "my-models" for account ' + TestAccounts.ACCOUNT_ID)
assert store.accounts().keys().size() == 1
assert store.accounts().keys()[0].contains("public-key-sha3-384: $id\n")
assert store.accounts().keys()[0].contains("account-id: ${TestAccounts.ACCOUNT_ID}\n")
assert log.contains('Cached: 0 files, 0 B')
assert log.contains('cannot do "burn" with the cache: no such action')
assert log.contains('cannot take a password from the POM or the command line')
assert (log =~ /Removed the login in file "[^"]*login"/).find()
assert log.contains('Maven works offline (-o)')
assert !new File(basedir, 'login').exists()

// A login for a build server is the text that other tools take too.
String exported = new File(basedir, 'for-ci.txt').text.trim()
String json = new String(exported.decodeBase64())
assert json == '{"t":"u1-macaroon","v":{"r":"' + TestAccounts.ROOT + '","d":"' + TestAccounts.DISCHARGE + '"}}'

// No secret in any log, even with -X, nor in any file but the one that was asked for.
List secrets = [TestAccounts.PASSWORD, TestAccounts.OTP, TestAccounts.ROOT, TestAccounts.DISCHARGE, TestAccounts.BOUND, 'opensesame', exported]
basedir.eachFileRecurse { file ->
    if (file.isFile() && !(file.name =~ /(for-ci.txt|invoker.properties|.*\.groovy)$/)) {
        secrets.each { secret -> assert !file.getText('ISO-8859-1').contains(secret) : "${file} shows a secret" }
    }
}
store.close()
