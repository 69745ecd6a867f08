package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the extended attributes of a member go: into its inode as far as they fit, the rest into a block.
 * @param inInode those in the inode
 * @param inBlock those in the block
 */
record MemberXattrs(XattrSet inInode, XattrSet inBlock) {

    /** How much room an inode of 256 bytes has. */
    static final int ROOM_IN_INODE = 256 - Inode.SMALL_SIZE - Inode.EXTRA_SIZE;

    static final MemberXattrs NONE = new MemberXattrs(XattrSet.NONE, XattrSet.NONE);

    static MemberXattrs of(Member member, int blockSize) {
        if (member.attributes().xattrs().isEmpty()) {
            return NONE;
        }
        XattrSet all = read(member);
        XattrSet inInode = all.fitting(ROOM_IN_INODE);
        XattrSet inBlock = all.without(inInode);
        if (XattrHeader.SIZE + inBlock.size() > blockSize) {
            throw new RefusedException("cannot put the extended attributes of \"" + member.path()
                    + "\" into an ext4 file system: they take " + all.size() + " bytes, a block has " + blockSize);
        }
        return new MemberXattrs(inInode, inBlock);
    }

    private static XattrSet read(Member member) {
        List<Xattr> all = new ArrayList<>();
        for (Map.Entry<String, ByteSource> each : member.attributes().xattrs().entrySet()) {
            all.add(read(member, each.getKey(), each.getValue()));
        }
        return XattrSet.of(all);
    }

    private static Xattr read(Member member, String fullName, ByteSource value) {
        XattrPrefix prefix = XattrPrefix.of(fullName);
        if (prefix == null || prefix.isAccessControlList()) {
            throw refused(
                    member,
                    fullName,
                    "only names that start with user., trusted., security. or system. can be "
                            + "stored, and no POSIX access control lists");
        }
        String name = fullName.substring(prefix.text().length());
        if (name.isEmpty() || name.length() > DirectoryEntry.MAX_NAME_LENGTH || !isPrintable(name)) {
            throw refused(member, fullName, "the name must be 1 to 255 ASCII letters behind its first dot");
        }
        if (value.size() > Character.MAX_VALUE) {
            throw refused(member, fullName, "its value has " + value.size() + " bytes");
        }
        try {
            return new Xattr(prefix, name, Bytes.of(value.readAll()));
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot read the extended attribute \"" + fullName + "\" of \"" + member.path() + "\": "
                            + ex.getMessage(),
                    ex);
        }
    }

    /** Letters outside ASCII hash differently where bytes are signed; nobody needs them. */
    private static boolean isPrintable(String name) {
        return name.chars().allMatch(each -> each > ' ' && each < 0x7F);
    }

    private static RefusedException refused(Member member, String name, String reason) {
        return new RefusedException("cannot put the extended attribute \"" + name + "\" of \"" + member.path()
                + "\" into an ext4 file system: " + reason);
    }
}
