package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionType;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ComponentName;
import io.coreimage.snap.SnapName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What model and wishes alone are enough to refuse, before anything is asked for. */
final class WishCheck {

    private static final Set<AssertionType> NEVER_EXTRA = Set.of(
            AssertionType.SNAP_DECLARATION,
            AssertionType.SNAP_REVISION,
            AssertionType.MODEL,
            AssertionType.SERIAL,
            AssertionType.VALIDATION_SET);

    private final Terms terms;
    private final Wishes wishes;
    private final Map<SnapName, Entry> listed = new TreeMap<>();

    WishCheck(Terms terms, Wishes wishes) {
        this.terms = terms;
        this.wishes = wishes;
        terms.entries().forEach(each -> listed.put(each.name(), each));
    }

    void check() {
        checkArchitecture();
        checkCustomization();
        checkRepetition();
        checkGrade();
        checkChannels();
        wishes.components().stream()
                .map(ComponentWish::name)
                .filter(Objects::nonNull)
                .forEach(this::checkComponent);
        checkNoComponents();
        wishes.assertions().forEach(this::checkAssertion);
    }

    private void checkArchitecture() {
        if (wishes.architecture() != null && !wishes.architecture().equals(terms.architecture())) {
            throw new RefusedException("cannot build for architecture " + wishes.architecture() + ": the model is for "
                    + terms.architecture());
        }
    }

    private void checkCustomization() {
        Customization asked = wishes.customization();
        List<String> refused = new ArrayList<>();
        if (terms.hasModes() && asked.disableConsoleConf()) {
            refused.add("disabling console-conf");
        }
        if (terms.hasModes() && asked.cloudInit()) {
            refused.add("user data for cloud-init");
        }
        if (!terms.hasModes() && !asked.bootFlags().isEmpty()) {
            refused.add("boot flags (" + String.join(", ", asked.bootFlags()) + ")");
        }
        if (!terms.hasModes() && asked.preseed()) {
            refused.add("preseeding");
        }
        if (!refused.isEmpty()) {
            throw new RefusedException(
                    "cannot customize the image: " + terms.generation() + " models do not allow "
                            + String.join(", ", refused),
                    terms.hasModes()
                            ? "Use the gadget's defaults, or cloud.conf in the gadget, instead."
                            : "These need a model with the header \"snaps\" (UC20 and later).");
        }
    }

    private void checkRepetition() {
        Set<Object> seen = new HashSet<>();
        wishes.snaps().stream()
                .map(each -> each.name() == null
                        ? Objects.requireNonNull(each.file()).path()
                        : each.name())
                .filter(each -> !seen.add(each))
                .findFirst()
                .ifPresent(each -> {
                    throw new RefusedException("cannot use snap \"" + each + "\": it is named twice");
                });
        wishes.components().stream()
                .map(each -> each.name() == null
                        ? Objects.requireNonNull(each.file()).path()
                        : each.name())
                .filter(each -> !seen.add(each))
                .findFirst()
                .ifPresent(each -> {
                    throw new RefusedException("cannot use component \"" + each + "\": it is named twice");
                });
    }

    private void checkGrade() {
        if (terms.isLax()) {
            return;
        }
        if (wishes.channel() != null) {
            throw strict("use channel \"" + wishes.channel() + "\"");
        }
        for (SnapWish each : wishes.snaps()) {
            if (each.channel() != null) {
                throw strict("use snap \"" + (each.name() == null ? each : each.name()) + "\" from channel \""
                        + each.channel() + "\"");
            }
            if (each.name() != null && !listed.containsKey(each.name())) {
                throw strict("add snap \"" + each.name() + "\"");
            }
        }
    }

    private RefusedException strict(String what) {
        return new RefusedException(
                "cannot " + what + ": " + terms.kind()
                        + " takes no other channels, and no snaps or components that it does not list",
                "Change the model, or build with one of grade dangerous.");
    }

    private void checkChannels() {
        Channels channels = new Channels(wishes.channel());
        for (Entry each : terms.entries()) {
            channels.choose(
                    each,
                    wishes.snaps().stream()
                            .filter(wish -> each.name().equals(wish.name()))
                            .map(SnapWish::channel)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
        }
    }

    private void checkNoComponents() {
        if (!terms.hasModes() && !wishes.components().isEmpty()) {
            throw new RefusedException("cannot use component \""
                    + wishes.components().get(0) + "\": " + terms.generation() + " models do not support components");
        }
    }

    private void checkComponent(ComponentName name) {
        Entry entry = listed.get(name.snap());
        boolean inModel = entry != null && entry.components().containsKey(name.component());
        if (terms.hasModes() && !inModel && !terms.isLax()) {
            throw strict("add component \"" + name + "\"");
        }
    }

    private void checkAssertion(Assertion extra) {
        if (NEVER_EXTRA.contains(extra.type())) {
            throw new RefusedException("cannot add " + extra + ": assertions of type " + extra.type()
                    + " come only with the snaps and the model that they are about");
        }
        if (extra.type() != AssertionType.SYSTEM_USER) {
            return;
        }
        if (!terms.hasModes() || !terms.isLax()) {
            throw new RefusedException("cannot add " + extra + ": only models of grade dangerous take system users");
        }
        if (extra.headers().has("password")) {
            throw new RefusedException(
                    "cannot add " + extra + ": it has a password, which everybody with the image" + " could read");
        }
    }

    /** Refuse to leave validation out where the model wants it enforced. */
    static void checkValidation(List<String> enforced, Wishes wishes) {
        if (wishes.validation() == Validation.IGNORE && !enforced.isEmpty()) {
            throw new RefusedException("cannot ignore validation: the model enforces validation sets "
                    + enforced.stream().collect(Collectors.joining(", ")));
        }
    }
}
