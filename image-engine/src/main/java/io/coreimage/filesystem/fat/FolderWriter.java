package io.coreimage.filesystem.fat;

import io.coreimage.bytes.TreePath;
import io.coreimage.filesystem.fat.Folder.Member;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes the entries of a directory. */
final class FolderWriter {

    private final Allocation allocation;
    private final FatFormat format;

    FolderWriter(Allocation allocation, FatFormat format) {
        this.allocation = allocation;
        this.format = format;
    }

    byte[] write(Folder folder) {
        boolean hasLabel = !format.label().isEmpty();
        ByteBuffer out = ByteBuffer.allocate((int) folder.entryCount(hasLabel) * DirectoryEntry.SIZE);
        if (folder.parent() != null) {
            writeDots(folder, out);
        } else if (hasLabel) {
            writeLabel(out);
        }
        folder.members().forEach(each -> writeMember(each, out));
        return out.array();
    }

    private void writeLabel(ByteBuffer out) {
        ShortName name = ShortName.ofBytes(format.label());
        DirectoryEntry.of(name, DirectoryEntry.LABEL, DosTime.of(format.created()), 0, 0)
                .writeTo(out);
    }

    /** Write the entries of the directory itself and of its parent, whose cluster is zero where the root is meant. */
    private void writeDots(Folder folder, ByteBuffer out) {
        long self = allocation.of(folder.path()).first();
        long above = clusterOf(folder.parent());
        DirectoryEntry.of(ShortName.SELF, DirectoryEntry.DIRECTORY, folder.time(), self, 0)
                .writeTo(out);
        DirectoryEntry.of(ShortName.PARENT, DirectoryEntry.DIRECTORY, folder.time(), above, 0)
                .writeTo(out);
    }

    private long clusterOf(@Nullable TreePath parent) {
        return parent == null || parent.parts().isEmpty()
                ? 0
                : allocation.of(parent).first();
    }

    private void writeMember(Member member, ByteBuffer out) {
        ShortName name = member.shortName();
        if (member.hasLongName()) {
            LongNameSlot.of(member.path().name(), name.checksum()).forEach(each -> each.writeTo(out));
        }
        int attributes = member.isDirectory() ? DirectoryEntry.DIRECTORY : DirectoryEntry.ARCHIVE;
        long cluster = allocation.of(member.path()).first();
        DirectoryEntry.of(name, attributes, member.time(), cluster, member.size())
                .writeTo(out);
    }
}
