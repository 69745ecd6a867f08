package io.coreimage.maven.support;

import io.coreimage.bytes.Size;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One line of a terminal, drawn again and again, that says what is on its way:
 *
 * <pre>
 *   pc-kernel 1043: 120 MiB of 301 MiB, core22 20: 3.5 MiB of 80 MiB, 45.3 MiB/s
 * </pre>
 */
public final class ProgressLine {

    private static final long PAUSE_NANOS = 100_000_000;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final LongSupplier clock;
    private final int width;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private long started;
    private long moved;
    private long drawn;
    private int length;

    /**
     * Create an instance.
     * @param out the terminal
     * @param clock tells the time in nanoseconds
     * @param width how many characters fit into a line
     */
    public ProgressLine(PrintStream out, LongSupplier clock, int width) {
        this.out = out;
        this.clock = clock;
        this.width = width;
    }

    /** How much of a file is here. */
    private record Part(Size received, Size total) {}

    /** Show how much of a file is here; what is whole is no longer shown. */
    public synchronized void show(String what, Size received, Size total) {
        long now = clock.getAsLong();
        if (parts.isEmpty()) {
            started = now;
            moved = 0;
            drawn = now - PAUSE_NANOS;
        }
        Part before = parts.put(what, new Part(received, total));
        // What an earlier build left behind was not moved now.
        moved += before == null ? 0 : received.bytes() - before.received().bytes();
        if (received.equals(total)) {
            parts.remove(what);
        }
        if (!parts.isEmpty() && now - drawn >= PAUSE_NANOS) {
            drawn = now;
            draw(text(now));
        }
    }

    private String text(long now) {
        double seconds = (now - started) / NANOS;
        String speed = seconds > 0 && moved > 0 ? ", " + Size.ofBytes((long) (moved / seconds)) + "/s" : "";
        List<String> all = new ArrayList<>();
        parts.forEach((what, part) -> all.add(what + ": " + part.received() + " of " + part.total()));
        int shown = all.size();
        String text = String.join(", ", all) + speed;
        while (text.length() >= width && shown > 1) {
            shown--;
            text = String.join(", ", all.subList(0, shown)) + ", " + (all.size() - shown) + " more" + speed;
        }
        return text.length() < width ? text : text.substring(0, width - 1);
    }

    private void draw(String text) {
        out.print('\r' + text + " ".repeat(Math.max(0, length - text.length())));
        out.flush();
        length = text.length();
    }

    /** Let somebody else write whole lines, which then stand above this one. */
    public synchronized void above(Runnable message) {
        wipe();
        message.run();
    }

    /** Forget what is on its way, and leave an empty line. */
    public synchronized void clear() {
        parts.clear();
        wipe();
    }

    private void wipe() {
        if (length > 0) {
            draw("");
            out.print('\r');
            out.flush();
        }
    }
}
