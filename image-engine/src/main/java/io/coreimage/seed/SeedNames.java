package io.coreimage.seed;

import io.coreimage.resolve.ChosenComponent;
import io.coreimage.resolve.ChosenSnap;

/** The names of files in seeds with modes: with a revision where somebody signed one, else with the version. */
final class SeedNames {

    private SeedNames() {}

    static String of(ChosenSnap snap) {
        String last =
                snap.isAsserted() ? snap.revision().toString() : snap.info().version();
        return snap.name() + "_" + last + ".snap";
    }

    static String of(ChosenSnap snap, ChosenComponent component) {
        String own = component.info().version();
        String version = own == null ? snap.info().version() : own;
        String last = component.isAsserted() ? component.revision().toString() : version;
        return component.info().name() + "_" + last + ".comp";
    }
}
