package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which revision of each snap, and which edition of each validation set, an image has or may have: a line for each.
 *
 * <pre>
 *   account/set=3       an edition that the model pins
 *   account/set 12      an edition that it does not pin
 *   hello 38            a revision
 *   my-app x1           a snap without signed revision
 * </pre>
 *
 * @param sequences the editions
 * @param revisions the revisions
 */
public record SeedManifest(SortedMap<ValidationSetName, Sequence> sequences, SortedMap<SnapName, Revision> revisions) {

    public static final SeedManifest EMPTY = new SeedManifest(new TreeMap<>(), new TreeMap<>());

    public SeedManifest {
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
    }

    /**
     * Return what the text says.
     * @param text the file
     * @param name what people call the file, for errors
     */
    public static SeedManifest read(String text, String name) {
        return new SeedManifestReader(name).read(text);
    }

    /** Return this with the other's lines for what this says nothing about. */
    public SeedManifest orElse(SeedManifest other) {
        SortedMap<ValidationSetName, Sequence> allSequences = new TreeMap<>(other.sequences);
        allSequences.putAll(sequences);
        SortedMap<SnapName, Revision> allRevisions = new TreeMap<>(other.revisions);
        allRevisions.putAll(revisions);
        return new SeedManifest(allSequences, allRevisions);
    }

    /** Return the file's text; empty where there is nothing to say. */
    public String write() {
        StringBuilder text = new StringBuilder();
        sequences.forEach((name, sequence) -> text.append(name)
                .append(sequence.pinned() ? '=' : ' ')
                .append(sequence.number())
                .append('\n'));
        revisions.forEach((name, revision) ->
                text.append(name).append(' ').append(revision).append('\n'));
        return text.toString();
    }

    /** Reads the lines of a manifest. */
    private static final class SeedManifestReader {

        private final String name;
        private final SortedMap<ValidationSetName, Sequence> sequences = new TreeMap<>();
        private final SortedMap<SnapName, Revision> revisions = new TreeMap<>();

        private SeedManifestReader(String name) {
            this.name = name;
        }

        private SeedManifest read(String text) {
            String[] lines = text.split("\n", -1);
            int count = text.endsWith("\n") ? lines.length - 1 : lines.length;
            for (int i = 0; i < count; i++) {
                readLine(lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i], i + 1);
            }
            return new SeedManifest(sequences, revisions);
        }

        private void readLine(String line, int number) {
            if (line.startsWith("#")) {
                return;
            }
            try {
                readEntry(line);
            } catch (RefusedException ex) {
                throw new RefusedException(
                        "cannot read \"" + name + "\": line " + number + ": " + ex.getMessage(), ex.nextStep(), ex);
            }
        }

        private void readEntry(String line) {
            String[] words = line.split("\\s+");
            if (line.isEmpty()
                    || line.strip().isEmpty()
                    || Character.isWhitespace(line.charAt(0))
                    || words.length > 2) {
                throw new RefusedException("not of the form \"name revision\"");
            }
            boolean isSet = words[0].indexOf('/') >= 0;
            if (isSet && words.length == 1) {
                readPinned(words[0]);
            } else if (isSet) {
                sequences.putIfAbsent(ValidationSetName.parse(words[0]), sequence(words[1], false));
            } else if (words.length == 2) {
                revisions.putIfAbsent(SnapName.parse(words[0]), Revision.parse(words[1]));
            } else {
                throw new RefusedException("not of the form \"name revision\"");
            }
        }

        private void readPinned(String word) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new RefusedException("no number for validation set \"" + word + "\"");
            }
            sequences.putIfAbsent(
                    ValidationSetName.parse(word.substring(0, equals)), sequence(word.substring(equals + 1), true));
        }

        private static Sequence sequence(String text, boolean pinned) {
            Revision number = Revision.parse(text);
            if (number.isLocal()) {
                throw new RefusedException("\"" + text + "\" is no number of a validation set");
            }
            return new Sequence(number.number(), pinned);
        }
    }
}
