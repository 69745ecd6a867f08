package io.coreimage.squashfs;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Nowhere;
import io.coreimage.problem.Flaw;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at everything in an image: every inode is met and counted, every table holds what the others say of it, and all
 * content is decompressed.
 */
final class ImageCheck {

    private static final String INODE = "squashfs inode";
    private static final long CONTENT = 256L << 20;
    private static final int CONTENT_PER_BYTE = 256;

    private final Superblock superblock;
    private final Nodes nodes;
    private final Tables tables;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<Long, Met> met = new HashMap<>();
    private final Deque<Met> directories = new ArrayDeque<>();
    private long contentLeft;

    ImageCheck(Superblock superblock, Nodes nodes, Tables tables) {
        this.superblock = superblock;
        this.nodes = nodes;
        this.tables = tables;
        this.contentLeft = CONTENT + CONTENT_PER_BYTE * superblock.bytesUsed();
    }

    /** An inode that was met, how often, and how many directories are in it. */
    private static final class Met {

        private final Inode inode;
        private final long parent;
        private int names;
        private int folders;

        private Met(Inode inode, long parent) {
            this.inode = inode;
            this.parent = parent;
        }
    }

    List<Flaw> run() throws IOException {
        try {
            tables.check(flaws);
            walk();
            met.values().forEach(this::checkLinks);
            checkNumbers();
            for (Met each : met.values()) {
                checkContent(each.inode);
            }
        } catch (MalformedException ex) {
            flaws.add(ex.toFlaw());
        }
        return flaws.stream().sorted().toList();
    }

    private void walk() throws IOException {
        Budget budget = nodes.newBudget();
        meet(nodes.root(), superblock.inodes() + 1).names = 1;
        for (Met next = directories.poll(); next != null; next = directories.poll()) {
            Listing listing = nodes.listing((DirectoryBody) next.inode.body());
            DirectoryIndex index = new DirectoryIndex(next.inode, superblock);
            for (Listing.Item item = listing.next(); item != null; item = listing.next()) {
                budget.spend(Budget.NODE + item.name().length);
                index.check(item, flaws);
                nodes.name(item);
                Inode inode = nodes.inode(item);
                require(item.number() == inode.header().number(), inode, "its directory has another number for it");
                Met found = met.get(inode.reference());
                if (found == null) {
                    found = meet(inode, next.inode.header().number());
                } else if (inode.isDirectory()) {
                    throw inode.rest().malformed("a directory stands in the tree twice");
                }
                found.names++;
                next.folders += inode.isDirectory() ? 1 : 0;
            }
            index.finish(flaws);
        }
    }

    private Met meet(Inode inode, long parent) {
        Met found = new Met(inode, parent);
        met.put(inode.reference(), found);
        if (inode.isDirectory()) {
            directories.add(found);
        }
        return found;
    }

    private void checkLinks(Met each) {
        if (each.inode.body() instanceof DirectoryBody directory) {
            require(directory.parent() == each.parent, each.inode, "its parent is another one");
            require(directory.links() == each.folders + 2L, each.inode, "it has " + directory.links() + " links");
        } else {
            long links = each.inode.body().links();
            require(links == each.names, each.inode, "it has " + links + " links and " + each.names + " names");
        }
    }

    private void checkNumbers() throws IOException {
        Map<Long, Inode> numbers = new HashMap<>();
        for (Met each : met.values()) {
            long number = each.inode.header().number();
            boolean isFree = numbers.put(number, each.inode) == null;
            require(isFree && number >= 1 && number <= superblock.inodes(), each.inode, "its number is " + number);
        }
        require(met.size() == superblock.inodes(), nodes.root(), met.size() + " inodes of " + superblock.inodes());
        tables.checkExports(numbers, flaws);
    }

    private void checkContent(Inode inode) throws IOException {
        try {
            nodes.node(inode, nodes.newBudget());
            if (inode.body() instanceof FileBody file) {
                read(nodes.content(inode, file), inode);
            }
        } catch (MalformedException ex) {
            flaws.add(ex.toFlaw());
        }
    }

    /** Holes are passed over, and what decompresses to more than an honest image holds is not read to its end. */
    private void read(ByteSource content, Inode inode) throws IOException {
        for (ByteRange each : content.dataRanges()) {
            contentLeft -= each.count();
            if (contentLeft < 0) {
                throw inode.rest().malformed("all content is larger than an image of this size can honestly hold");
            }
            content.copyTo(each.from(), each.count(), new Nowhere());
        }
    }

    private void require(boolean condition, Inode inode, String reason) {
        if (!condition) {
            flaws.add(new Flaw(INODE, superblock.inodeTable() + Inode.block(inode.reference()), reason));
        }
    }
}
