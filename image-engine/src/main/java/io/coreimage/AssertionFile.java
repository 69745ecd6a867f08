package io.coreimage;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Assertions in files. */
public final class AssertionFile {

    /** Far more MiB than any stream of assertions of one image. */
    private static final int LONGEST = 16;

    private static final String CHECK = "Check that it is the whole file, and that no editor changed it.";

    private AssertionFile() {}

    /** Read a file with one or more assertions. */
    public static List<Assertion> read(Path file) {
        byte[] content = content(file);
        try {
            return Assertion.decodeStream(content);
        } catch (AssertionException ex) {
            throw unreadable(file, ex);
        }
    }

    /** Read a file with one assertion and nothing else. */
    static Assertion readOne(Path file) {
        byte[] content = content(file);
        try {
            return Assertion.decode(content);
        } catch (AssertionException ex) {
            throw unreadable(file, ex);
        }
    }

    static boolean exists(Path file) {
        return Files.isRegularFile(file);
    }

    /** Return the content of a file of assertions. */
    public static byte[] content(Path file) {
        return InputFile.read(file, LONGEST);
    }

    static void write(Path file, byte[] content) {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(partial, content);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException ex) {
            throw new FaultException("cannot write \"" + file + "\": " + ex.getMessage(), ex);
        }
    }

    private static RefusedException unreadable(Path file, AssertionException ex) {
        return new RefusedException(
                "cannot read \"" + file + "\": " + reason(ex), ex.nextStep() == null ? CHECK : ex.nextStep(), ex);
    }

    /** The message of an assertion's reader starts with an introduction of its own. */
    private static String reason(AssertionException ex) {
        return ex.getMessage().replaceFirst("^cannot read ", "");
    }
}
