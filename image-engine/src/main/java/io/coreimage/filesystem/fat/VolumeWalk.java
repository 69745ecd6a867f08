package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.TreeBudget;
import io.coreimage.bytes.TreePath;
import io.coreimage.filesystem.fat.FolderReader.Found;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Goes through all directories of a volume and hands on what is in them, and what is wrong with them. */
final class VolumeWalk {

    private static final String STRUCTURE = "fat directory";

    private final ByteSource source;
    private final FatGeometry geometry;
    private final Consumer<Flaw> flaws;
    private final Visitor visitor;
    private final ChainReader chains;
    private final TreeBudget budget;
    private final Deque<Place> open = new ArrayDeque<>();

    /** Takes what is found. */
    interface Visitor {

        void label(Found label);

        void folder(TreePath path, Found found);

        void file(TreePath path, Found found, List<ClusterRun> runs);
    }

    /** A directory that is still to be read, with the number that its members know it by. */
    private record Place(TreePath path, List<ClusterRun> runs, long cluster, long parentCluster) {

        private boolean isRoot() {
            return path.parts().isEmpty();
        }
    }

    VolumeWalk(ByteSource source, FatGeometry geometry, Consumer<Flaw> flaws, Visitor visitor) {
        this.source = source;
        this.geometry = geometry;
        this.flaws = flaws;
        this.visitor = visitor;
        this.budget = new TreeBudget(STRUCTURE, source.size());
        this.chains = new ChainReader(geometry, new TableReader(source, geometry, 0), flaws);
    }

    /** Walk from the root directory on, whose first cluster only FAT32 has. */
    void walk(long rootCluster) throws IOException {
        List<ClusterRun> rootRuns =
                geometry.rootEntries() > 0 ? List.of() : chains.read("the root directory", rootCluster);
        open.add(new Place(TreePath.ROOT, rootRuns, 0, 0));
        while (!open.isEmpty()) {
            visit(open.remove());
        }
    }

    private void visit(Place place) throws IOException {
        FolderReader reader = new FolderReader(flaws);
        if (place.isRoot() && geometry.rootEntries() > 0) {
            reader.read(
                    source.read(geometry.rootOffset(), geometry.rootEntries() * DirectoryEntry.SIZE),
                    geometry.rootOffset());
        } else {
            readRuns(place, reader);
        }
        List<Found> members = place.isRoot() ? reader.found() : withoutDots(place, reader.found());
        Map<String, Found> folded = new HashMap<>();
        for (Found member : members) {
            visit(place, member, folded);
        }
    }

    private void readRuns(Place place, FolderReader reader) throws IOException {
        int entries = 0;
        for (ClusterRun run : place.runs()) {
            for (long cluster = run.first(); cluster < run.end(); cluster++) {
                long offset = geometry.clusterOffset(cluster);
                entries += geometry.clusterSize() / DirectoryEntry.SIZE;
                if (entries > Folder.MAX_ENTRIES + geometry.clusterSize() / DirectoryEntry.SIZE) {
                    flaw(offset, "\"" + place.path() + "\" has more than " + Folder.MAX_ENTRIES + " entries");
                    return;
                }
                if (!reader.read(source.read(offset, geometry.clusterSize()), offset)) {
                    return;
                }
            }
        }
    }

    /** Check and take away the two entries for the directory itself and its parent. */
    private List<Found> withoutDots(Place place, List<Found> found) {
        if (found.size() < 2 || !isDots(place, found)) {
            long offset = found.isEmpty()
                    ? geometry.clusterOffset(place.cluster())
                    : found.get(0).offset();
            flaw(offset, "\"" + place.path() + "\" does not start with itself and its parent");
        }
        List<Found> members = new ArrayList<>(found);
        members.removeIf(each -> isDot(each, ShortName.SELF) || isDot(each, ShortName.PARENT));
        return members;
    }

    private static boolean isDots(Place place, List<Found> found) {
        return isDots(found.get(0), ShortName.SELF, place.cluster())
                && isDots(found.get(1), ShortName.PARENT, place.parentCluster());
    }

    private static boolean isDots(Found found, ShortName name, long cluster) {
        DirectoryEntry entry = found.entry();
        return isDot(found, name) && entry.cluster() == cluster && entry.isDirectory() && entry.size() == 0;
    }

    private static boolean isDot(Found found, ShortName name) {
        return found.entry().name().equals(name);
    }

    private void visit(Place place, Found member, Map<String, Found> folded) throws IOException {
        if (member.entry().isLabel()) {
            visitLabel(place, member);
            return;
        }
        if (!isNameSound(member)) {
            flaw(member.offset(), "a name that no file can have");
            return;
        }
        budget.spend(place.path(), member.offset());
        TreePath path = place.path().resolve(new TreePath(List.of(member.name())));
        if (folded.putIfAbsent(FileNames.fold(member.name()), member) != null) {
            flaw(member.offset(), "\"" + path + "\" is there twice");
            return;
        }
        visit(place, path, member);
    }

    private void visitLabel(Place place, Found member) {
        if (!place.isRoot()) {
            flaw(member.offset(), "a label stands in \"" + place.path() + "\"");
        }
        visitor.label(member);
    }

    private static boolean isNameSound(Found member) {
        String name = member.name();
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.length() <= LongNameSlot.MAX_NAME_LENGTH
                && name.chars().noneMatch(FileNames::isForbidden)
                && FileNames.hasWholeCharacters(name);
    }

    private void visit(Place place, TreePath path, Found member) throws IOException {
        DirectoryEntry entry = member.entry();
        if (!entry.isDirectory()) {
            List<ClusterRun> runs = entry.cluster() == 0 ? List.of() : chains.read("\"" + path + "\"", entry.cluster());
            checkSize(path, member, runs);
            visitor.file(path, member, runs);
            return;
        }
        List<ClusterRun> runs = chains.read("\"" + path + "\"", entry.cluster());
        if (entry.size() != 0) {
            flaw(member.offset(), "the directory \"" + path + "\" has a size");
        }
        visitor.folder(path, member);
        if (!runs.isEmpty()) {
            open.add(new Place(path, runs, entry.cluster(), place.cluster()));
        }
    }

    private void checkSize(TreePath path, Found member, List<ClusterRun> runs) {
        long clusters = runs.stream().mapToLong(ClusterRun::count).sum();
        if (clusters != geometry.clustersFor(member.entry().size())) {
            flaw(
                    member.offset(),
                    "\"" + path + "\" has " + member.entry().size() + " bytes and " + clusters + " clusters of "
                            + geometry.clusterSize());
        }
    }

    private void flaw(long offset, String reason) {
        flaws.accept(new Flaw(STRUCTURE, offset, reason));
    }

    /** Return the clusters that something was found in. */
    BitSet met() {
        return chains.met();
    }
}
