package io.coreimage.snap;

import org.jspecify.annotations.Nullable;

/**
 * What a component says about itself in {@code meta/component.yaml}.
 * @param name its name and its snap's
 * @param type what it adds
 * @param version its version for people; {@code null} where it has its snap's
 * @param provenance who vouches for it; {@code global-upload} for the store
 */
public record ComponentInfo(
        ComponentName name, ComponentType type, @Nullable String version, String provenance) {}
