package io.coreimage.evidence;

import io.coreimage.bytes.Digest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evidence as lines of text.
 * @param lines the lines
 */
record EvidenceText(List<String> lines) {

    private static final String FIRST = "core-image evidence 1";

    /** Return the text of evidence. */
    static String of(Evidence evidence) {
        List<String> lines = new ArrayList<>(List.of(FIRST));
        lines.add(line("values", evidence.values()));
        lines.add(line("result", evidence.result().toString()));
        lines.add(line("made", String.valueOf(evidence.made().toEpochMilli())));
        evidence.until().ifPresent(end -> lines.add(line("until", String.valueOf(end.toEpochMilli()))));
        evidence.inputs().forEach(each -> lines.add(line("in", each.line())));
        evidence.outputs().forEach(each -> lines.add(line("out", each.line())));
        evidence.blobs().forEach(each -> lines.add(line("blob", each.hex())));
        lines.add(line("sentence", oneLine(evidence.sentence())));
        evidence.warnings().forEach(each -> lines.add(line("warning", oneLine(each))));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String name, String value) {
        return name + "\t" + value;
    }

    private static String oneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String lines(String text) {
        return text.translateEscapes();
    }

    /**
     * Return what the lines say.
     * @throws IllegalArgumentException if they are no evidence
     */
    Evidence read() {
        if (lines.isEmpty() || !lines.get(0).equals(FIRST)) {
            throw new IllegalArgumentException("no evidence");
        }
        List<Trace> inputs = new ArrayList<>();
        for (String each : all("in")) {
            inputs.add(Trace.parse(each));
        }
        List<Trace> outputs = new ArrayList<>();
        for (String each : all("out")) {
            outputs.add(Trace.parse(each));
        }
        List<Digest> blobs = new ArrayList<>();
        for (String each : all("blob")) {
            blobs.add(new Digest(Digest.Algorithm.SHA3_384, each));
        }
        List<String> warnings = new ArrayList<>();
        for (String each : all("warning")) {
            warnings.add(lines(each));
        }
        List<String> until = all("until");
        return new Evidence(
                only("values"),
                Path.of(only("result")),
                time(only("made")),
                until.isEmpty() ? Optional.empty() : Optional.of(time(until.get(0))),
                inputs,
                outputs,
                blobs,
                lines(only("sentence")),
                warnings);
    }

    private List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (String each : lines) {
            if (each.startsWith(name) && each.startsWith("\t", name.length())) {
                values.add(each.substring(name.length() + 1));
            }
        }
        return values;
    }

    private String only(String name) {
        List<String> values = all(name);
        if (values.size() != 1) {
            throw new IllegalArgumentException(name + " stands there " + values.size() + " times");
        }
        return values.get(0);
    }

    private static Instant time(String text) {
        return Instant.ofEpochMilli(Long.parseLong(text));
    }
}
