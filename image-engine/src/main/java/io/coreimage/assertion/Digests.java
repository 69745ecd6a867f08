package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** SHA3-384 digests in headers: base64url without padding; line ends inside do not count. */
final class Digests {

    private Digests() {}

    /** Return the digest that a text writes, or {@code null} if it writes none. */
    static @Nullable Digest parse(String text) {
        String joined = text.replace("\r", "").replace("\n", "");
        if (joined.length() != 64 || joined.indexOf('=') >= 0) {
            return null;
        }
        try {
            return Digest.of(Digest.Algorithm.SHA3_384, Base64.getUrlDecoder().decode(joined));
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }
}
