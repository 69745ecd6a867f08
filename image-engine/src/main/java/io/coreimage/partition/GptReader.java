package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Crc32;
import io.coreimage.bytes.Size;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads both copies of a disk's GPT and compares them. */
final class GptReader {

    private final ByteSource disk;
    private final SectorSize sector;
    private final GptLayout layout;

    GptReader(ByteSource disk, SectorSize sector) {
        this.disk = disk;
        this.sector = sector;
        this.layout = GptLayout.of(sector, Size.ofBytes(disk.size()));
    }

    /** Tell whether there is a GPT, maybe only its backup; a backup without protection is left over from before. */
    boolean isPresent() throws IOException {
        return hasRoom()
                && (isSigned(GptLayout.PRIMARY) || (isSigned(layout.backup()) && isProtective(masterBootRecord())));
    }

    private boolean hasRoom() {
        return layout.sectors() >= layout.leastSectors();
    }

    private boolean isSigned(Lba place) throws IOException {
        return GptHeader.readFrom(disk.read(place.offset(sector), GptHeader.SIZE))
                        .signature()
                == GptHeader.SIGNATURE;
    }

    private MasterBootRecord masterBootRecord() throws IOException {
        return MasterBootRecord.readFrom(disk.read(0, MasterBootRecord.SIZE));
    }

    private static boolean isProtective(MasterBootRecord record) {
        return record.entries().stream().anyMatch(each -> each.type() == ProtectiveMbr.TYPE);
    }

    GptTable read() throws IOException {
        checkRoom();
        GptCopy primary = readCopy("primary", GptLayout.PRIMARY);
        if (primary.isUsable()) {
            return toTable(primary);
        }
        GptCopy backup = readCopy("backup", layout.backup());
        if (!backup.isUsable()) {
            throw primary.flaws().get(0).toException();
        }
        return toTable(backup);
    }

    private void checkRoom() {
        if (!hasRoom()) {
            throw new Flaw("gpt", 0, "a disk of " + disk.size() + " bytes has no room for it").toException();
        }
    }

    private GptTable toTable(GptCopy copy) {
        return new GptTable(
                sector,
                Size.ofBytes(disk.size()),
                copy.header().diskGuid(),
                new Lba(copy.header().firstUsable()),
                new Lba(copy.header().lastUsable()),
                copy.partitions());
    }

    List<Flaw> check() throws IOException {
        checkRoom();
        GptCopy primary = readCopy("primary", GptLayout.PRIMARY);
        GptCopy backup = readCopy("backup", layout.backup());
        List<Flaw> flaws = new ArrayList<>(ProtectiveMbr.check(masterBootRecord(), layout.sectors()));
        for (GptCopy copy : List.of(primary, backup)) {
            flaws.addAll(copy.flaws());
            flaws.addAll(copy.oddities());
        }
        if (primary.isUsable() && backup.isUsable()) {
            compare(primary, backup, flaws);
        }
        return flaws.stream().sorted().toList();
    }

    private void compare(GptCopy primary, GptCopy backup, List<Flaw> flaws) {
        if (!primary.entries().equals(backup.entries())) {
            flaws.add(new Flaw("backup gpt entries", backup.offset(), "they are not those of the primary copy"));
        }
        GptTable one = toTable(primary);
        GptTable other = toTable(backup);
        if (!one.diskGuid().equals(other.diskGuid())
                || !one.firstUsable().equals(other.firstUsable())
                || !one.lastUsable().equals(other.lastUsable())) {
            flaws.add(new Flaw("backup gpt header", backup.offset(), "it says something else than the primary copy"));
        }
    }

    private GptCopy readCopy(String name, Lba place) throws IOException {
        long offset = place.offset(sector);
        byte[] bytes = disk.slice(offset, sector.bytes()).readAll();
        GptHeader header = GptHeader.readFrom(ByteBuffer.wrap(bytes));
        GptHeaderCheck check = new GptHeaderCheck(name, offset, header, layout);
        check.check(bytes, place);
        List<GptEntry> entries = List.of();
        if (check.flaws().isEmpty()) {
            entries = readEntries(name, header, check.flaws());
        }
        return new GptCopy(name, offset, header, entries, check.flaws(), check.oddities());
    }

    private List<GptEntry> readEntries(String copy, GptHeader header, List<Flaw> flaws) throws IOException {
        long start = new Lba(header.entriesStart()).offset(sector);
        ByteBuffer bytes = disk.read(start, (int) (header.entryCount() * header.entrySize()));
        if (Crc32.ieee(bytes) != header.entriesChecksum()) {
            flaws.add(new Flaw(copy + " gpt entries", start, "the checksum is wrong"));
            return List.of();
        }
        List<GptEntry> entries = new ArrayList<>();
        for (int i = 0; i < header.entryCount(); i++) {
            entries.add(GptEntry.readFrom(bytes.position((int) (i * header.entrySize()))));
        }
        flaws.addAll(new GptEntryCheck(copy, header, start).check(entries));
        return entries;
    }
}
