package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.TreePath;
import io.coreimage.filesystem.fat.FolderReader.Found;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Looks for everything in a volume that contradicts something else in it. */
final class VolumeCheck implements VolumeWalk.Visitor {

    private static final int PIECE = 1 << 16;
    private static final int MEDIA_LEAST = 0xF8;

    private final ByteSource source;
    private final FatGeometry geometry;
    private final BootSector boot;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Found> labels = new ArrayList<>();

    VolumeCheck(ByteSource source, FatGeometry geometry, BootSector boot) {
        this.source = source;
        this.geometry = geometry;
        this.boot = boot;
    }

    List<Flaw> check() throws IOException {
        checkBoot();
        checkTables();
        VolumeWalk walk = new VolumeWalk(source, geometry, flaws::add, this);
        walk.walk(boot.fat32().map(Fat32Fields::rootCluster).orElse(0L));
        checkLost(walk.met());
        checkLabel();
        if (boot.fat32().isPresent()) {
            new Fat32Check(source, geometry, boot, flaws).check();
        }
        return flaws.stream().sorted().toList();
    }

    private void checkBoot() {
        BiosParameterBlock block = boot.parameters();
        when(
                geometry.clusters() < geometry.type().leastClusters(),
                36,
                geometry.clusters() + " clusters are too few for " + geometry.type());
        when((block.jump() & 0xFF) != 0xEB && (block.jump() & 0xFF) != 0xE9, 0, "it does not start with a jump");
        when(block.media() != 0xF0 && block.media() < MEDIA_LEAST, 21, "the media byte is no media byte");
        when(block.smallSectors() != 0 && block.largeSectors() != 0, 32, "the number of sectors is given twice");
        int identity = boot.fat32().isPresent() ? 64 : 36;
        when((boot.identity().dirty() & 3) != 0, identity + 1, "the volume was not unmounted, or an error was seen");
        when(boot.identity().signature() != VolumeIdentity.SIGNATURE, identity + 2, "id and label are not there");
        when(!boot.identity().type().startsWith("FAT"), identity + 18, "the type is not written");
    }

    /** Compare the tables with each other, and look at the two entries in front that say what they are. */
    private void checkTables() throws IOException {
        for (int copy = 1; copy < geometry.tableCount(); copy++) {
            compareTables(geometry.tableOffset(0), geometry.tableOffset(copy));
        }
        TableReader table = new TableReader(source, geometry, 0);
        FatType type = geometry.type();
        long media = (type.endOfChain() & ~0xFFL) | boot.parameters().media();
        if (table.next(0) != media) {
            flaws.add(new Flaw("fat table", table.offsetOf(0), "the first entry does not repeat the media byte"));
        }
        if (table.next(1) != type.endOfChain()) {
            flaws.add(new Flaw("fat table", table.offsetOf(1), "the second entry marks a volume that is not clean"));
        }
    }

    private void compareTables(long first, long other) throws IOException {
        for (long done = 0; done < geometry.tableSize(); done += PIECE) {
            int count = (int) Math.min(PIECE, geometry.tableSize() - done);
            ByteBuffer bytes = source.read(first + done, count);
            int difference = bytes.mismatch(source.read(other + done, count));
            if (difference >= 0) {
                flaws.add(new Flaw("fat table", other + done + difference, "the copy differs from the first table"));
                return;
            }
        }
    }

    private void checkLost(BitSet met) throws IOException {
        TableReader table = new TableReader(source, geometry, 0);
        long lost = 0;
        long first = 0;
        for (long cluster = FatGeometry.FIRST_CLUSTER; cluster < geometry.clusterEnd(); cluster++) {
            long entry = table.next(cluster);
            boolean isUsed = entry != 0 && entry != geometry.type().badCluster();
            if (isUsed && !met.get((int) cluster)) {
                first = lost == 0 ? cluster : first;
                lost++;
            }
        }
        if (lost > 0) {
            flaws.add(new Flaw("fat table", table.offsetOf(first), lost + " clusters belong to nothing"));
        }
    }

    private void checkLabel() {
        String label = boot.identity().label();
        if (labels.size() > 1) {
            flaws.add(new Flaw("fat directory", labels.get(1).offset(), "a second label"));
        } else if (labels.isEmpty()) {
            when(!label.equals(VolumeLabel.NONE), labelOffset(), "the label \"" + label + "\" has no entry");
        } else {
            String entry = labels.get(0).entry().name().label();
            when(
                    !label.equals(entry),
                    labelOffset(),
                    "the label \"" + label + "\" is \"" + entry + "\" in the directory");
        }
    }

    private long labelOffset() {
        return boot.fat32().isPresent() ? 71 : 43;
    }

    private void when(boolean wrong, long offset, String reason) {
        if (wrong) {
            flaws.add(new Flaw(BootCheck.STRUCTURE, offset, reason));
        }
    }

    @Override
    public void label(Found label) {
        labels.add(label);
        DirectoryEntry entry = label.entry();
        if (entry.cluster() != 0 || entry.size() != 0) {
            flaws.add(new Flaw("fat directory", label.offset(), "the label has content"));
        }
        checkAttributes(label);
    }

    @Override
    public void folder(TreePath path, Found found) {
        checkAttributes(found);
    }

    @Override
    public void file(TreePath path, Found found, List<ClusterRun> runs) {
        checkAttributes(found);
    }

    private void checkAttributes(Found found) {
        DirectoryEntry entry = found.entry();
        if ((entry.attributes() & 0xC0) != 0) {
            flaws.add(new Flaw("fat directory", found.offset() + 11, "attributes that do not exist"));
        }
        if ((entry.name().caseBits() & ~(ShortName.LOWER_BASE | ShortName.LOWER_EXTENSION)) != 0) {
            flaws.add(new Flaw("fat directory", found.offset() + 12, "case bits that do not exist"));
        }
        if (geometry.type() != FatType.FAT32 && entry.cluster() > 0xFFFF) {
            flaws.add(new Flaw("fat directory", found.offset() + 20, "a cluster that only FAT32 can have"));
        }
    }
}
