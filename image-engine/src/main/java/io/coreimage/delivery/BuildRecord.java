package io.coreimage.delivery;

import io.coreimage.bytes.Digest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The record of a build, as properties in the way of <a href="https://reproducible-builds.org/docs/jvm/">buildinfo for
 * the JVM</a>: who built, from what, and what came out. It names Java, Maven and the operating system and so is no input
 * of anything.
 * @param environment who builds
 * @param inputs everything that went in
 * @param outputs everything that came out
 */
public record BuildRecord(BuildEnvironment environment, List<Entry> inputs, List<Entry> outputs) {

    public BuildRecord {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * An input or an output.
     * @param name the name of the file, or of the option
     * @param length in bytes, -1 where nobody counted
     * @param digest its digest, where somebody computed it
     */
    public record Entry(String name, long length, @Nullable Digest digest) {

        /** Return an input of which only the digest is known. */
        public static Entry of(String name, Digest digest) {
            return new Entry(name, -1, digest);
        }
    }

    /** Return the record as it is written. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        line(text, "buildinfo.version", "1.0-SNAPSHOT");
        line(text, "core-image.version", environment.toolVersion());
        environment.properties().forEach((key, value) -> line(text, key, value));
        add(text, "inputs", inputs);
        add(text, "outputs", outputs);
        return text.toString();
    }

    private static void add(StringBuilder text, String kind, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String key = kind + "." + i + ".";
            line(text, key + "filename", entry.name());
            if (entry.length() >= 0) {
                line(text, key + "length", String.valueOf(entry.length()));
            }
            if (entry.digest() != null) {
                line(
                        text,
                        key + "checksums." + algorithm(entry.digest()),
                        entry.digest().hex());
            }
        }
    }

    private static String algorithm(Digest digest) {
        return switch (digest.algorithm()) {
            case SHA_256 -> "sha256";
            case SHA_512 -> "sha512";
            case SHA3_384 -> "sha3-384";
        };
    }

    /** Written by the rules of {@code java.util.Properties}, in plain ASCII. */
    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=');
        for (char each : value.strip().toCharArray()) {
            if (each == '\\') {
                text.append("\\\\");
            } else if (each < ' ' || each > '~') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                text.append(each);
            }
        }
        text.append('\n');
    }
}
