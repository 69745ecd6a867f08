package io.coreimage.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.snap.Epoch;
import java.util.List;
import java.util.Locale;

/** Writes a {@link Refresh} as the store reads it. */
final class RefreshBody {

    private static final List<String> FIELDS = List.of(
            "architectures",
            "base",
            "confinement",
            "contact",
            "created-at",
            "download",
            "epoch",
            "name",
            "private",
            "publisher",
            "revision",
            "snap-id",
            "snap-yaml",
            "type",
            "version");

    /** What stores of some years ago refuse to be asked for. */
    private static final List<String> NEW_FIELDS = List.of("links", "resources");

    private RefreshBody() {}

    static String write(Refresh question, boolean forOldStore) {
        ObjectNode body = Json.newObject();
        ArrayNode context = body.putArray("context");
        question.context().forEach(each -> write(context.addObject(), each));
        ArrayNode actions = body.putArray("actions");
        for (int i = 0; i < question.asks().size(); i++) {
            write(actions.addObject(), question.asks().get(i), i);
        }
        ArrayNode fields = body.putArray("fields");
        FIELDS.forEach(fields::add);
        if (!forOldStore) {
            NEW_FIELDS.forEach(fields::add);
        }
        return JsonTree.text(body);
    }

    /** Return what the store calls an ask in its answer. */
    static String instanceKey(Ask ask, int index) {
        return word(ask) + "-" + (index + 1);
    }

    static String word(Ask ask) {
        return ask.action().name().toLowerCase(Locale.ROOT);
    }

    private static void write(ObjectNode action, Ask ask, int index) {
        action.put("action", word(ask));
        action.put("instance-key", instanceKey(ask, index));
        action.put("name", ask.name().value());
        if (ask.id() != null) {
            action.put("snap-id", ask.id().value());
        }
        if (ask.revision() != null) {
            action.put("revision", ask.revision().number());
        } else if (ask.channel() != null) {
            action.put("channel", ask.channel().toString());
        }
        if (ask.cohort() != null) {
            action.put("cohort-key", ask.cohort());
        }
        if (ask.ignoreValidation() != null) {
            action.put("ignore-validation", ask.ignoreValidation());
        }
        // To a store, no epoch at all means that we know of none.
        action.putNull("epoch");
        write(action, ask.validationSets());
    }

    private static void write(ObjectNode entry, Present present) {
        entry.put("snap-id", present.id().value());
        entry.put("instance-key", present.id().value());
        entry.put("revision", present.revision().number());
        entry.put("tracking-channel", present.tracking().toString());
        write(entry.putObject("epoch"), present.epoch());
        if (present.ignoreValidation()) {
            entry.put("ignore-validation", true);
        }
        if (present.cohort() != null) {
            entry.put("cohort-key", present.cohort());
        }
        write(entry, present.validationSets());
    }

    private static void write(ObjectNode target, Epoch epoch) {
        ArrayNode read = target.putArray("read");
        epoch.read().forEach(read::add);
        ArrayNode write = target.putArray("write");
        epoch.write().forEach(write::add);
    }

    private static void write(ObjectNode entry, List<SetPoint> sets) {
        if (sets.isEmpty()) {
            return;
        }
        ArrayNode keys = entry.putArray("validation-sets");
        sets.forEach(each -> keys.addArray()
                .add(Device.SERIES)
                .add(each.accountId())
                .add(each.name())
                .add(String.valueOf(each.sequence())));
    }
}
