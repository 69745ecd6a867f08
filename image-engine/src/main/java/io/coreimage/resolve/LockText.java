package io.coreimage.resolve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.coreimage.store.StorePage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes locks as JSON: the same lock always gives the same text, one fact a line, made to be read in a review. */
final class LockText {

    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private LockText(JsonGenerator out) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        this.out = out.setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
    }

    static String write(Lock lock) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            new LockText(out).add(lock);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return text + "\n";
    }

    private void add(Lock lock) throws IOException {
        out.writeStartObject();
        out.writeNumberField("version", VERSION);
        out.writeStringField(
                "inputs-sha256", new InputFacts(lock.inputs()).digest().hex());
        out.writeObjectFieldStart("inputs");
        for (Map.Entry<String, String> each : lock.inputs().entrySet()) {
            out.writeStringField(each.getKey(), each.getValue());
        }
        out.writeEndObject();
        out.writeArrayFieldStart("snaps");
        for (LockedSnap each : lock.snaps()) {
            add(each);
        }
        out.writeEndArray();
        addSets(lock.sets());
        addAssertions(lock.assertions());
        out.writeEndObject();
    }

    private void addSets(Map<ValidationSetName, Sequence> sets) throws IOException {
        out.writeObjectFieldStart("validation-sets");
        for (Map.Entry<ValidationSetName, Sequence> each : sets.entrySet()) {
            out.writeObjectFieldStart(each.getKey().toString());
            out.writeNumberField("sequence", each.getValue().number());
            out.writeBooleanField("pinned", each.getValue().pinned());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void addAssertions(List<LockedAssertion> assertions) throws IOException {
        out.writeArrayFieldStart("assertions");
        for (LockedAssertion each : assertions) {
            out.writeStartObject();
            out.writeStringField("name", each.name());
            out.writeNumberField("revision", each.revision());
            out.writeStringField("sha3-384", each.digest().base64Url());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void add(LockedSnap snap) throws IOException {
        out.writeStartObject();
        put("name", snap.name());
        put("id", snap.id());
        put("revision", snap.revision());
        put("version", snap.version());
        put("type", snap.type());
        put("channel-asked", snap.asked());
        put("channel", snap.channel());
        put("publisher", snap.publisher());
        add(snap.page());
        add(snap.file());
        addComponents(snap.components());
        out.writeEndObject();
    }

    private void addComponents(List<LockedComponent> components) throws IOException {
        if (components.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("components");
        for (LockedComponent each : components) {
            out.writeStartObject();
            put("name", each.name());
            put("revision", each.revision());
            add(each.file());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void add(StorePage page) throws IOException {
        if (page.isPrivate()) {
            out.writeBooleanField("private", true);
        }
        put("contact", page.contact());
        if (page.links().isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("links");
        for (Map.Entry<String, List<String>> each : page.links().entrySet()) {
            out.writeArrayFieldStart(each.getKey());
            for (String link : each.getValue()) {
                out.writeString(link);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void add(LockedFile file) throws IOException {
        put("file", file.origin());
        if (file.isFloating()) {
            out.writeBooleanField("floating", true);
        } else {
            out.writeNumberField("size", Objects.requireNonNull(file.size()).bytes());
            put("sha3-384", Objects.requireNonNull(file.digest()).base64Url());
        }
    }

    private void put(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }
}
