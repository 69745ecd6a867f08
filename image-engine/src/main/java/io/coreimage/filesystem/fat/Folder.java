package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.TreePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory with all names in it.
 * @param path where it is
 * @param parent the directory that it is in; the root directory has none
 * @param time when it was modified
 * @param members what is in it, in the order of the names
 */
record Folder(TreePath path, @Nullable TreePath parent, DosTime time, List<Member> members) {

    /** The largest directory that every reader takes. */
    static final int MAX_ENTRIES = 65_536;

    Folder {
        members = List.copyOf(members);
    }

    boolean isRoot() {
        return parent == null;
    }

    /** Return how many entries the members take, slots of long names included, and those in front of them. */
    long entryCount(boolean hasLabel) {
        long inFront = isRoot() ? hasLabel ? 1 : 0 : 2;
        return inFront + members.stream().mapToLong(Member::entryCount).sum();
    }

    /**
     * A file or directory in a directory.
     * @param path where it is
     * @param shortName its short name
     * @param time when it was modified
     * @param content what is in it; {@code null} for a directory
     */
    record Member(
            TreePath path,
            ShortName shortName,
            DosTime time,
            @Nullable ByteSource content) {

        boolean isDirectory() {
            return content == null;
        }

        boolean hasLongName() {
            return !ShortNames.isShort(path.name());
        }

        long entryCount() {
            return hasLongName() ? 1 + LongNameSlot.count(path.name()) : 1;
        }

        long size() {
            return content == null ? 0 : content.size();
        }
    }
}
