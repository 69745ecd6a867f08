package io.coreimage.evidence;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a goal's result depends on, as it is now: values, and files by where they lie. It may be more than the
 * result really depends on, never less.
 */
public final class Sighting {

    private final StringBuilder values = new StringBuilder();
    private final Set<Path> files = new LinkedHashSet<>();
    private boolean complete = true;

    /** Take in a value. */
    public Sighting value(String name, String value) {
        values.append(name.length()).append(' ').append(name);
        values.append(value.length()).append(' ').append(value);
        return this;
    }

    /** Take in a file, which does not have to be there. */
    public Sighting file(Path file) {
        Path place = file.toAbsolutePath();
        complete &= Trace.canName(place);
        files.add(place);
        return this;
    }

    /** Take in the files of a folder whose names end so; neither folder nor files have to be there. */
    public Sighting folder(Path folder, String ending) throws IOException {
        value("folder", folder.toString());
        for (Path each : Directories.list(folder)) {
            if (each.toString().endsWith(ending)) {
                file(each);
            }
        }
        return this;
    }

    /** Say that the result depends on something that cannot be seen, so that nothing can be concluded. */
    public Sighting unseen() {
        complete = false;
        return this;
    }

    boolean isComplete() {
        return complete;
    }

    /** Return the digest of the values. */
    String values() {
        return Digest.compute(Digest.Algorithm.SHA_256, values.toString()).hex();
    }

    /** Return the files but for some. */
    List<Path> filesWithout(Set<Path> others) {
        List<Path> left = new ArrayList<>(files);
        left.removeAll(others);
        return left;
    }

    /** Look closely at all of it, before a goal begins its work: what changes later is not what the goal worked with. */
    public Findings look(Instant now) throws IOException {
        List<Trace> traces = new ArrayList<>();
        for (Path each : files) {
            traces.add(Trace.of(each, now));
        }
        return new Findings(this, traces, now);
    }
}
