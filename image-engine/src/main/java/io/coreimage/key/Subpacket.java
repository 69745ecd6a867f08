package io.coreimage.key;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One property of a signature (RFC 4880, section 5.2.3.1).
 *
 * <pre>
 *   +-------------+----------+------+
 *   | 1/2/5 bytes | ctttttttt| data |
 *   +-------------+----------+------+
 *    length of     c critical
 *    type + data   t type
 * </pre>
 *
 * @param type which property
 * @param critical whether a reader that does not know the type must refuse the signature
 * @param data the value
 */
record Subpacket(int type, boolean critical, ByteBuffer data) {

    static final int CREATION_TIME = 2;

    private static final int ISSUER = 16;

    /** Types that a critical bit does not make us refuse: we know what they mean, and that they do not matter here. */
    private static final Set<Integer> KNOWN = Set.of(CREATION_TIME, 3, 9, 11, ISSUER, 21, 22, 25, 27, 29, 30, 32);

    static List<Subpacket> readArea(ByteBuffer area) throws UnreadablePacket {
        List<Subpacket> subpackets = new ArrayList<>();
        while (area.hasRemaining()) {
            subpackets.add(readFrom(area));
        }
        return List.copyOf(subpackets);
    }

    private static Subpacket readFrom(ByteBuffer in) throws UnreadablePacket {
        ByteBuffer content = Octets.take(in, Packet.length(in, Octets.u8(in)));
        int type = Octets.u8(content);
        Subpacket subpacket = new Subpacket(type & 0x7f, (type & 0x80) != 0, content.slice());
        subpacket.check();
        return subpacket;
    }

    private void check() throws UnreadablePacket {
        if (critical && !KNOWN.contains(type)) {
            throw new UnreadablePacket("it has a critical property of unknown type " + type);
        }
        if (type == CREATION_TIME && data.remaining() != 4) {
            throw new UnreadablePacket("its creation time does not have 4 bytes");
        }
        if (type == ISSUER && data.remaining() != 8) {
            throw new UnreadablePacket("its issuer does not have 8 bytes");
        }
    }

    boolean isCreationTime() {
        return type == CREATION_TIME;
    }

    int size() {
        int content = 1 + data.remaining();
        return Packet.lengthSize(content) + content;
    }

    /** Write the property in the shortest form, never critical. */
    void writeTo(ByteBuffer out) {
        Packet.writeLength(out, 1 + data.remaining());
        out.put((byte) type).put(data.duplicate());
    }
}
