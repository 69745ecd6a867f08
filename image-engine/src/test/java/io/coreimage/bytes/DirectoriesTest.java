package io.coreimage.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.HardLink;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.FileTree.Symlink;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

    private static final Instant TIME = Instant.parse("2024-02-29T12:34:56.123456789Z");

    @TempDir
    Path folder;

    @Test
    void listsInTheOrderOfBytesWhateverTheFolderSays() throws IOException {
        for (String name : new String[] {"b", "a", "B", "a.b", "ab", "\u00e4", "\uff5e", "\ud83d\udcbe"}) {
            Files.createFile(folder.resolve(name));
        }
        // U+FF5E stands before U+1F4BE, although its UTF-16 unit is the larger.
        assertThat(Directories.list(folder).stream()
                        .map(each -> each.getFileName().toString()))
                .containsExactly("B", "a", "a.b", "ab", "b", "\u00e4", "\uff5e", "\ud83d\udcbe");
    }

    @Test
    void scansModesTimesLinksAndContent() throws IOException {
        Path file =
                Files.writeString(Files.createDirectories(folder.resolve("d/e")).resolve("f"), "content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setPosixFilePermissions(folder.resolve("d"), PosixFilePermissions.fromString("rwx------"));
        Files.setLastModifiedTime(file, FileTime.from(TIME));
        Files.createLink(folder.resolve("z"), file);
        Files.createSymbolicLink(folder.resolve("s"), Path.of("../nowhere"));

        FileTree tree = Directories.scan(folder);

        assertThat(tree.entries())
                .extracting(each -> each.path().toString())
                .containsExactly("", "d", "d/e", "d/e/f", "s", "z");
        assertThat(((Directory) tree.find("d")).attributes().mode()).isEqualTo(0700);
        RegularFile scanned = (RegularFile) tree.find("d/e/f");
        assertThat(scanned.attributes().mode()).isEqualTo(0711);
        assertThat(scanned.attributes().modified()).isEqualTo(TIME);
        assertThat(scanned.attributes().uid()).isEqualTo(((Number) Files.getAttribute(file, "unix:uid")).longValue());
        assertThat(scanned.content().readAll()).asString(StandardCharsets.UTF_8).isEqualTo("content");
        assertThat(((Symlink) tree.find("s")).target()).isEqualTo("../nowhere");
        assertThat(tree.find("z")).isEqualTo(new HardLink(TreePath.of("d/e/f")));
    }

    @Test
    void readsTheExtendedAttributesOfUsers() throws IOException {
        Path file = Files.createFile(folder.resolve("f"));
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        Foreign.requireMachine("extended attributes", Files.getFileStore(folder).supportsFileAttributeView("user"));
        view.write("colour", ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(((RegularFile) Directories.scan(folder).find("f"))
                        .attributes()
                        .xattrs())
                .containsOnlyKeys("user.colour")
                .containsValue(ByteSource.of(new byte[] {1, 2, 3}));
    }

    @Test
    void knowsDevicesAndPipes() throws IOException {
        Foreign.tool("mkfifo").run(folder.resolve("pipe"));
        boolean made = Foreign.tool("mknod")
                        .judge(folder.resolve("tty"), "c", 1029, 66000)
                        .status()
                == 0;
        Foreign.requireMachine("mknod", made);
        FileTree tree = Directories.scan(folder);
        assertThat(tree.find("pipe")).isInstanceOf(FileTree.Fifo.class);
        assertThat(tree.find("tty")).isInstanceOfSatisfying(FileTree.Device.class, device -> {
            assertThat(device.block()).isFalse();
            assertThat(device.major()).isEqualTo(1029);
            assertThat(device.minor()).isEqualTo(66000);
        });
    }

    @Test
    void twoFoldersOfTheSameContentGiveEqualTrees() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        for (String name : new String[] {"a", "b", "c"}) {
            Files.writeString(one.resolve(name), name);
        }
        for (String name : new String[] {"c", "b", "a"}) {
            Files.writeString(other.resolve(name), name);
        }
        assertThat(fixed(one)).isEqualTo(fixed(other));
        Files.writeString(other.resolve("a"), "x");
        assertThat(fixed(one)).isNotEqualTo(fixed(other));
    }

    private static FileTree fixed(Path folder) {
        return Directories.scan(folder).withAttributes(each -> each.withModified(TIME));
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("f"));
        assertThatThrownBy(() -> Directories.scan(file))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot scan \"" + file + "\": it is no folder");
        assertThatThrownBy(() -> Directories.scan(folder.resolve("none")))
                .isInstanceOf(FaultException.class)
                .hasMessage("cannot read \"" + folder.resolve("none") + "\": it does not exist");
    }
}
