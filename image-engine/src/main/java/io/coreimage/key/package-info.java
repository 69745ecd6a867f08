/** RSA keys: what they are called, where they are kept, and the OpenPGP bytes they sign. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.key;

import org.jspecify.annotations.NullMarked;
