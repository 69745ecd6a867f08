package io.coreimage.assertion;

import java.util.List;

/**
 * What the two syntaxes of models say in different ways.
 * @param grade the grade
 * @param storageSafety the storage safety
 * @param essential snapd, kernel, base and gadget, those that there are
 * @param others all others in order of mention
 */
record ModelSnaps(Grade grade, StorageSafety storageSafety, List<ModelSnap> essential, List<ModelSnap> others) {}
