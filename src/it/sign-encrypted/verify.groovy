String log = new File(basedir, 'build.log').text
assert new File(basedir, 'ubuntu-core-18-amd64.model').text.contains('\n\nAcLBUgQAAQoABgUC')
// Maven 4 does not even start where a password of the settings cannot be decrypted.
assert log.contains('cannot use the server "core-image.key.vector-key" of settings.xml: ') || log.contains('Could not decrypt password')
assert !new File(basedir, 'second.model').exists()
assert !log.contains('opensesame')
