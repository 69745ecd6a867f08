package io.coreimage.filesystem.ext4;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads all directories from the root on and compares their names with the inodes. */
final class DirectoryCheck {

    private final Volume volume;
    private final InodeSurvey survey;
    private final Map<Long, InodeFacts> facts;
    private final Map<Long, Integer> names = new HashMap<>();
    private final Map<Long, Integer> subdirectories = new HashMap<>();
    private final Map<Long, Long> parents = new HashMap<>();
    private final Deque<Long> pending = new ArrayDeque<>();

    DirectoryCheck(Volume volume, InodeSurvey survey) {
        this.volume = volume;
        this.survey = survey;
        this.facts = survey.facts();
    }

    void run() throws IOException {
        InodeFacts root = facts.get((long) Inode.ROOT);
        if (root == null || !root.isDirectory()) {
            volume.findings().add("inode 2", volume.inodeOffset(Inode.ROOT), "the root is no directory");
            return;
        }
        parents.put((long) Inode.ROOT, (long) Inode.ROOT);
        pending.add((long) Inode.ROOT);
        while (!pending.isEmpty()) {
            read(pending.remove());
        }
        facts.forEach(this::checkLinks);
    }

    private void read(long number) throws IOException {
        Inode inode = volume.inode(number);
        DirectoryReader reader = new DirectoryReader(volume, number, inode);
        reader.read(survey.mapOf(number));
        reader.checkDots(parents.getOrDefault(number, 0L));
        Set<String> taken = new HashSet<>();
        for (DirectoryReader.Located each : reader.names()) {
            expect(taken.add(each.name().text()), number, each.offset(), () -> "a name stands twice");
            check(number, each);
        }
        if (inode.has(Inode.INDEX)) {
            new HashIndexCheck(volume, number, inode, reader).run();
        }
    }

    private void check(long directory, DirectoryReader.Located located) {
        Name name = located.name();
        InodeFacts target = facts.get(name.inode());
        if (!expect(
                        target != null,
                        directory,
                        located.offset(),
                        () -> "\"" + name.text() + "\" leads to inode " + name.inode() + ", which is not in use")
                || target == null) {
            return;
        }
        names.merge(name.inode(), 1, Integer::sum);
        int type = volume.geometry().features().incompatible(Ext4Features.FILETYPE)
                ? DirectoryEntry.typeOf(target.type())
                : 0;
        expect(
                name.type() == type,
                directory,
                located.offset() + 7,
                () -> "\"" + name.text() + "\" is of type " + type + ", not " + name.type());
        if (target.isDirectory()
                && expect(
                        parents.putIfAbsent(name.inode(), directory) == null,
                        directory,
                        located.offset(),
                        () -> "\"" + name.text() + "\" is a directory that has a place already")) {
            subdirectories.merge(directory, 1, Integer::sum);
            pending.add(name.inode());
        }
    }

    private void checkLinks(long number, InodeFacts each) {
        if (number == Inode.JOURNAL
                || number == Inode.RESIZE
                || number == volume.superblock().additions().orphanFile()) {
            return;
        }
        int count = each.isDirectory() ? 2 + subdirectories.getOrDefault(number, 0) : names.getOrDefault(number, 0);
        boolean reached = number == Inode.ROOT || names.containsKey(number);
        boolean uncounted = each.isDirectory() && each.links() == 1;
        long offset = volume.inodeOffset(number) + 0x1A;
        if (!reached) {
            volume.findings().add("inode " + number, offset, "no directory leads to it");
        } else if (each.links() != count && !uncounted) {
            volume.findings()
                    .add("inode " + number, offset, "it should have " + each.links() + " names, but has " + count);
        }
    }

    /** There are many names: no text is made for one that is right. */
    private boolean expect(boolean holds, long directory, long offset, Supplier<String> reason) {
        return holds || volume.findings().expect(false, "directory inode " + directory, offset, reason.get());
    }
}
