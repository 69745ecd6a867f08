package io.coreimage.gadget;

import io.coreimage.assertion.Model;

/** The kinds of model that a gadget is read for; they differ in what a gadget may and must say. */
public enum ModelKind {
    /** Nobody knows: a gadget that is looked at by itself. */
    UNKNOWN(false, false),
    /** UC16 and UC18. */
    CORE(false, false),
    /** UC20 and later. */
    CORE_WITH_MODES(false, true),
    CLASSIC(true, false),
    CLASSIC_WITH_MODES(true, true);

    private final boolean classic;
    private final boolean modes;

    ModelKind(boolean classic, boolean modes) {
        this.classic = classic;
        this.modes = modes;
    }

    /** Return the kind of a model. */
    public static ModelKind of(Model model) {
        if (model.classic()) {
            return model.isExtended() ? CLASSIC_WITH_MODES : CLASSIC;
        }
        return model.isExtended() ? CORE_WITH_MODES : CORE;
    }

    public boolean isClassic() {
        return classic;
    }

    /** Return whether the system knows run, install and recover modes: the model has a grade. */
    public boolean hasModes() {
        return modes;
    }
}
