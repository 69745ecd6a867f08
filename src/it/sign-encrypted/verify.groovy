String log = new File(basedir, 'build.log').text
assert new File(basedir, 'ubuntu-core-18-amd64.model').text.contains('\n\nAcLBUgQAAQoABgUC')
assert log.contains('cannot use the server "core-image.key.vector-key" of settings.xml: ')
assert !new File(basedir, 'second.model').exists()
assert !log.contains('opensesame')
