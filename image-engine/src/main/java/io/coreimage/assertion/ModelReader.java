package io.coreimage.assertion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a model and checks it by its rules, in the order in which they are listed for the format. */
final class ModelReader {

    private final Assertion assertion;
    private final HeaderReader headers;
    private final String brandId;

    ModelReader(Assertion assertion) {
        this.assertion = assertion;
        this.headers = assertion.reader(AssertionType.MODEL);
        this.brandId = assertion.header("brand-id");
    }

    Model read() {
        checkNames();
        boolean classic = headers.bool("M04", "classic");
        boolean extended = headers.has("snaps");
        checkSyntax(extended, classic);
        String distribution = distribution(extended, classic);
        String architecture = presentTexts(extended, classic);
        String base = base();
        String store = headers.optionalNonEmpty("M14", "store");
        String displayName = headers.optionalNonEmpty("M15", "display-name");
        ModelSnaps snaps = extended
                ? new ExtendedModelReader(headers, classic, base == null ? "" : base).read()
                : PlainModelReader.read(headers, base);
        Authorities serial = authorities("M58", "serial-authority");
        Authorities systemUser = systemUserAuthority();
        Authorities preseed = authorities("M60", "preseed-authority");
        Instant timestamp = headers.date("M61", "timestamp");
        String name = assertion.header("model");
        return new Model(
                assertion,
                brandId,
                name,
                displayName == null ? name : displayName,
                extended ? Model.Syntax.EXTENDED : Model.Syntax.PLAIN,
                classic,
                distribution,
                architecture,
                base,
                store,
                snaps.grade(),
                snaps.storageSafety(),
                snaps.essential(),
                snaps.others(),
                serial,
                systemUser,
                preseed,
                ModelValidationSets.readAll(headers, brandId),
                timestamp);
    }

    private void checkNames() {
        if (!brandId.equals(assertion.authorityId())) {
            throw headers.violation(
                    "M01", "brand-id", "and \"authority-id\" must be the same: only a brand signs its models");
        }
        String name = assertion.header("model");
        if (!Names.isMixedName(name)) {
            throw headers.violation("M02", "model", "is no name for a model: " + Quote.of(name));
        }
        if (!Names.isModelName(name)) {
            throw headers.violation("M03", "model", "must not have upper-case letters: " + Quote.of(name));
        }
    }

    private void checkSyntax(boolean extended, boolean classic) {
        if (extended) {
            for (String name : List.of("gadget", "kernel", "required-snaps")) {
                headers.forbid("M05", name, "must not be there beside \"snaps\": list the snap in \"snaps\"");
            }
            return;
        }
        headers.forbid("M06", "grade", "needs the list \"snaps\" of Ubuntu Core 20 and later");
        headers.forbid("M07", "storage-safety", "needs the list \"snaps\" of Ubuntu Core 20 and later");
        if (classic) {
            headers.forbid("M08", "kernel", "must not be there in a classic model without \"snaps\"");
            headers.forbid("M09", "base", "must not be there in a classic model without \"snaps\"");
        }
    }

    private @Nullable String distribution(boolean extended, boolean classic) {
        if (extended && classic) {
            return headers.matching("M10", "distribution", ModelReader::isDistribution, "name for a distribution");
        }
        headers.forbid("M11", "distribution", "is only for classic models with \"snaps\"");
        return null;
    }

    private static boolean isDistribution(String text) {
        return Names.consistsOf(text, Names.LOWER_OR_DIGIT.or(c -> "-._".indexOf(c) >= 0));
    }

    /** Check what must be there as text; return the architecture. */
    private @Nullable String presentTexts(boolean extended, boolean classic) {
        if (!extended && classic) {
            String architecture = headers.optionalNonEmpty("M12", "architecture");
            headers.optional("M12", "gadget");
            return architecture;
        }
        String architecture = headers.nonEmpty("M12", "architecture");
        for (String name : extended ? List.of("base") : List.of("gadget", "kernel")) {
            headers.nonEmpty("M12", name);
        }
        return architecture;
    }

    private @Nullable String base() {
        String base = headers.optionalNonEmpty("M13", "base");
        if (base != null && !Names.isSnapName(base)) {
            throw headers.violation("M13", "base", "is no name for a snap: " + Quote.of(base));
        }
        return base;
    }

    private Authorities systemUserAuthority() {
        boolean anyone = "*".equals(headers.map().text("system-user-authority"));
        return anyone ? Authorities.ANYONE : authorities("M59", "system-user-authority");
    }

    /** The brand itself may always sign; where it is not in the list it stands first. */
    private Authorities authorities(String rule, String name) {
        List<String> accounts = new ArrayList<>(headers.texts(rule, name, Names::isAccountId, "account id"));
        if (!accounts.contains(brandId)) {
            accounts.add(0, brandId);
        }
        return new Authorities(false, accounts);
    }
}
