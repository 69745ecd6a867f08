package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.cache.WholeFile;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock with the texts of its assertions, as two files side by side: {@code core-image.lock} and
 * {@code core-image.assertions}.
 * @param lock the lock
 * @param assertions the assertions that it names, in its order
 * @param name what people call the lock's file
 */
public record KeptChoice(Lock lock, List<Assertion> assertions, String name) {

    private static final String RELOCK =
            "Write the lock anew with core-image:lock, look at what changed, and commit it.";

    public KeptChoice {
        assertions = List.copyOf(assertions);
    }

    /**
     * Keep a choice.
     * @param choice the choice
     * @param wishes what it was made with
     * @param name what people will call the lock's file
     */
    public static KeptChoice of(Choice choice, Wishes wishes, String name) {
        return new KeptChoice(Lock.of(choice, wishes), choice.assertions().all(), name);
    }

    /** Return where the assertions of a lock are: beside it, with another suffix. */
    public static Path assertionsOf(Path lock) {
        String name = String.valueOf(lock.getFileName());
        String stem = name.endsWith(".lock") ? name.substring(0, name.length() - ".lock".length()) : name;
        return lock.resolveSibling(stem + ".assertions");
    }

    /** Read the lock in a file, and the assertions beside it. */
    public static KeptChoice read(Path file) {
        String name = String.valueOf(file.getFileName());
        Lock lock = LockReader.read(new String(bytes(file), StandardCharsets.UTF_8), name);
        List<Assertion> assertions = Assertion.decodeStream(bytes(assertionsOf(file)));
        return new KeptChoice(lock, assertions, name).checked();
    }

    /** Read the lock in a file to compare with, without its assertions; nothing if it is none. */
    public static @Nullable KeptChoice readLoosely(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return new KeptChoice(
                    LockReader.read(new String(bytes(file), StandardCharsets.UTF_8), name), List.of(), name);
        } catch (RefusedException ex) {
            // Whatever stands there, it is written anew.
            return null;
        }
    }

    /** Read a lock and its assertions from memory. */
    public static KeptChoice read(String name, String lock, byte[] assertions) {
        return new KeptChoice(LockReader.read(lock, name), Assertion.decodeStream(assertions), name).checked();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException ex) {
            throw new RefusedException("cannot read \"" + file.getFileName() + "\": there is no such file", RELOCK, ex);
        } catch (IOException ex) {
            throw new FaultException("cannot read \"" + file.getFileName() + "\": " + ex.getMessage(), ex);
        }
    }

    private KeptChoice checked() {
        List<LockedAssertion> found =
                assertions.stream().map(LockedAssertion::of).toList();
        if (!found.equals(lock.assertions())) {
            String which = lock.assertions().stream()
                    .filter(each -> !found.contains(each))
                    .findFirst()
                    .map(each -> each.name() + " is missing or another one")
                    .orElse("it holds others, or in another order");
            throw new RefusedException(
                    "cannot use lock \"" + name + "\": the assertions beside it do not belong to it: " + which, RELOCK);
        }
        return this;
    }

    /** Return the lock's text. */
    public String lockText() {
        return LockText.write(lock);
    }

    /** Return the stream of the assertions' texts, with an empty line between. */
    public byte[] assertionText() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (Assertion each : assertions) {
            if (stream.size() > 0) {
                stream.write('\n');
            }
            stream.writeBytes(each.encoded());
        }
        return stream.toByteArray();
    }

    /** Write both files; each appears whole or not at all. */
    public void write(Path file) {
        replace(assertionsOf(file), assertionText());
        replace(file, lockText().getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Path file, byte[] content) {
        try {
            WholeFile.write(file, target -> target.write(content));
        } catch (IOException ex) {
            throw new FaultException("cannot write \"" + file + "\": " + ex.getMessage(), ex);
        }
    }

    /** Refuse if model or wishes are not those that the lock was made for. */
    void checkInputs(Model model, Wishes wishes) {
        List<String> changes = lock.staleness(model, wishes);
        if (!changes.isEmpty()) {
            throw new RefusedException(
                    "cannot use lock \"" + name + "\": it was made for other inputs; since then changed "
                            + String.join("; ", changes),
                    RELOCK);
        }
    }

    /** Refuse if a choice that obeyed the lock is not what the lock says, which only an edited lock can bring about. */
    void checkOutcome(Choice choice, Wishes wishes) {
        Lock outcome = Lock.of(choice, wishes);
        if (!outcome.equals(lock)) {
            List<String> delta = LockDelta.between(lock, outcome);
            throw new RefusedException(
                    "cannot use lock \"" + name + "\": its files and assertions say otherwise: "
                            + (delta.isEmpty() ? "another order or other publishers" : String.join("; ", delta)),
                    RELOCK);
        }
    }
}
