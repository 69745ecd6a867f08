package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.Golden;
import io.coreimage.testkit.HexDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small images of other hands beside what is in them, and broken ones beside the sentence that each earns. */
class SquashfsGoldenTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "squashfs");

    static Stream<Path> images() throws IOException {
        return Golden.inputs("squashfs", ".squashfs");
    }

    static Stream<Path> refused() throws IOException {
        return Golden.inputs("squashfs/refused", ".input");
    }

    @ParameterizedTest
    @MethodSource("images")
    void holdsWhatIsExpected(Path input) throws IOException {
        Squashfs image = Squashfs.open(ByteSource.of(Files.readAllBytes(input)));

        Golden.compare(input, image.compression() + " " + image.made() + "\n" + Dump.of(image.tree()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithItsSentence(Path input) throws IOException {
        ByteSource image = ByteSource.of(patched(Golden.text(input)));

        MalformedException ex = catchThrowableOfType(MalformedException.class, () -> readAll(image));
        Golden.compare(input, ex.getMessage() + "\n");
    }

    private static void readAll(ByteSource image) throws IOException {
        for (FileTree.Entry each : Squashfs.open(image).tree().entries()) {
            if (each.node() instanceof FileTree.RegularFile file) {
                file.content().readAll();
            }
        }
    }

    /** The first line names an image; each other one says {@code offset: bytes} to be put in, or {@code size: number}. */
    private static byte[] patched(String recipe) throws IOException {
        String[] lines = recipe.split("\n", -1);
        byte[] image = Files.readAllBytes(FOLDER.resolve(lines[0]));
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].replaceFirst("#.*", "").split(":", 2);
            if (parts[0].equals("size")) {
                image = Arrays.copyOf(image, Integer.parseInt(parts[1].strip()));
            } else if (parts.length == 2) {
                byte[] patch = HexDump.parse(parts[1]);
                System.arraycopy(patch, 0, image, Integer.decode(parts[0].strip()), patch.length);
            }
        }
        return image;
    }
}
