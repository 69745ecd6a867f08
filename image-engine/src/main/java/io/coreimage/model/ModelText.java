package io.coreimage.model;

import io.coreimage.assertion.HeaderMap;
import io.coreimage.assertion.HeaderText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** A model as somebody wrote it, not signed yet. */
public final class ModelText {

    private static final String AUTHORITY = "authority-id";
    private static final String BRAND = "brand-id";
    private static final String TIMESTAMP = "timestamp";

    private final ModelRefusal refusal;
    private final Node root;

    private ModelText(ModelRefusal refusal, Node root) {
        this.refusal = refusal;
        this.root = root;
    }

    /**
     * Read a model in JSON, as {@code snap sign} takes it.
     * @param text the text
     * @param name what the user calls it, for messages
     */
    public static ModelText json(String text, String name) {
        ModelRefusal refusal = refusal(name);
        return new ModelText(refusal, JsonModel.read(text, refusal));
    }

    /** Read a model in YAML. */
    public static ModelText yaml(String text, String name) {
        ModelRefusal refusal = refusal(name);
        return new ModelText(refusal, YamlModel.read(text, refusal));
    }

    /** Take a model that stands in XML, in an element whose children are the headers. */
    public static ModelText xml(ModelElement element) {
        return new ModelText(new ModelRefusal("in the POM"), new Node.Undecided(element, "<" + element.name() + ">"));
    }

    private static ModelRefusal refusal(String name) {
        return new ModelRefusal("\"" + name + "\"");
    }

    /**
     * Return the model with everything filled in that is filled in by itself.
     * @throws io.coreimage.problem.RefusedException if something in it cannot be signed
     */
    public ModelDraft draft(ModelRules rules) {
        HeaderBuilder builder = new HeaderBuilder(refusal, rules);
        HeaderMap headers = timestamped(accounted(typed(builder.headers(root))), rules);
        Instant timestamp = time(headers);
        return new ModelDraft(headers, timestamp, rules.buildTime().orElse(timestamp), builder.warnings());
    }

    private HeaderMap typed(HeaderMap headers) {
        String type = headers.text("type");
        if (type == null) {
            throw refusal.of("its \"type\" is missing", "Add the header type with the value model.");
        }
        if (!type.equals("model")) {
            throw refusal.of("its type is \"" + type + "\", not \"model\"", "Only models are signed here.");
        }
        return headers;
    }

    private HeaderMap accounted(HeaderMap headers) {
        if (!headers.has(AUTHORITY) && !headers.has(BRAND)) {
            throw refusal.of(
                    "it names neither \"brand-id\" nor \"authority-id\"",
                    "Add brand-id with your account id, which core-image:whoami shows.");
        }
        HeaderMap branded = copied(headers, AUTHORITY, BRAND);
        return copied(branded, BRAND, AUTHORITY);
    }

    private static HeaderMap copied(HeaderMap headers, String from, String to) {
        String value = headers.text(from);
        return value == null || headers.has(to) ? headers : headers.with(to, new HeaderText(value));
    }

    private HeaderMap timestamped(HeaderMap headers, ModelRules rules) {
        if (headers.has(TIMESTAMP)) {
            return headers;
        }
        Instant time = rules.buildTime()
                .orElseThrow(() -> refusal.of(
                        "it has no \"timestamp\" and neither has the build",
                        "Add <project.build.outputTimestamp>2026-01-31T00:00:00Z</project.build.outputTimestamp> with a date of"
                                + " yours to the properties of the POM, or set core-image.timestamp."));
        return headers.with(
                TIMESTAMP, new HeaderText(time.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    private Instant time(HeaderMap headers) {
        String text = String.valueOf(headers.text(TIMESTAMP));
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException ex) {
            throw refusal.of(
                    "its timestamp \"" + text + "\" is no date",
                    "Write it as 2020-03-10T12:34:57+00:00, or leave the line out to use the build's timestamp.");
        }
    }
}
