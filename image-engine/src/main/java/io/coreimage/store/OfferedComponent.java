package io.coreimage.store;

import io.coreimage.snap.ComponentName;
import io.coreimage.snap.Revision;

/**
 * A component that comes with an {@link Offer}.
 * @param name its full name
 * @param type the store's word for what it adds, such as {@code component/kernel-modules}
 * @param revision its revision
 * @param version its version
 * @param file its file
 */
public record OfferedComponent(ComponentName name, String type, Revision revision, String version, Download file) {}
