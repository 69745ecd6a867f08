package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A tree as text, one line for each entry: kind, mode, owner, time, path, and what is in it. */
final class Dump {

    private static final long VERY_LARGE = 256L << 20;
    private static final long SAMPLE = 1 << 20;

    private Dump() {}

    static String of(FileTree tree) {
        return tree.entries().stream()
                .map(each -> line(each.path() + "", each.node()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String path, FileTree.Node node) {
        if (node instanceof FileTree.Directory directory) {
            return text("d", directory.attributes(), path, "");
        }
        if (node instanceof FileTree.RegularFile file) {
            return text("-", file.attributes(), path, " " + content(file.content()));
        }
        if (node instanceof FileTree.Symlink link) {
            return text("l", link.attributes(), path, " -> " + link.target());
        }
        if (node instanceof FileTree.Device device) {
            String numbers = " " + device.major() + ":" + device.minor();
            return text(device.block() ? "b" : "c", device.attributes(), path, numbers);
        }
        if (node instanceof FileTree.Fifo fifo) {
            return text("p", fifo.attributes(), path, "");
        }
        if (node instanceof FileTree.Socket socket) {
            return text("s", socket.attributes(), path, "");
        }
        return "h " + path + " = " + ((FileTree.HardLink) node).target();
    }

    private static String text(String kind, FileTree.Attributes attributes, String path, String rest) {
        String xattrs = attributes.xattrs().entrySet().stream().map(Dump::xattr).collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "%s%04o %d/%d %d /%s%s%s",
                kind,
                attributes.mode(),
                attributes.uid(),
                attributes.gid(),
                attributes.modified().getEpochSecond(),
                path,
                rest,
                xattrs);
    }

    private static String xattr(Map.Entry<String, ByteSource> each) {
        return " {" + each.getKey() + " " + content(each.getValue()) + "}";
    }

    /** Of a very large content, look at the start, the end, and here and there. */
    static String content(ByteSource source) {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        try {
            if (source.size() < VERY_LARGE) {
                source.copyTo(0, source.size(), hasher);
            } else {
                for (long from = 0; from < source.size(); from += VERY_LARGE) {
                    source.copyTo(from, Math.min(SAMPLE, source.size() - from), hasher);
                }
                source.copyTo(source.size() - SAMPLE, SAMPLE, hasher);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return source.size() + " " + hasher.finish().hex().substring(0, 16);
    }
}
