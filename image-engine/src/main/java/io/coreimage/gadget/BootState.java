package io.coreimage.gadget;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;

/** The structure that holds U-Boot's environment without a file system: what it must look like. */
final class BootState {

    private static final Guid TYPE = Guid.parse("3DE21764-95BD-54BD-A5C3-4ABE786F38A8");
    private static final Size LEAST = Size.ofMiB(1);

    private BootState() {}

    static void check(Structure structure, Fields fields) {
        if (structure.offset() == null) {
            throw Rule.BOOTSTATE_OFFSET.refuse(fields.place(), "a system-boot-state needs an offset");
        }
        if (!structure.minSize().equals(structure.size())) {
            throw Rule.BOOTSTATE_MIN.refuse(
                    fields.placeOf("min-size"), "min-size and size of a system-boot-state must be the same");
        }
        if (structure.size().compareTo(LEAST) < 0) {
            throw Rule.BOOTSTATE_SIZE.refuse(fields.placeOf("size"), "a system-boot-state has at least " + LEAST);
        }
        if (structure.filesystem() != Filesystem.NONE) {
            throw Rule.BOOTSTATE_FS.refuse(fields.placeOf("filesystem"), "a system-boot-state has no file system");
        }
        if (structure.type().isHybrid() || !TYPE.equals(structure.type().gpt())) {
            throw Rule.BOOTSTATE_TYPE.refuse(fields.placeOf("type"), "the type of a system-boot-state must be " + TYPE);
        }
    }
}
