package io.coreimage.filesystem.fat;

import io.coreimage.problem.Flaw;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a directory and puts long names together. */
final class FolderReader {

    private static final String STRUCTURE = "fat directory";

    private final Consumer<Flaw> flaws;
    private final List<Found> found = new ArrayList<>();
    private final List<LongNameSlot> slots = new ArrayList<>();

    FolderReader(Consumer<Flaw> flaws) {
        this.flaws = flaws;
    }

    /**
     * An entry with its whole name.
     * @param name the long name if there is one, else the short one
     * @param entry the entry
     * @param offset where the entry is, in bytes
     */
    record Found(String name, DirectoryEntry entry, long offset) {}

    /**
     * Read the entries in some bytes.
     * @param bytes the bytes of one run of the directory
     * @param offset where they are in the volume
     * @return whether more can follow
     */
    boolean read(ByteBuffer bytes, long offset) {
        while (bytes.remaining() >= DirectoryEntry.SIZE) {
            long place = offset + bytes.position();
            ByteBuffer entry = bytes.slice(bytes.position(), DirectoryEntry.SIZE);
            bytes.position(bytes.position() + DirectoryEntry.SIZE);
            int first = Byte.toUnsignedInt(entry.get(0));
            if (first == 0) {
                checkRest(bytes.position((int) (place - offset)), place);
                return false;
            }
            if (first == DirectoryEntry.DELETED) {
                dropSlots(place);
            } else {
                readUsed(entry, place);
            }
        }
        return true;
    }

    private void checkRest(ByteBuffer bytes, long place) {
        dropSlots(place);
        while (bytes.hasRemaining()) {
            if (bytes.get() != 0) {
                flaw(place, "something stands behind its end");
                return;
            }
        }
    }

    private void readUsed(ByteBuffer bytes, long place) {
        if (bytes.get(DirectoryEntry.ATTRIBUTES_OFFSET) == DirectoryEntry.LONG_NAME) {
            addSlot(LongNameSlot.readFrom(bytes), place);
            return;
        }
        DirectoryEntry entry = DirectoryEntry.readFrom(bytes);
        String longName = longName(entry, place);
        found.add(new Found(longName == null ? entry.name().text() : longName, entry, place));
    }

    private void addSlot(LongNameSlot slot, long place) {
        if (slot.isLast()) {
            dropSlots(place);
        }
        boolean follows = slot.isLast() || (!slots.isEmpty() && isBefore(slot, slots.get(slots.size() - 1)));
        boolean inRange = slot.ordinal() >= 1 && slot.ordinal() * LongNameSlot.LENGTH <= 20 * LongNameSlot.LENGTH;
        if (!follows || !inRange || slot.type() != 0 || slot.zero() != 0 || !slot.isFilledRightly()) {
            flaw(place, "a slot of a long name is wrong");
            slots.clear();
            return;
        }
        slots.add(slot);
    }

    private static boolean isBefore(LongNameSlot slot, LongNameSlot known) {
        return slot.ordinal() == known.ordinal() - 1 && slot.checksum() == known.checksum();
    }

    private void dropSlots(long place) {
        if (!slots.isEmpty()) {
            flaw(place, "a long name belongs to nothing");
            slots.clear();
        }
    }

    /** Return the long name that stands before an entry if it is whole and belongs to it. */
    private @Nullable String longName(DirectoryEntry entry, long place) {
        if (slots.isEmpty()) {
            return null;
        }
        LongNameSlot first = slots.get(slots.size() - 1);
        boolean belongs =
                first.ordinal() == 1 && first.checksum() == entry.name().checksum();
        StringBuilder name = new StringBuilder();
        slots.forEach(each -> name.insert(0, each.text()));
        if (!belongs) {
            dropSlots(place);
            return null;
        }
        slots.clear();
        return name.toString();
    }

    private void flaw(long offset, String reason) {
        flaws.accept(new Flaw(STRUCTURE, offset, reason));
    }

    /** Return the entries that were read. */
    List<Found> found() {
        return List.copyOf(found);
    }
}
