package io.coreimage.seed;

import io.coreimage.assertion.Preseed;
import io.coreimage.assertion.PreseedSnap;
import io.coreimage.resolve.ChosenComponent;
import io.coreimage.resolve.ChosenSnap;
import io.coreimage.resolve.Entry;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The snaps that a preseed is about, beside those of the seed that a device has in everyday's mode: they must be the same.
 * @param preseed the assertion
 */
record PreseededSnaps(Preseed preseed) {

    void check(List<ChosenSnap> snaps) {
        Map<String, PreseedSnap> open = new TreeMap<>();
        preseed.snaps().forEach(each -> open.put(each.name(), each));
        for (ChosenSnap each : snaps) {
            if (each.entry().modes().contains(Entry.RUN)) {
                PreseedSnap said = open.remove(each.name().value());
                if (said == null) {
                    throw Preseeding.refused("it knows nothing of snap \"" + each.name() + "\"");
                }
                compare(said, each);
            }
        }
        if (!open.isEmpty()) {
            throw Preseeding.refused(
                    "it has snap \"" + open.keySet().iterator().next() + "\", which is not in the image");
        }
    }

    private static void compare(PreseedSnap said, ChosenSnap snap) {
        String is = snap.id() == null ? null : snap.id().value();
        if (said.id() == null ? is != null : !said.id().equals(is)) {
            throw Preseeding.refused("its snap \"" + said.name() + "\" has another id than the one in the image");
        }
        compare(
                "snap \"" + said.name() + "\"",
                said.revision(),
                snap.isAsserted() ? snap.revision().number() : 0);
        Map<String, PreseedSnap.Component> open = new TreeMap<>();
        said.components().forEach(each -> open.put(each.name(), each));
        for (ChosenComponent each : snap.components()) {
            PreseedSnap.Component known = open.remove(each.name().value());
            String name = "component \"" + each.info().name() + "\"";
            if (known == null) {
                throw Preseeding.refused("it knows nothing of " + name);
            }
            compare(name, known.revision(), each.isAsserted() ? each.revision().number() : 0);
        }
        if (!open.isEmpty()) {
            throw Preseeding.refused("it has component \"" + said.name() + "+"
                    + open.keySet().iterator().next() + "\", which is not in the image");
        }
    }

    /** Zero stands for what nobody signed. */
    private static void compare(String what, OptionalLong said, long is) {
        if (said.orElse(0) != is) {
            throw Preseeding.refused("its " + what + " has another revision than the one in the image");
        }
    }
}
