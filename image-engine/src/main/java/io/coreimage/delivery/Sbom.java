package io.coreimage.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Guid;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenComponent;
import io.coreimage.resolve.ChosenSnap;
import io.coreimage.snap.SnapPackage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bill of materials of an image, in CycloneDX 1.6: its snaps with revision, publisher, licence and digest, their
 * components, and the Debian packages that they list. It is made of the choice alone, so that the same choice gives the
 * same bytes; its serial number is derived from them.
 */
public final class Sbom {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Lines end in the same way on every system. */
    private static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private static final Guid SERIALS = Guid.parse("0b7f7f0e-6a39-5d3c-9a55-6a2f3a1b5c1d");

    /** An SPDX expression, by its look: identifiers, brackets and the three words between them. */
    private static final Pattern EXPRESSION =
            Pattern.compile("\\(?[A-Za-z0-9.+-]+\\)?(?: (?:AND|OR|WITH) \\(?[A-Za-z0-9.+-]+\\)?)*");

    private static final Pattern NO_LICENCE_OF_SPDX = Pattern.compile("(?i)proprietary|unset|other.*|none");

    private final Choice choice;
    private final ObjectNode root = JSON.createObjectNode();

    private Sbom(Choice choice) {
        this.choice = choice;
    }

    /**
     * Make the bill of a choice.
     * @param choice what is in the image
     * @param time the time of the build, as the image has it
     * @param toolVersion the version of this program
     */
    public static Sbom of(Choice choice, Instant time, String toolVersion) throws IOException {
        Sbom sbom = new Sbom(choice);
        sbom.fill(time, toolVersion);
        return sbom;
    }

    private void fill(Instant time, String toolVersion) throws IOException {
        root.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        root.put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "")
                .put("version", 1);
        ObjectNode metadata = root.putObject("metadata");
        metadata.put("timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString());
        metadata.putArray("lifecycles").addObject().put("phase", "build");
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("group", "io.coreimage")
                .put("name", "core-image-maven-plugin")
                .put("version", toolVersion);
        describeModel(metadata.putObject("component"));
        ArrayNode components = root.putArray("components");
        for (ChosenSnap snap : choice.snaps()) {
            describe(snap, components.addObject());
        }
        describeDependencies(root.putArray("dependencies"));
        Digest content = Digest.compute(Digest.Algorithm.SHA_256, text());
        root.put(
                "serialNumber",
                "urn:uuid:" + Guid.nameBased(SERIALS, content.hex()).uuid());
    }

    private void describeModel(ObjectNode component) {
        Model model = choice.model();
        component.put("type", "operating-system").put("bom-ref", modelRef());
        component.put("publisher", publisher(model.brandId())).put("name", model.name());
        component.put("version", String.valueOf(model.assertion().revision()));
        ArrayNode properties = component.putArray("properties");
        property(properties, "brand-id", model.brandId());
        property(properties, "architecture", model.architecture());
        property(properties, "base", model.baseName());
        property(properties, "grade", model.grade().word());
    }

    private String modelRef() {
        return "model/" + choice.model().brandId() + "/" + choice.model().name();
    }

    private static String ref(ChosenSnap snap) {
        return "snap/" + snap.name();
    }

    private void describe(ChosenSnap snap, ObjectNode component) throws IOException {
        component.put("type", snap.equals(choice.kernel()) ? "operating-system" : "application");
        component.put("bom-ref", ref(snap));
        if (snap.publisher() != null) {
            component.put("publisher", publisher(snap.publisher()));
        }
        component.put("name", snap.name().value()).put("version", snap.info().version());
        if (!snap.about().summary().isEmpty()) {
            component.put("description", snap.about().summary());
        }
        hash(component, snap.file().digest());
        licence(component, snap.about().license());
        ArrayNode properties = component.putArray("properties");
        property(properties, "revision", snap.revision());
        property(properties, "snap-id", snap.id());
        property(properties, "publisher-id", snap.publisher());
        property(properties, "type", snap.type());
        property(properties, "channel", snap.channel());
        describeInside(snap, component);
    }

    /** Components and packages stand inside their snap, since that is what is replaced as a whole. */
    private static void describeInside(ChosenSnap snap, ObjectNode component) throws IOException {
        ArrayNode inside = JSON.createArrayNode();
        for (ChosenComponent each : snap.components()) {
            ObjectNode part = inside.addObject().put("type", "file");
            part.put("bom-ref", ref(snap) + "/component/" + each.name());
            part.put("name", each.info().name().toString());
            part.put(
                    "version",
                    Optional.ofNullable(each.info().version())
                            .orElse(snap.info().version()));
            hash(part, each.file().digest());
            property(part.putArray("properties"), "revision", each.revision());
        }
        for (SnapPackage each : snap.file().packages()) {
            String purl = purl(each);
            ObjectNode part = inside.addObject().put("type", "library");
            part.put("bom-ref", ref(snap) + "/" + purl);
            part.put("name", each.name()).put("version", each.version()).put("purl", purl);
        }
        if (!inside.isEmpty()) {
            component.set("components", inside);
        }
    }

    /** Snaps are built from Ubuntu's packages. */
    private static String purl(SnapPackage each) {
        String version = URLEncoder.encode(each.version(), StandardCharsets.UTF_8);
        String name = URLEncoder.encode(each.name(), StandardCharsets.UTF_8);
        String architecture = each.architecture().isEmpty() ? "" : "?arch=" + each.architecture();
        return "pkg:deb/ubuntu/" + name + "@" + version + architecture;
    }

    private static void hash(ObjectNode component, Digest digest) {
        component
                .putArray("hashes")
                .addObject()
                .put("alg", digest.algorithm() == Digest.Algorithm.SHA3_384 ? "SHA3-384" : "SHA-256")
                .put("content", digest.hex());
    }

    private static void licence(ObjectNode component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        ObjectNode entry = component.putArray("licenses").addObject();
        if (EXPRESSION.matcher(text).matches()
                && !NO_LICENCE_OF_SPDX.matcher(text).matches()) {
            entry.put("expression", text);
        } else {
            entry.putObject("license").put("name", text);
        }
    }

    private static void property(ArrayNode properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.addObject().put("name", "core-image:" + name).put("value", value.toString());
        }
    }

    /** Return the name of an account, if its assertion is in the image, else its id. */
    private String publisher(String account) {
        return choice.assertions().all().stream()
                .filter(each -> each.type().name().equals("account"))
                .filter(each -> each.primaryKey().contains(account))
                .map(each -> displayName(each, account))
                .findFirst()
                .orElse(account);
    }

    private static String displayName(Assertion account, String id) {
        String name = account.header("display-name");
        return name.isEmpty() ? id : name;
    }

    private void describeDependencies(ArrayNode dependencies) {
        ArrayNode all = dependencies.addObject().put("ref", modelRef()).putArray("dependsOn");
        choice.snaps().forEach(each -> all.add(ref(each)));
        for (ChosenSnap snap : choice.snaps()) {
            ObjectNode dependency = dependencies.addObject().put("ref", ref(snap));
            String base = snap.info().base();
            choice.snaps().stream()
                    .filter(each -> each.name().value().equals(base))
                    .findFirst()
                    .ifPresent(each -> dependency.putArray("dependsOn").add(ref(each)));
        }
    }

    private String text() {
        try {
            return JSON.writer(LINES).writeValueAsString(root);
        } catch (JsonProcessingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Return the bill as it is written. */
    public String toJson() {
        return text() + "\n";
    }
}
