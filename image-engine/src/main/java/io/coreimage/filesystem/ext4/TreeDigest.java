package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Hasher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The digest of a tree: of all paths, kinds, attributes and of the ids of all contents. */
final class TreeDigest {

    private TreeDigest() {}

    static Digest of(FileTree tree) {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        for (FileTree.Entry each : tree.entries()) {
            String line = each.path() + "\0" + describe(each.node()) + "\n";
            hasher.update(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
        return hasher.finish();
    }

    private static String describe(FileTree.Node node) {
        if (node instanceof FileTree.HardLink link) {
            return "hard link\0" + link.target();
        }
        String attributes = Integer.toOctalString(Member.modeOf(node)) + "\0" + describe(Member.attributesOf(node));
        if (node instanceof FileTree.RegularFile file) {
            return attributes + "\0" + file.content().id();
        }
        if (node instanceof FileTree.Symlink symlink) {
            return attributes + "\0" + symlink.target();
        }
        return node instanceof FileTree.Device device
                ? attributes + "\0" + device.major() + ":" + device.minor()
                : attributes;
    }

    private static String describe(FileTree.Attributes attributes) {
        StringBuilder text = new StringBuilder();
        text.append(attributes.uid()).append(':').append(attributes.gid());
        text.append('\0').append(attributes.modified());
        attributes
                .xattrs()
                .forEach((name, value) ->
                        text.append('\0').append(name).append('=').append(value.id()));
        return text.toString();
    }
}
