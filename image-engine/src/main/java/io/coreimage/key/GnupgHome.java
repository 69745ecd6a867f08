package io.coreimage.key;

import io.coreimage.bytes.Directories;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A home of GnuPG, such as snapd's {@code ~/.snap/gnupg}; the {@code gpg} program (2.2 or newer) reads it and signs.
 *
 * <p>The secret half never leaves GnuPG. Its clock is held at the time that the signature names, so that here too the
 * same content, key and time give the same text. It is the text that {@code snap sign} gives at that second: GnuPG puts
 * its fingerprint among what is signed, which our own signatures do not.
 */
public final class GnupgHome implements KeyPlace {

    /** Where versions of GnuPG keep which keys there are; the secret halves lie in a folder since 2.1. */
    private static final List<String> RINGS = List.of("pubring.kbx", "pubring.gpg", "secring.gpg");

    private final Path home;
    private final ForeignProgram gpg;
    private final Passphrases passphrases;

    /**
     * Create an instance.
     * @param home the folder
     * @param program the name or path of {@code gpg}
     * @param passphrases asked when GnuPG's agent does not know the passphrase already
     */
    public GnupgHome(Path home, String program, Passphrases passphrases) {
        this.home = home;
        this.gpg = new ForeignProgram(program, "GnuPG home \"" + home + "\"");
        this.passphrases = passphrases;
    }

    @Override
    public String description() {
        return gpg.asked() + " (by the gpg program)";
    }

    @Override
    public List<StoredKey> list() {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        return secretKeys().entrySet().stream()
                .map(key -> new StoredKey(key.getKey(), publicKey(key.getValue()), this))
                .toList();
    }

    @Override
    public Optional<List<Path>> files() throws IOException {
        List<Path> files = new ArrayList<>();
        RINGS.forEach(name -> files.add(home.resolve(name)));
        files.addAll(Directories.list(home.resolve("private-keys-v1.d")));
        return Optional.of(files);
    }

    /** Return the fingerprints of all secret RSA keys by their names. */
    private Map<String, String> secretKeys() {
        byte[] listing = gpg.require(
                arguments("--batch", "--list-secret-keys", "--fingerprint", "--with-colons", "--fixed-list-mode"),
                new byte[0]);
        GnupgListing read = new GnupgListing();
        new String(listing, StandardCharsets.UTF_8).lines().forEach(read::line);
        return new TreeMap<>(read.fingerprints());
    }

    private PublicKey publicKey(String fingerprint) {
        byte[] exported = gpg.require(
                arguments("--batch", "--export", "--export-options", "export-minimal", "0x" + fingerprint),
                new byte[0]);
        try {
            return PublicKey.of(Packet.readFrom(ByteBuffer.wrap(exported)));
        } catch (UnreadablePacket ex) {
            throw new RefusedException(
                    "cannot read key " + fingerprint + " of the " + description() + ": " + ex.getMessage());
        }
    }

    @Override
    public SigningKey open(StoredKey key) {
        String fingerprint = secretKeys().get(key.name());
        return new GnupgKey(key, String.valueOf(fingerprint));
    }

    private List<String> arguments(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--homedir", home.toString(), "-q", "--no-auto-check-trustdb"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private final class GnupgKey implements SigningKey {

        private final StoredKey key;
        private final String fingerprint;

        GnupgKey(StoredKey key, String fingerprint) {
            this.key = key;
            this.fingerprint = fingerprint;
        }

        @Override
        public PublicKey publicKey() {
            return key.publicKey();
        }

        @Override
        public String sign(byte[] content, Instant created) {
            PacketSigningKey.requireStrength(publicKey());
            String seconds = Integer.toUnsignedString(PacketSigningKey.seconds(created));
            String signature = signedAt(seconds, content);
            // GnuPG stops its clock at a given time, except at the very second that it is: then the clock may go on
            // while it signs. A second later it is stopped as asked.
            if (PublicKey.signatureTime(signature).getEpochSecond() != created.getEpochSecond()) {
                signature = signedAt(seconds, content);
            }
            return PacketSigningKey.checked(publicKey(), content, signature);
        }

        private String signedAt(String seconds, byte[] content) {
            return Envelope.seal(rewritten(detached(content, seconds))) + "\n";
        }

        private byte[] detached(byte[] content, String seconds) {
            ForeignProgram.Answer answer = gpg.run(signing(seconds, "--pinentry-mode", "error"), content);
            return answer.isSuccess() ? answer.output().content() : unlocked(content, seconds);
        }

        /** Sign again, now with the passphrase in front of the content on the standard input. */
        private byte[] unlocked(byte[] content, String seconds) {
            try (Passphrase passphrase = passphrases.of(key.name())) {
                byte[] input = input(passphrase, content);
                List<String> arguments = signing(seconds, "--pinentry-mode", "loopback", "--passphrase-fd", "0");
                ForeignProgram.Answer answer = gpg.run(arguments, input);
                Arrays.fill(input, (byte) 0);
                if (answer.complaint().contains("Bad passphrase")) {
                    throw wrongPassphrase();
                }
                if (!answer.isSuccess()) {
                    throw gpg.failed(answer);
                }
                return answer.output().content();
            }
        }

        private RefusedException wrongPassphrase() {
            return new RefusedException(
                    "cannot open key \"" + key.name() + "\" in the " + description() + ": the passphrase is wrong",
                    SecretKeyFile.CHECK_PASSPHRASE);
        }

        private List<String> signing(String seconds, String... more) {
            List<String> arguments =
                    arguments("--batch", "--ignore-time-conflict", "--faked-system-time", seconds + "!");
            arguments.addAll(List.of(more));
            arguments.addAll(List.of("--personal-digest-preferences", "SHA512"));
            arguments.addAll(List.of("--default-key", "0x" + fingerprint, "--detach-sign"));
            return arguments;
        }
    }

    private static byte[] input(Passphrase passphrase, byte[] content) {
        ByteBuffer secret = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase.characters()));
        byte[] input = new byte[secret.remaining() + 1 + content.length];
        int length = secret.remaining();
        secret.get(input, 0, length);
        input[length] = '\n';
        System.arraycopy(content, 0, input, length + 1, content.length);
        secret.rewind().put(new byte[length]);
        return input;
    }

    /** Return GnuPG's packet in the form in which snapd writes it: another header, the shortest lengths. */
    private Packet rewritten(byte[] detached) {
        try {
            return SignaturePacket.readFrom(
                            Packet.readFrom(ByteBuffer.wrap(detached)).body())
                    .toPacket();
        } catch (UnreadablePacket ex) {
            throw new RefusedException("cannot sign with the " + description() + ": " + ex.getMessage());
        }
    }
}
