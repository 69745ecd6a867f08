String log = new File(basedir, 'build.log').text
assert new File(basedir, 'keys/my-models.asc').text.startsWith('-----BEGIN PGP PRIVATE KEY BLOCK-----')
assert (log =~ /Created key "my-models" in the key folder "[^"]*no-project.keys"/).find()
String id = (log =~ /SHA3-384: (\S{64})/)[0][1]
assert (log =~ "my-models  $id  key folder").find()
assert (log =~ /\[\{"name":"my-models","sha3-384":"$id","place":"key folder [^\]]*\}\]/).find()
String request = new File(basedir, 'request.assert').text
assert request.startsWith("type: account-key-request\npublic-key-sha3-384: $id\naccount-id: me\nname: my-models\n")
assert new File(basedir, 'ubuntu-core-18-amd64.model').text.contains("\nsign-key-sha3-384: $id\n")
assert log.contains('display-name: Ubuntu Core 18 (amd64)')
assert log.contains('not trusted: cannot trust model/16/bJzr2XzZ56Qv6Z51HIeziXvxtn1XItIq/ubuntu-core-18-amd64')
assert (log =~ /cannot create key "my-models": the key folder "[^"]*" has one of that name/).find()
assert log.contains('cannot delete key "my-models": it was not confirmed')
assert !log.contains('opensesame')
assert !(log =~ /\n\tat /).find()
