package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;

/**
 * What a snap or component file says about itself, and what can be measured of it.
 * @param name the name of the snap, or of the component without that of its snap
 * @param provenance where it came from, {@link Provenance#DEFAULT} where it does not say
 * @param digest the SHA3-384 of the file
 * @param size its size
 */
public record FileFacts(String name, String provenance, Digest digest, Size size) {}
