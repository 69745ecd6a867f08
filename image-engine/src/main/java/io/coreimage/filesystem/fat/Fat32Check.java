package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Looks at what only FAT32 has: the count of free clusters and the copy of the boot sector. */
final class Fat32Check {

    private final ByteSource source;
    private final FatGeometry geometry;
    private final Fat32Fields fields;
    private final List<Flaw> flaws;

    Fat32Check(ByteSource source, FatGeometry geometry, BootSector boot, List<Flaw> flaws) {
        this.source = source;
        this.geometry = geometry;
        this.fields = boot.fat32().orElseThrow();
        this.flaws = flaws;
    }

    void check() throws IOException {
        if (isReserved(fields.infoSector())) {
            checkInfo((long) fields.infoSector() * geometry.sectorSize());
        } else {
            flaw(BootCheck.STRUCTURE, 48, "the FSInfo sector " + fields.infoSector() + " is not reserved");
        }
        if (isReserved(fields.backupSector())) {
            checkBackup((long) fields.backupSector() * geometry.sectorSize());
        } else {
            flaw(BootCheck.STRUCTURE, 50, "the backup sector " + fields.backupSector() + " is not reserved");
        }
        checkTopBits();
    }

    private boolean isReserved(int sector) {
        return sector > 0 && sector < geometry.reservedSectors();
    }

    private void checkInfo(long offset) throws IOException {
        FsInfo info = FsInfo.readFrom(source.read(offset, FsInfo.SIZE));
        when(info.leadSignature() != FsInfo.LEAD, offset, "the signature \"RRaA\" is missing");
        when(info.structSignature() != FsInfo.STRUCT, offset + 484, "the signature \"rrAa\" is missing");
        when(info.trailSignature() != FsInfo.TRAIL, offset + 508, "the signature 55 AA is missing");
        long free = new TableReader(source, geometry, 0).countFree();
        when(
                info.freeClusters() != FsInfo.UNKNOWN && info.freeClusters() != free,
                offset + 488,
                info.freeClusters() + " free clusters are noted, but there are " + free);
        when(
                info.lastUsed() != FsInfo.UNKNOWN && !geometry.isCluster(info.lastUsed()),
                offset + 492,
                "cluster " + info.lastUsed() + " is noted, which is not there");
        byte[] expected = new FsInfo(
                        info.leadSignature(),
                        info.structSignature(),
                        info.freeClusters(),
                        info.lastUsed(),
                        info.trailSignature())
                .toBytes();
        byte[] actual = source.slice(offset, FsInfo.SIZE).readAll();
        int difference = Arrays.mismatch(actual, expected);
        when(difference >= 0, offset + difference, "what has to be zero is not");
    }

    private void checkBackup(long offset) throws IOException {
        int difference = source.read(0, BootSector.SIZE).mismatch(source.read(offset, BootSector.SIZE));
        if (difference >= 0) {
            flaw(BootCheck.STRUCTURE, difference, "the copy at offset " + offset + " says something else");
        }
    }

    /** The highest four bits of an entry are nobody's; they are zero unless a byte is damaged. */
    private void checkTopBits() throws IOException {
        long start = geometry.tableOffset(0);
        long size = geometry.type().tableBytes(geometry.clusters());
        for (long done = 0; done < size; done += 1 << 16) {
            ByteBuffer piece = source.read(start + done, (int) Math.min(1 << 16, size - done));
            for (int i = 3; i < piece.limit(); i += 4) {
                if ((piece.get(i) & 0xF0) != 0) {
                    flaw("fat table", start + done + i, "the highest bits of an entry are not zero");
                    return;
                }
            }
        }
    }

    private void when(boolean wrong, long offset, String reason) {
        if (wrong) {
            flaw("fat info sector", offset, reason);
        }
    }

    private void flaw(String structure, long offset, String reason) {
        flaws.add(new Flaw(structure, offset, reason));
    }
}
