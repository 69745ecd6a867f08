package io.coreimage.store;

import io.coreimage.problem.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The second version: a byte 2, then fields in sections.
 *
 * <pre>
 * field    type: varint   length: varint   data
 * section  fields in rising order of type, then a byte 0
 *
 * 02  section( location 1?  identifier 2 )
 *     section( location 1?  identifier 2  verification 4? )   for each condition
 *     00
 *     signature 6
 * </pre>
 */
final class MacaroonVersion2 implements MacaroonFormat {

    static final byte VERSION = 2;

    private static final int END = 0;
    private static final int LOCATION = 1;
    private static final int IDENTIFIER = 2;
    private static final int VERIFICATION = 4;
    private static final int SIGNATURE = 6;
    private static final int LONGEST_VARINT = 4;

    @Override
    public Macaroon read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.get();
        String location = optional(in, LOCATION);
        byte[] identifier = required(in, IDENTIFIER, "identifier");
        requireEndOfSection(in);
        List<Macaroon.Caveat> caveats = new ArrayList<>();
        while (peek(in) != END) {
            caveats.add(caveat(in));
        }
        requireEndOfSection(in);
        byte[] signature = MacaroonFormat.checkSignature(required(in, SIGNATURE, "signature"), in.position());
        if (in.hasRemaining()) {
            throw new MalformedException("macaroon", in.position(), "more after its signature");
        }
        return new Macaroon(this, location, identifier, caveats, signature);
    }

    private static Macaroon.Caveat caveat(ByteBuffer in) {
        String location = optional(in, LOCATION);
        byte[] identifier = required(in, IDENTIFIER, "condition");
        byte[] verification = peek(in) == VERIFICATION ? required(in, VERIFICATION, "verification") : new byte[0];
        requireEndOfSection(in);
        return new Macaroon.Caveat(identifier, verification, location);
    }

    private static String optional(ByteBuffer in, int type) {
        return peek(in) == type ? new String(required(in, type, "location"), StandardCharsets.UTF_8) : "";
    }

    private static byte[] required(ByteBuffer in, int type, String what) {
        long start = in.position();
        if (peek(in) != type) {
            throw new MalformedException("macaroon", start, "no " + what + " here");
        }
        in.get();
        int length = varint(in);
        if (length > in.remaining()) {
            throw new MalformedException("macaroon " + what, start, "its length of " + length + " does not fit");
        }
        byte[] data = new byte[length];
        in.get(data);
        return data;
    }

    private static void requireEndOfSection(ByteBuffer in) {
        if (peek(in) != END) {
            throw new MalformedException("macaroon", in.position(), "no end of the section here");
        }
        in.get();
    }

    private static int peek(ByteBuffer in) {
        if (!in.hasRemaining()) {
            throw new MalformedException("macaroon", in.position(), "ends too early");
        }
        return in.get(in.position()) & 0xff;
    }

    private static int varint(ByteBuffer in) {
        int value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            int each = peek(in);
            in.get();
            value |= (each & 0x7f) << (7 * i);
            if (each < 0x80) {
                return value;
            }
        }
        throw new MalformedException("macaroon", in.position(), "a length is too long");
    }

    @Override
    public byte[] write(Macaroon macaroon) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(VERSION);
        put(out, LOCATION, macaroon.location().getBytes(StandardCharsets.UTF_8), true);
        put(out, IDENTIFIER, macaroon.identifier(), false);
        out.write(END);
        for (Macaroon.Caveat each : macaroon.caveats()) {
            put(out, LOCATION, each.location().getBytes(StandardCharsets.UTF_8), true);
            put(out, IDENTIFIER, each.identifier(), false);
            put(out, VERIFICATION, each.verification(), true);
            out.write(END);
        }
        out.write(END);
        put(out, SIGNATURE, macaroon.signature(), false);
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int type, byte[] data, boolean mayMiss) {
        if (mayMiss && data.length == 0) {
            return;
        }
        out.write(type);
        int left = data.length;
        while (left >= 0x80) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
        out.writeBytes(data);
    }
}
