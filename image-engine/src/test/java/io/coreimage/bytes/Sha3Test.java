package io.coreimage.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our SHA3-384 against the standard's examples and the JDK's. */
class Sha3Test {

    private static String hex(String text) {
        return HexFormat.of().formatHex(new Sha3().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theExamplesOfTheStandard() {
        assertThat(hex(""))
                .isEqualTo("0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2a"
                        + "c3713831264adb47fb6bd1e058d5f004");
        assertThat(hex("abc"))
                .isEqualTo("ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2"
                        + "98d88cea927ac7f539f1edf228376d25");
    }

    @Test
    void everyLengthAroundABlockGivesWhatTheJdkGives() throws Exception {
        MessageDigest theirs = MessageDigest.getInstance("SHA3-384");
        MessageDigest ours = new Sha3();
        byte[] bytes = new byte[320];
        new Random(3).nextBytes(bytes);
        for (int i = 0; i <= bytes.length; i++) {
            ours.update(bytes, 0, i);
            theirs.update(bytes, 0, i);
            assertThat(ours.digest()).isEqualTo(theirs.digest());
        }
    }

    @Test
    void itDoesNotMatterInWhichPiecesBytesCome() throws Exception {
        Random random = new Random(7);
        byte[] bytes = new byte[20_000];
        random.nextBytes(bytes);
        MessageDigest ours = new Sha3();
        for (int i = 0; i < bytes.length; ) {
            int length = Math.min(random.nextInt(300), bytes.length - i);
            if (length == 1) {
                ours.update(bytes[i]);
            } else if (random.nextBoolean()) {
                ours.update(bytes, i, length);
            } else {
                ours.update(
                        ByteBuffer.allocateDirect(length).put(bytes, i, length).flip());
            }
            i += length;
        }
        assertThat(ours.digest())
                .isEqualTo(MessageDigest.getInstance("SHA3-384").digest(bytes))
                .hasSize(ours.getDigestLength());
    }

    @Test
    void whatWasForgottenDoesNotCount() {
        MessageDigest ours = new Sha3();
        ours.update(new byte[150]);
        ours.reset();
        assertThat(ours.digest("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Sha3().digest("abc".getBytes(StandardCharsets.UTF_8)));
    }
}
