package io.coreimage;

import io.coreimage.resolve.Choice;
import io.coreimage.resolve.KeptChoice;

/**
 * Snaps and assertions of an image, here and verified. The files can be read until the cache is closed.
 * @param choice what was chosen
 * @param kept the lock that keeps exactly this
 * @param locked whether a committed lock was obeyed
 */
public record Fetched(Choice choice, KeptChoice kept, boolean locked) {}
