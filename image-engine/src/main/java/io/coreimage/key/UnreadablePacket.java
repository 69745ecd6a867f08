package io.coreimage.key;

/** The bytes of an OpenPGP packet end too early or say something that nobody understands. Never leaves this room. */
final class UnreadablePacket extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePacket(String reason) {
        super(reason);
    }
}
