package io.coreimage.store;

import io.coreimage.snap.Architecture;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a store does not give a snap.
 * @param sentence the reason
 * @param nextStep what to do about it
 */
record AskRefusal(String sentence, @Nullable String nextStep) {

    private static final Set<String> NOT_FOUND = Set.of("name-not-found", "id-not-found");

    static AskRefusal read(Ask ask, Json result, Device device, @Nullable LoginSession session) {
        Json error = result.object("error");
        String code = error.text("code", "");
        if (NOT_FOUND.contains(code)) {
            return notFound(ask, device, session);
        }
        if (code.equals("revision-not-found")) {
            return noRevision(ask, device, releases(error));
        }
        StoreErrors.Entry said = new StoreErrors.Entry(code, StoreErrors.clean(error.text("message", "")));
        return new AskRefusal(
                "cannot choose snap \"" + ask.name() + "\": the store says: " + said,
                code.contains("cohort")
                        ? "Set the variable UBUNTU_STORE_COHORT_KEY to a key of the store, or unset it."
                        : StoreErrors.ASK_OWNER);
    }

    private static AskRefusal notFound(Ask ask, Device device, @Nullable LoginSession session) {
        String where = device.storeId() == null ? "the store" : "the brand store \"" + device.storeId() + "\"";
        String who = session == null ? "without a login" : "with the login from " + session.origin();
        return new AskRefusal(
                "cannot choose snap \"" + ask.name() + "\": " + where + " has no snap of that name, asked " + who,
                session == null
                        ? "Check the name; if the snap is private, log in with core-image:login."
                        : "Check the name; if the snap is private, its account needs a role in the store that the login has.");
    }

    private static AskRefusal noRevision(Ask ask, Device device, List<Release> releases) {
        String wish = ask.revision() != null
                ? "revision " + ask.revision()
                : ask.channel() != null ? "channel " + ask.channel() : "its default channel";
        String sentence = "cannot choose snap \"" + ask.name() + "\": there is nothing for " + device.architecture()
                + " in " + wish;
        if (ask.revision() != null) {
            sentence = "cannot choose snap \"" + ask.name() + "\": there is no revision " + ask.revision() + " for "
                    + device.architecture();
        }
        return new AskRefusal(sentence, advice(device, releases));
    }

    private static @Nullable String advice(Device device, List<Release> releases) {
        Set<String> channels = releases.stream()
                .filter(each -> new Architecture(each.architecture).runsOn(device.architecture()))
                .map(Release::channel)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!channels.isEmpty()) {
            return "Released for " + device.architecture() + ": " + String.join(", ", channels) + ".";
        }
        Set<String> others =
                releases.stream().map(Release::architecture).collect(Collectors.toCollection(TreeSet::new));
        return others.isEmpty() ? null : "It is only released for " + String.join(", ", others) + ".";
    }

    private static List<Release> releases(Json error) {
        return error.optionalObject("extra").map(extra -> extra.objects("releases")).orElse(List.of()).stream()
                .map(each -> new Release(each.text("architecture", ""), each.text("channel", "")))
                .filter(each -> each.architecture.matches("[a-z0-9][a-z0-9._-]{0,31}"))
                .toList();
    }

    /** Something that the store has instead. */
    private record Release(String architecture, String channel) {}
}
