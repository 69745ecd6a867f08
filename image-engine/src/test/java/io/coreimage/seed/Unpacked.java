package io.coreimage.seed;

import io.coreimage.bytes.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a tree into a folder, for judges that read folders. */
final class Unpacked {

    private Unpacked() {}

    static Path write(FileTree tree, Path folder) throws IOException {
        for (FileTree.Entry each : tree.entries()) {
            Path place = folder.resolve(each.path().toString());
            if (each.node() instanceof FileTree.Directory) {
                Files.createDirectories(place);
            } else if (each.node() instanceof FileTree.RegularFile file) {
                try (FileChannel channel =
                        FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    file.content().copyTo(0, file.content().size(), channel);
                }
            } else if (each.node() instanceof FileTree.Symlink link) {
                Files.createSymbolicLink(place, Path.of(link.target()));
            }
        }
        return folder;
    }
}
