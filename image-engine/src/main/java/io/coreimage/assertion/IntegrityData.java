package io.coreimage.assertion;

import io.coreimage.bytes.Size;
import java.util.HexFormat;
import java.util.List;

/**
 * How the blocks of a snap can be checked one by one.
 * @param dataBlockSize the size of a block of the snap
 * @param hashBlockSize the size of a block of hashes
 * @param digest the root hash in hexadecimal digits
 * @param salt what is hashed in front of each block, in hexadecimal digits
 */
public record IntegrityData(Size dataBlockSize, Size hashBlockSize, String digest, String salt) {

    private static final String RULE = "integrity";
    private static final int DIGEST_DIGITS = 64;

    static List<IntegrityData> readAll(HeaderReader headers) {
        return headers.maps(RULE, "integrity").stream().map(IntegrityData::read).toList();
    }

    private static IntegrityData read(HeaderReader entry) {
        only(entry, "type", "dm-verity");
        only(entry, "version", "1");
        only(entry, "hash-algorithm", "sha256");
        return new IntegrityData(
                entry.size(RULE, "data-block-size"),
                entry.size(RULE, "hash-block-size"),
                hex(entry, "digest"),
                hex(entry, "salt"));
    }

    private static void only(HeaderReader entry, String name, String value) {
        if (!entry.nonEmpty(RULE, name).equals(value)) {
            throw entry.violation(RULE, name, "must be " + value);
        }
    }

    private static String hex(HeaderReader entry, String name) {
        return entry.matching(
                RULE,
                name,
                text -> text.length() == DIGEST_DIGITS && text.chars().allMatch(HexFormat::isHexDigit),
                "hexadecimal text of 32 bytes");
    }
}
