package io.coreimage.maven.support;

import io.coreimage.resolve.InstalledSnap;
import io.coreimage.text.TextTable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/** The snaps of an image for people's eyes, as {@code snap list} shows them, and for programs. */
public final class SnapListReport {

    private SnapListReport() {}

    /** Return a table. */
    public static String text(List<InstalledSnap> snaps, Charset charset) {
        TextTable table = TextTable.of("Name", "Version", "Rev", "Tracking", "Publisher", "Notes");
        snaps.forEach(each -> table.row(
                each.name(),
                each.version(),
                each.revision(),
                each.tracking(),
                legible(each.publisher(), charset),
                each.notes()));
        return String.join("\n", table.lines());
    }

    /** A terminal that cannot show the sign gets a star, as from snapd. */
    private static String legible(String publisher, Charset charset) {
        return charset.newEncoder().canEncode(publisher)
                ? publisher
                : publisher.replace("✓", "*").replace("✪", "**");
    }

    /** Return an array with an object for each snap. */
    public static String json(List<InstalledSnap> snaps) {
        return snaps.stream().map(SnapListReport::object).collect(Collectors.joining(",\n ", "[", "]"));
    }

    private static String object(InstalledSnap snap) {
        return "{\"name\":" + Json.quoted(snap.name())
                + ",\"version\":" + Json.quoted(snap.version())
                + ",\"revision\":" + Json.quoted(snap.revision())
                + ",\"tracking\":" + Json.quoted(snap.tracking())
                + ",\"publisher\":" + Json.quoted(snap.publisher())
                + ",\"notes\":" + Json.quoted(snap.notes()) + "}";
    }
}
