package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The extended attributes of a file that Java can read: those of users. */
final class UserAttributes {

    private UserAttributes() {}

    static SortedMap<String, ByteSource> read(Path file, FileStatus.Kind kind) throws IOException {
        if (kind != FileStatus.Kind.FILE && kind != FileStatus.Kind.DIRECTORY) {
            return Collections.emptySortedMap();
        }
        UserDefinedFileAttributeView view =
                Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? Collections.emptySortedMap() : read(view);
    }

    private static SortedMap<String, ByteSource> read(UserDefinedFileAttributeView view) throws IOException {
        SortedMap<String, ByteSource> values = new TreeMap<>();
        for (String name : names(view)) {
            ByteBuffer value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            byte[] bytes = new byte[value.flip().remaining()];
            value.get(bytes);
            values.put("user." + name, ByteSource.of(bytes));
        }
        return values;
    }

    /** A file system without attributes, such as some squashfs, answers with an error, and so does a file of others. */
    private static List<String> names(UserDefinedFileAttributeView view) throws IOException {
        try {
            return view.list();
        } catch (FileSystemException ex) {
            return List.of();
        }
    }
}
