String inPom = new File(basedir, 'target/sensor-24.model').text
assert inPom == new File(basedir, 'target/from-yaml.model').text
assert inPom.contains('\nserial-authority:\n  - generic\n')
assert inPom.contains('\n    components:\n      nvidia:\n        modes:\n          - run\n        presence: optional\n      wifi: required\n')
assert !new File(basedir, 'build.log').text.contains('opensesame')
