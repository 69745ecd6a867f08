package io.coreimage.store;

import io.coreimage.problem.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first version: packets of text and bytes.
 *
 * <pre>
 * packet    4 hex digits: its whole length   name   space   data   line feed
 *
 * location    where it was made
 * identifier  which one it is
 * cid         a condition            any number of times,
 * vid         its verification       each of these two only
 * cl          its place              for somebody else's condition
 * signature   32 bytes
 * </pre>
 */
final class MacaroonVersion1 implements MacaroonFormat {

    private static final int LENGTH_DIGITS = 4;
    private static final int LONGEST_PACKET = 0xffff;

    @Override
    public Macaroon read(byte[] bytes) {
        Packets packets = new Packets(ByteBuffer.wrap(bytes));
        String location = text(packets.take("location"));
        byte[] identifier = packets.take("identifier");
        List<Macaroon.Caveat> caveats = new ArrayList<>();
        while (packets.isNext("cid")) {
            caveats.add(caveat(packets));
        }
        byte[] signature = MacaroonFormat.checkSignature(packets.take("signature"), packets.offset());
        packets.requireEnd();
        return new Macaroon(this, location, identifier, caveats, signature);
    }

    private static Macaroon.Caveat caveat(Packets packets) {
        byte[] identifier = packets.take("cid");
        byte[] verification = packets.isNext("vid") ? packets.take("vid") : new byte[0];
        String location = packets.isNext("cl") ? text(packets.take("cl")) : "";
        return new Macaroon.Caveat(identifier, verification, location);
    }

    @Override
    public byte[] write(Macaroon macaroon) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, "location", bytes(macaroon.location()));
        put(out, "identifier", macaroon.identifier());
        for (Macaroon.Caveat each : macaroon.caveats()) {
            put(out, "cid", each.identifier());
            if (each.isForThirdParty()) {
                put(out, "vid", each.verification());
            }
            if (!each.location().isEmpty()) {
                put(out, "cl", bytes(each.location()));
            }
        }
        put(out, "signature", macaroon.signature());
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, String name, byte[] data) {
        int length = LENGTH_DIGITS + name.length() + 1 + data.length + 1;
        if (length > LONGEST_PACKET) {
            throw new MalformedException("macaroon " + name, out.size(), "longer than a packet can be");
        }
        out.writeBytes(bytes(String.format(Locale.ROOT, "%04x%s ", length, name)));
        out.writeBytes(data);
        out.write('\n');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The packets of a macaroon, one after the other. */
    private static final class Packets {

        private final ByteBuffer bytes;

        Packets(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        long offset() {
            return bytes.position();
        }

        boolean isNext(String name) {
            ByteBuffer expected = ByteBuffer.wrap(MacaroonVersion1.bytes(name + " "));
            int start = bytes.position() + LENGTH_DIGITS;
            return bytes.limit() - start >= expected.remaining()
                    && bytes.slice(start, expected.remaining()).equals(expected);
        }

        byte[] take(String name) {
            long start = offset();
            if (!isNext(name)) {
                throw new MalformedException("macaroon", start, "no " + name + " here");
            }
            int length = length(start);
            int header = LENGTH_DIGITS + name.length() + 1;
            if (length < header + 1 || length > bytes.remaining()) {
                throw new MalformedException("macaroon " + name, start, "its length of " + length + " does not fit");
            }
            byte[] packet = new byte[length];
            bytes.get(packet);
            if (packet[length - 1] != '\n') {
                throw new MalformedException("macaroon " + name, start, "no line feed at its end");
            }
            return Arrays.copyOfRange(packet, header, length - 1);
        }

        private int length(long start) {
            int length = 0;
            for (int i = 0; i < LENGTH_DIGITS; i++) {
                int digit = Character.digit(bytes.get(bytes.position() + i), 16);
                if (digit < 0) {
                    throw new MalformedException("macaroon", start, "its length is no number");
                }
                length = length * 16 + digit;
            }
            return length;
        }

        void requireEnd() {
            if (bytes.hasRemaining()) {
                throw new MalformedException("macaroon", offset(), "more after its signature");
            }
        }
    }
}
