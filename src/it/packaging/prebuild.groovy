import io.coreimage.maven.it.ExampleFiles

ExampleFiles.copy(basedir, 'quickstart', 'demonstration', 'base', 'gadget', 'hello', 'kernel', 'snapd', 'model.json')
new File(basedir, 'gadget/meta/gadget.yaml') << '''  spare:
    schema: gpt
    structure:
      - name: store
        filesystem: ext4
        type: 0FC63DAF-8483-4772-8E79-3D69D8477DE4
        size: 8M
'''
return true
