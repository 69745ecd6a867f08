package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the snaps of a model in the syntax of UC20 and later. */
final class ExtendedModelReader {

    private final HeaderReader headers;
    private final boolean classic;
    private final String baseName;
    private final List<ModelSnap> others = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable ModelSnap snapd;
    private @Nullable ModelSnap kernel;
    private @Nullable ModelSnap base;
    private @Nullable ModelSnap gadget;

    ExtendedModelReader(HeaderReader headers, boolean classic, String baseName) {
        this.headers = headers;
        this.classic = classic;
        this.baseName = baseName;
    }

    ModelSnaps read() {
        Grade grade = grade();
        StorageSafety safety = storageSafety(grade);
        ModelSnapReader reader = new ModelSnapReader(grade, classic, baseName);
        for (HeaderReader entry : headers.maps("M19", "snaps")) {
            add(entry, reader.read(entry));
        }
        checkComplete(grade);
        List<ModelSnap> essential = Stream.of(snapd, kernel, base, gadget)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new ModelSnaps(grade, safety, essential, others);
    }

    private Grade grade() {
        String value = headers.optionalNonEmpty("M16", "grade");
        if (value == null) {
            return Grade.SIGNED;
        }
        return Stream.of(Grade.SECURED, Grade.SIGNED, Grade.DANGEROUS)
                .filter(each -> each.word().equals(value))
                .findFirst()
                .orElseThrow(() -> headers.violation(
                        "M16", "grade", "must be secured, signed or dangerous, not " + Quote.of(value)));
    }

    private StorageSafety storageSafety(Grade grade) {
        String value = headers.optionalNonEmpty("M17", "storage-safety");
        if (value == null) {
            return grade == Grade.SECURED ? StorageSafety.ENCRYPTED : StorageSafety.PREFER_ENCRYPTED;
        }
        StorageSafety safety = Stream.of(StorageSafety.values())
                .filter(each -> each != StorageSafety.UNSET && each.word().equals(value))
                .findFirst()
                .orElseThrow(() -> headers.violation(
                        "M17",
                        "storage-safety",
                        "must be encrypted, prefer-encrypted or prefer-unencrypted, not " + Quote.of(value)));
        if (grade == Grade.SECURED && safety != StorageSafety.ENCRYPTED) {
            throw headers.violation("M18", "storage-safety", "must be encrypted in a model of grade secured");
        }
        return safety;
    }

    private void add(HeaderReader entry, ModelSnap snap) {
        if (!names.add(snap.name())) {
            throw entry.violation("M43", "name", "is the name of an earlier snap: " + snap.name());
        }
        if (snap.id() != null && !ids.add(snap.id())) {
            throw entry.violation("M44", "id", "is the id of an earlier snap: " + snap.id());
        }
        switch (snap.type()) {
            case SNAPD -> snapd = only(entry, "M45", snapd, snap);
            case KERNEL -> kernel = only(entry, "M46", kernel, snap);
            case GADGET -> gadget = only(entry, "M47", gadget, snap);
            default -> addBaseOrOther(entry, snap);
        }
    }

    private static ModelSnap only(HeaderReader entry, String rule, @Nullable ModelSnap earlier, ModelSnap snap) {
        if (earlier != null) {
            throw entry.violation(
                    rule, "type", "is " + snap.type().word() + ", but " + earlier.name() + " is that already");
        }
        return snap;
    }

    private void addBaseOrOther(HeaderReader entry, ModelSnap snap) {
        if (!snap.name().equals(baseName)) {
            others.add(snap);
            return;
        }
        if (snap.type() != ModelSnap.Type.BASE) {
            throw entry.violation("M48", "type", "must be base: the snap is the model's base");
        }
        base = snap;
    }

    private void checkComplete(Grade grade) {
        if (!classic && gadget == null) {
            throw headers.violation("M49", "snaps", "has no snap of type gadget");
        }
        if (!classic && kernel == null) {
            throw headers.violation("M50", "snaps", "has no snap of type kernel");
        }
        if (kernel != null && gadget == null) {
            throw headers.violation("M51", "snaps", "has a kernel but no snap of type gadget");
        }
        if (base == null) {
            base = impliedBase(grade);
        }
    }

    private ModelSnap impliedBase(Grade grade) {
        String id = WellKnownSnaps.baseId(baseName);
        if (id == null && grade != Grade.DANGEROUS) {
            throw headers.violation(
                    "M52",
                    "base",
                    "is not one of the well-known bases, so " + Quote.of(baseName) + " must be in \"snaps\"");
        }
        return new ModelSnap(
                baseName,
                id,
                ModelSnap.Type.BASE,
                Presence.REQUIRED,
                ModelSnap.ESSENTIAL_MODES,
                ModelSnap.DEFAULT_CHANNEL,
                null,
                false,
                List.of());
    }
}
