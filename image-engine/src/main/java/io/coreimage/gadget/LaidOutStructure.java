package io.coreimage.gadget;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structure with its place on the disk and what it holds.
 * @param structure what gadget.yaml says
 * @param index its place in the volume
 * @param start where it starts on the disk
 * @param images its bytes, if it has no file system
 * @param files its files, if it has one
 */
public record LaidOutStructure(Structure structure, int index, Size start, List<RawContent> images, FileTree files) {

    public LaidOutStructure {
        images = List.copyOf(images);
    }

    public Size size() {
        return structure.size();
    }

    /** Return where it ends on the disk. */
    public Size end() {
        return start.plus(structure.size());
    }

    public Role role() {
        return structure.role();
    }

    /** Return the value that its offset-write writes: its first sector. */
    public long firstSector(Size sector) {
        return start.bytes() / sector.bytes();
    }

    /** Return the name that a GPT gives the partition. */
    public String partitionName() {
        return structure.name().isEmpty() && role() == Role.SYSTEM_DATA ? SystemLabels.WRITABLE : structure.name();
    }

    /** Return the partition's id, if the gadget gives one. */
    public @Nullable Guid partitionId() {
        return structure.id().isEmpty() ? null : Ids.guid(structure.id(), structure.said(), structure.place());
    }

    LaidOutStructure withImages(List<RawContent> other) {
        return new LaidOutStructure(structure, index, start, other, files);
    }
}
