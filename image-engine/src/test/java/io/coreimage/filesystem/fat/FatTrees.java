package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.TreePath;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** Trees that a FAT volume has to hold, each awkward in its own way; the same on every run. */
enum FatTrees {
    EMPTY {
        @Override
        void fill(FileTree.Builder tree) {
            // Nothing but the root directory.
        }
    },
    ONE_FILE {
        @Override
        void fill(FileTree.Builder tree) {
            tree.file("README", bytes(1, 13));
        }
    },
    SIZES {
        @Override
        void fill(FileTree.Builder tree) {
            for (int size : new int[] {0, 1, 511, 512, 513, 2047, 2048, 4096, 4097, 65_536, 100_001}) {
                tree.file("sizes/" + size + ".bin", bytes(size, size));
            }
        }
    },
    NAMES {
        @Override
        void fill(FileTree.Builder tree) {
            String[] names = {
                "CONFIG.TXT",
                "cmdline.txt",
                "Mixed.Txt",
                "lower.TXT",
                "UPPER.txt",
                ".hidden",
                "a.b.c",
                "a+b.txt",
                "[br].txt",
                "with space.txt",
                " leading",
                "comma,.txt",
                "semi;c.txt",
                "eq=.txt",
                "x.y",
                "exactly13char",
                "longfilename.snap",
                "longfilename2.snap",
                "LONGFI~1.SNA",
                "ünïcode.txt",
                "Größe",
                "日本語.txt",
                "emoji💾.img",
                "ı-dotless",
                "bcm2711-rpi-4-b.dtb",
                "bcm2711-rpi-400.dtb",
                "12345678.123",
                "~tilde",
            };
            for (String name : names) {
                tree.file(name, bytes(name.hashCode(), name.length()));
                tree.file("EFI/boot/" + name, bytes(name.hashCode(), 2000));
            }
            tree.file("n".repeat(255), bytes(3, 3));
            // Not longer: mcopy overruns its own buffer with more characters of two bytes.
            tree.file("ü".repeat(60) + ".t", bytes(4, 4));
        }
    },
    DEEP {
        @Override
        void fill(FileTree.Builder tree) {
            StringBuilder path = new StringBuilder();
            for (int depth = 0; depth < 30; depth++) {
                path.append("level-").append(depth).append('/');
                tree.file(path + "file", bytes(depth, depth * 100));
            }
            tree.directory("empty/dir");
        }
    },
    MANY {
        @Override
        void fill(FileTree.Builder tree) {
            for (int i = 0; i < 3000; i++) {
                tree.file(String.format(Locale.ROOT, "dir/one-of-many-%d.json", i), bytes(i, i % 700));
            }
        }
    },
    LINKS {
        @Override
        void fill(FileTree.Builder tree) {
            tree.file("a/first", bytes(5, 5000));
            tree.add("b/second", new FileTree.HardLink(TreePath.of("a/first")));
        }
    };

    static final Instant TIME = Instant.parse("2024-02-29T23:59:58Z");

    abstract void fill(FileTree.Builder tree);

    FileTree tree() {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(TIME));
        fill(tree);
        return tree.build();
    }

    /** Return the same tree with its nodes added in the opposite order. */
    FileTree backwards() {
        FileTree tree = tree();
        FileTree.Builder other = FileTree.builder(Attributes.directory(TIME));
        for (int i = tree.size() - 1; i > 0; i--) {
            FileTree.Entry entry = tree.entries().get(i);
            other.add(entry.path(), entry.node());
        }
        return other.build();
    }

    /** Return the content of every file by its path, as it has to come back. */
    static ByteSource content(FileTree tree, FileTree.Node node) {
        return node instanceof FileTree.HardLink link
                ? content(tree, Objects.requireNonNull(tree.find(link.target())))
                : ((RegularFile) node).content();
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        int state = seed;
        for (int i = 0; i < size; i++) {
            state = state * 1_103_515_245 + 12_345;
            bytes[i] = (byte) (state >>> 16);
        }
        return bytes;
    }
}
