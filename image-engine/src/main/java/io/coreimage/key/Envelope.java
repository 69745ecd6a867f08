package io.coreimage.key;

import io.coreimage.key.EnvelopeException.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The text form of one OpenPGP packet inside an assertion.
 *
 * <pre>
 *   base64, lines of 76 characters, LF between them and none at the end, of
 *   +----+----------------------------+
 *   | 01 | one packet with its header |
 *   +----+----------------------------+
 * </pre>
 */
final class Envelope {

    private static final byte VERSION = 1;

    private static final int LINE_LENGTH = 76;

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'});

    /** What the envelope holds, in the user's words, such as {@code signature}. */
    private final String kind;

    Envelope(String kind) {
        this.kind = kind;
    }

    /** Return the packet that the text holds. */
    Packet open(String text) {
        ByteBuffer content = content(text);
        if (content.get() != VERSION) {
            throw fault(Fault.VERSION, "it starts with byte " + (content.get(0) & 0xff) + " instead of 1");
        }
        try {
            Packet packet = Packet.readFrom(content);
            if (content.hasRemaining()) {
                throw fault(Fault.TRAILING_BYTES, content.remaining() + " bytes are left over behind it");
            }
            return packet;
        } catch (UnreadablePacket ex) {
            throw unreadable(ex);
        }
    }

    /** Return the text that holds the packet. */
    static String seal(Packet packet) {
        return LINES.encodeToString(content(packet));
    }

    /** Return the bytes inside the base64, over which a key id is computed. */
    static byte[] content(Packet packet) {
        ByteBuffer out = ByteBuffer.allocate(1 + packet.size()).put(VERSION);
        packet.writeTo(out);
        return out.array();
    }

    private ByteBuffer content(String text) {
        if (text.isEmpty()) {
            throw fault(Fault.NO_DATA, "there is none");
        }
        byte[] content = decode(text.replace("\n", "").replace("\r", ""));
        if (content.length == 0) {
            throw fault(Fault.EMPTY, "it is empty");
        }
        return ByteBuffer.wrap(content);
    }

    private byte[] decode(String base64) {
        // The JDK's decoder forgives missing padding, assertions do not.
        if (base64.length() % 4 != 0) {
            throw fault(Fault.NOT_BASE64, "its base64 text is cut off or lacks its padding");
        }
        try {
            return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException ex) {
            throw fault(Fault.NOT_BASE64, "it is not base64 text");
        }
    }

    EnvelopeException unreadable(UnreadablePacket ex) {
        return fault(Fault.UNREADABLE_PACKET, String.valueOf(ex.getMessage()));
    }

    EnvelopeException fault(Fault fault, String reason) {
        return new EnvelopeException("read " + kind, fault, reason);
    }
}
