File model = new File(basedir, 'target/my-pi3.model')
String text = model.text
assert text.startsWith('type: model\nauthority-id: VectorBrandAccountId000000000001\nseries: 16\n')
assert text.contains('\ntimestamp: 2026-02-03T04:05:06Z\n')
assert text.contains('\nsign-key-sha3-384: PCYOQwiHySvGi0L6V1ddqWfEQHrU14q0yf-pBLeppt0YTBf1ecu7UwGFW6dPoDtr\n\nAcLBUgQAAQoABgUC')
assert text == new File(basedir, 'again.model').text
String log = new File(basedir, 'build.log').text
assert log.count('Signed model ') == 2
assert log.count('Model already signed: ') == 1
assert !log.contains('WARNING')
