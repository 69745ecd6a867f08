package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a volume, as gadget.yaml says with what it leaves unsaid filled in.
 * @param place where it stands in gadget.yaml
 * @param yamlIndex its place in the volume's list
 * @param name the name, or empty
 * @param label the file system's label, or empty
 * @param offset where it starts, or {@code null} where that follows from the sizes before it
 * @param offsetWrite where its first sector is written, or {@code null}
 * @param minSize the least size that a device may have it with
 * @param size the size
 * @param openSize whether the size is found on the device
 * @param type what kind of partition it is, if any
 * @param role what it is for
 * @param id the partition's own id, or empty
 * @param filesystem what it is formatted with
 * @param openFilesystem whether the file system is found on the device
 * @param content what it holds from the start
 * @param update what an update does with it
 */
public record Structure(
        Place place,
        int yamlIndex,
        String name,
        String label,
        @Nullable Size offset,
        @Nullable OffsetWrite offsetWrite,
        Size minSize,
        Size size,
        boolean openSize,
        StructureType type,
        Role role,
        String id,
        Filesystem filesystem,
        boolean openFilesystem,
        List<Content> content,
        Update update) {

    public Structure {
        content = List.copyOf(content);
    }

    /** Return whether files, not bytes, go into it. */
    public boolean hasFilesystem() {
        return filesystem != Filesystem.NONE || openFilesystem;
    }

    /** Return whether the partition table has an entry for it. */
    public boolean isPartition() {
        return !type.isBare() && role != Role.MBR;
    }

    boolean hasFixedSize() {
        return !openSize && minSize.equals(size);
    }

    /** Return whether the label is the given one, in the eyes of the file system. */
    public boolean hasLabel(String other) {
        return filesystem.isFat() ? label.equalsIgnoreCase(other) : label.equals(other);
    }

    /** Return how an error names it. */
    public String said() {
        if (!name.isEmpty()) {
            return "structure \"" + name + "\"";
        }
        return role == Role.NONE ? "structure #" + yamlIndex : "structure #" + yamlIndex + " (" + role.text() + ")";
    }

    Structure withRole(Role other) {
        return with(label, offset, other, size, minSize);
    }

    Structure withLabel(String other) {
        return with(other, offset, role, size, minSize);
    }

    Structure withOffset(@Nullable Size other) {
        return with(label, other, role, size, minSize);
    }

    Structure withSize(Size other) {
        return with(label, offset, role, other, other);
    }

    private Structure with(String newLabel, @Nullable Size newOffset, Role newRole, Size newSize, Size newMinSize) {
        return new Structure(
                place,
                yamlIndex,
                name,
                newLabel,
                newOffset,
                offsetWrite,
                newMinSize,
                newSize,
                openSize,
                type,
                newRole,
                id,
                filesystem,
                openFilesystem,
                content,
                update);
    }
}
