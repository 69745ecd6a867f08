package io.coreimage.snap;

import org.jspecify.annotations.Nullable;

/**
 * Where a snap offers files to others.
 * @param name the slot's name
 * @param content the tag of what it offers; none where a compatibility label stands instead
 */
public record ContentSlot(String name, @Nullable String content) {}
