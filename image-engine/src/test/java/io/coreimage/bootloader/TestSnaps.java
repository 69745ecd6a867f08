package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.ModelKind;
import io.coreimage.snap.Architecture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A gadget and a kernel for a test, file by file. */
final class TestSnaps {

    static final Instant TIME = Instant.parse("2024-01-15T10:00:00Z");

    private final FileTree.Builder gadget = FileTree.builder(Attributes.directory(TIME));
    private final FileTree.Builder kernel = FileTree.builder(Attributes.directory(TIME));
    private Architecture architecture = Architecture.AMD64;
    private String yaml = """
            volumes:
              pc:
                bootloader: grub
                structure: [{name: boot, role: system-boot, size: 1M, filesystem: vfat, type: '0C,C12A7328-F81F-11D2-BA4B-00A0C93EC93B'}]
            """;
    private ModelKind model = ModelKind.UNKNOWN;

    TestSnaps gadget(String path, String text) {
        return gadget(path, text.getBytes(StandardCharsets.UTF_8));
    }

    TestSnaps gadget(String path, byte[] bytes) {
        gadget.file(path, bytes);
        return this;
    }

    TestSnaps kernel(String path, String text) {
        kernel.file(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TestSnaps link(String path, String target) {
        kernel.symlink(path, target);
        return this;
    }

    TestSnaps on(Architecture other) {
        architecture = other;
        return this;
    }

    TestSnaps yaml(String more) {
        yaml += more;
        return this;
    }

    TestSnaps onlyYaml(String text) {
        yaml = text;
        return this;
    }

    BootSnaps snaps() {
        return new BootSnaps(architecture, Gadget.parse(yaml, model), gadget.build(), kernel.build(), TIME);
    }

    static List<String> paths(FileTree tree) {
        List<String> paths = new ArrayList<>();
        tree.entries().stream()
                .skip(1)
                .forEach(each -> paths.add(each.path() + (each.node() instanceof FileTree.Directory ? "/" : "")));
        return paths;
    }

    static byte[] bytes(FileTree tree, String path) throws Exception {
        if (tree.find(path) instanceof FileTree.RegularFile file) {
            return file.content().readAll();
        }
        throw new AssertionError("no file " + path + " in " + paths(tree));
    }

    static String text(FileTree tree, String path) throws Exception {
        return new String(bytes(tree, path), StandardCharsets.UTF_8);
    }

    static ByteSource source(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
