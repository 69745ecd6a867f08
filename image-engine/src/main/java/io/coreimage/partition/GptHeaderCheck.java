package io.coreimage.partition;

import io.coreimage.disk.Lba;
import io.coreimage.problem.Flaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at the header of one copy of a GPT: what makes it unusable, and what is merely odd. */
final class GptHeaderCheck {

    /** As much as any tool was seen to write, and little enough for any memory. */
    private static final long MAX_ENTRIES_SIZE = 1 << 20;

    private final String structure;
    private final long offset;
    private final GptHeader header;
    private final GptLayout layout;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Flaw> oddities = new ArrayList<>();

    GptHeaderCheck(String copy, long offset, GptHeader header, GptLayout layout) {
        this.structure = copy + " gpt header";
        this.offset = offset;
        this.header = header;
        this.layout = layout;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    List<Flaw> oddities() {
        return oddities;
    }

    /** Look at all fields, in their order; the first that is wrong makes the rest meaningless. */
    void check(byte[] sector, Lba self) {
        boolean sound = fatal(header.signature() != GptHeader.SIGNATURE, 0, "the signature \"EFI PART\" is missing")
                && fatal(header.revision() != GptHeader.REVISION, 8, "the revision is not 1.0")
                && fatal(!isSizeSound(), 12, "the header size is " + header.headerSize())
                && fatal(!isChecksumRight(sector), 16, "the checksum is wrong")
                && fatal(header.self() != self.number(), 24, "it says that it stands at sector " + header.self())
                && checkUsableRange()
                && checkEntriesPlace();
        if (sound) {
            checkOddities(sector, self);
        }
    }

    private boolean isSizeSound() {
        return header.headerSize() >= GptHeader.SIZE
                && header.headerSize() <= layout.sector().bytes();
    }

    private boolean isChecksumRight(byte[] sector) {
        byte[] bytes = Arrays.copyOf(sector, (int) header.headerSize());
        return GptHeader.computeChecksum(bytes) == header.checksum();
    }

    private boolean checkUsableRange() {
        return fatal(
                        header.firstUsable() < 2 || header.firstUsable() > header.lastUsable(),
                        40,
                        "the usable sectors start at " + Long.toUnsignedString(header.firstUsable()))
                && fatal(
                        header.lastUsable() >= layout.sectors(),
                        48,
                        "the usable sectors end at " + header.lastUsable() + ", but the disk has " + layout.sectors());
    }

    private boolean checkEntriesPlace() {
        long size = header.entrySize();
        boolean sound = size >= GptEntry.SIZE && size <= 4096 && Long.bitCount(size) == 1;
        return fatal(!sound, 84, "the entry size is " + size)
                && fatal(
                        header.entryCount() * size > MAX_ENTRIES_SIZE,
                        80,
                        "room for " + header.entryCount() + " entries is not supported")
                && fatal(
                        !isEntriesPlaceFree(),
                        72,
                        "the entries start at sector " + Long.toUnsignedString(header.entriesStart())
                                + ", where they have no room");
    }

    private boolean isEntriesPlaceFree() {
        long start = header.entriesStart();
        if (start < 2 || start >= layout.sectors()) {
            return false;
        }
        long end = start + entrySectors();
        boolean inFront = end <= header.firstUsable();
        boolean behind = start > header.lastUsable() && end <= layout.sectors() - 1;
        return inFront || behind;
    }

    private long entrySectors() {
        long bytes = header.entryCount() * header.entrySize();
        return -Math.floorDiv(-bytes, (long) layout.sector().bytes());
    }

    private void checkOddities(byte[] sector, Lba self) {
        Lba alternate = self.equals(GptLayout.PRIMARY) ? layout.backup() : GptLayout.PRIMARY;
        odd(header.reserved() != 0, 20, "the reserved field is not zero");
        odd(
                header.alternate() != alternate.number(),
                32,
                "the other copy should be at sector " + alternate + ", not "
                        + Long.toUnsignedString(header.alternate()));
        boolean inPlace = self.equals(GptLayout.PRIMARY) == (header.entriesStart() < header.firstUsable());
        odd(!inPlace, 72, "the entries of the other copy are meant");
        for (int i = (int) header.headerSize(); i < sector.length; i++) {
            odd(sector[i] != 0, i, "the rest of the sector is not zero");
        }
    }

    private boolean fatal(boolean wrong, int field, String reason) {
        if (wrong) {
            flaws.add(new Flaw(structure, offset + field, reason));
        }
        return !wrong;
    }

    private void odd(boolean wrong, int field, String reason) {
        if (wrong) {
            oddities.add(new Flaw(structure, offset + field, reason));
        }
    }
}
