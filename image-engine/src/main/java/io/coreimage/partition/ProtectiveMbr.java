package io.coreimage.partition;

import io.coreimage.problem.Flaw;
import java.util.ArrayList;
import java.util.List;

/**
 * The master boot record of a GPT disk: one entry over everything, so that whoever does not know GPT sees no free space
 * (UEFI 2.10, 5.2.3).
 */
final class ProtectiveMbr {

    static final int TYPE = 0xEE;

    private static final String STRUCTURE = "protective mbr";
    private static final long MAX_COUNT = 0xFFFF_FFFFL;

    private ProtectiveMbr() {}

    static MbrEntry entry(long sectors) {
        return new MbrEntry(0, ChsAddress.SECOND_SECTOR, TYPE, ChsAddress.BEYOND, 1, count(sectors));
    }

    private static long count(long sectors) {
        return Math.min(sectors - 1, MAX_COUNT);
    }

    static List<Flaw> check(MasterBootRecord record, long sectors) {
        List<Flaw> flaws = new ArrayList<>();
        checkProtection(record.entries().get(0), sectors, flaws);
        for (int i = 1; i < MasterBootRecord.ENTRY_COUNT; i++) {
            if (!record.entries().get(i).equals(MbrEntry.UNUSED)) {
                flaws.add(flaw(MasterBootRecord.entryOffset(i), "entry " + (i + 1) + " is not empty"));
            }
        }
        if (record.signature() != MasterBootRecord.SIGNATURE) {
            flaws.add(flaw(MasterBootRecord.SIZE - 2, "the signature 55 AA is missing"));
        }
        return flaws;
    }

    private static void checkProtection(MbrEntry entry, long sectors, List<Flaw> flaws) {
        int start = MasterBootRecord.entryOffset(0);
        if (entry.type() != TYPE) {
            flaws.add(flaw(start + 4, "entry 1 has type " + PartitionType.ofMbr(entry.type()) + ", not EE"));
        }
        if (entry.status() != 0) {
            flaws.add(flaw(start, "entry 1 has a status"));
        }
        if (entry.first() != 1) {
            flaws.add(flaw(start + 8, "entry 1 starts at sector " + entry.first() + ", not 1"));
        }
        // The count of the last sector is 2^32 - 1 on any disk for tools that could not know its size.
        if (entry.count() != count(sectors) && entry.count() != MAX_COUNT) {
            flaws.add(flaw(start + 12, "entry 1 has " + entry.count() + " sectors, not " + count(sectors)));
        }
    }

    private static Flaw flaw(long offset, String reason) {
        return new Flaw(STRUCTURE, offset, reason);
    }
}
