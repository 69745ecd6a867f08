package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Confinement;
import io.coreimage.snap.SnapType;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for each snap by itself. */
final class SnapCheck {

    private static final String CANONICAL = "canonical";

    private final Terms terms;

    SnapCheck(Terms terms) {
        this.terms = terms;
    }

    void check(ChosenSnap snap) {
        checkArchitecture(snap);
        checkType(snap);
        checkSignature(snap);
        checkPublisher(snap);
        checkConfinement(snap);
    }

    private void checkArchitecture(ChosenSnap snap) {
        if (!snap.info().runsOn(terms.architecture())) {
            String own = snap.info().architectures().stream()
                    .map(Architecture::toString)
                    .collect(Collectors.joining(", "));
            throw new RefusedException("cannot use snap \"" + snap.name() + "\": it is made for " + own
                    + ", but the model is for " + terms.architecture());
        }
    }

    private static void checkType(ChosenSnap snap) {
        Role role = snap.entry().role();
        if (!role.accepts(snap.type())) {
            String place = role == Role.REQUIRED ? "a required snap" : "the model's " + role;
            throw new RefusedException(
                    "cannot use snap \"" + snap.name() + "\" as " + place + ": it is of type " + snap.type());
        }
    }

    private void checkSignature(ChosenSnap snap) {
        if (snap.isAsserted() || terms.isLax()) {
            return;
        }
        throw new RefusedException(
                "cannot use snap \"" + snap.name() + "\" from file \""
                        + Objects.requireNonNull(snap.origin()).origin() + "\": nobody signed this file, and "
                        + terms.kind() + " takes only signed snaps",
                "Release the snap in a store, or build with a model of grade dangerous.");
    }

    private void checkPublisher(ChosenSnap snap) {
        String publisher = snap.publisher();
        boolean matters = snap.type() == SnapType.GADGET || snap.type() == SnapType.KERNEL;
        if (matters && publisher != null && !Set.of(terms.brand(), CANONICAL).contains(publisher)) {
            throw new RefusedException("cannot use " + snap.type() + " \"" + snap.name() + "\": it is published by \""
                    + publisher + "\", neither by the model's brand \"" + terms.brand() + "\" nor by Canonical");
        }
    }

    private void checkConfinement(ChosenSnap snap) {
        Confinement confinement = snap.info().confinement();
        if (confinement == Confinement.CLASSIC) {
            throw new RefusedException("cannot use snap \"" + snap.name()
                    + "\": it has classic confinement, and an Ubuntu Core system takes no such snaps");
        }
        if (confinement == Confinement.DEVMODE && !terms.isLax()) {
            throw new RefusedException("cannot use snap \"" + snap.name() + "\": it has devmode confinement, and "
                    + terms.kind() + " takes no such snaps");
        }
    }
}
