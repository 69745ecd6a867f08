package io.coreimage.assertion;

/**
 * A snap file with those who vouch for it.
 * @param declaration what the store says of the snap
 * @param revision what is said of the file
 */
public record VouchedSnap(SnapDeclaration declaration, SnapRevision revision) {}
