package io.coreimage.maven.support;

import io.coreimage.BuildEvents;
import io.coreimage.bytes.Size;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the engine, told in Maven's log; what is on its way, shown in a line of the terminal below it.
 * @param log where it is told
 * @param line the line; {@code null} where nobody looks at a terminal
 * @param warnings what was warned of so far
 */
public record LogEvents(Log log, @Nullable ProgressLine line, List<String> warnings)
        implements BuildEvents, AutoCloseable {

    public LogEvents(Log log, @Nullable ProgressLine line) {
        this(log, line, new CopyOnWriteArrayList<>());
    }

    @Override
    public void note(String sentence) {
        above(() -> log.info(sentence));
    }

    @Override
    public void warn(String sentence) {
        warnings.add(sentence);
        above(() -> log.warn(sentence));
    }

    private void above(Runnable message) {
        if (line == null) {
            message.run();
        } else {
            line.above(message);
        }
    }

    @Override
    public void progress(String what, Size received, Size total) {
        if (line != null) {
            line.show(what, received, total);
        }
    }

    /** Leave a clean terminal, whatever was still on its way. */
    @Override
    public void close() {
        if (line != null) {
            line.clear();
        }
    }
}
