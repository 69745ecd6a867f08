package io.coreimage.resolve;

import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;

/**
 * A component that a lock keeps.
 * @param name its name without its snap's
 * @param revision its revision
 * @param file its file
 */
public record LockedComponent(SnapName name, Revision revision, LockedFile file) {}
