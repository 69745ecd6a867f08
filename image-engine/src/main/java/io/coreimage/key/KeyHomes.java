package io.coreimage.key;

import io.coreimage.problem.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this user may have keys, and how a place is written down:
 *
 * <pre>
 *   gnupg               snapd's GnuPG home           gnupg:FOLDER       another one
 *   external            the key manager of           external:PROGRAM   another one
 *                       SNAPD_EXT_KEYMGR
 *   pkcs11:FILE         a token, as FILE says        FILE.p12 FILE.pfx  a PKCS#12 file
 *   FOLDER              a folder of OpenPGP files
 * </pre>
 *
 * @param base where relative names start
 * @param keyFolder our own folder
 * @param gnupgHome snapd's GnuPG home
 * @param gnupgProgram the name or path of {@code gpg}
 * @param externalKeyManager the program that snapd would ask instead, if any
 * @param passphrases asked when a key turns out to be locked
 */
public record KeyHomes(
        Path base,
        Path keyFolder,
        Path gnupgHome,
        String gnupgProgram,
        Optional<String> externalKeyManager,
        Passphrases passphrases) {

    private static final String GNUPG = "gnupg";
    private static final String EXTERNAL = "external";
    private static final String PKCS11 = "pkcs11:";

    /** Return every place that is looked at when the user names none: ours, then the two of snapd. */
    public KeyPlaces everywhere() {
        Stream<KeyPlace> external = externalKeyManager.stream().map(ExternalKeyManager::new);
        return new KeyPlaces(Stream.of(Stream.of(folder(keyFolder)), external, Stream.of(gnupg(gnupgHome)))
                .flatMap(places -> places)
                .toList());
    }

    /** Return the one place that the user wrote down. */
    public KeyPlaces named(String place) {
        return new KeyPlaces(List.of(place(place)));
    }

    /** Return the place that is a single key file. */
    public KeyPlaces file(Path file) {
        return new KeyPlaces(List.of(new KeyFile(base.resolve(file), passphrases)));
    }

    private KeyPlace place(String place) {
        if (place.equals(GNUPG)) {
            return gnupg(gnupgHome);
        }
        if (place.equals(EXTERNAL)) {
            return new ExternalKeyManager(externalKeyManager.orElseThrow(KeyHomes::noKeyManager));
        }
        if (place.startsWith(GNUPG + ":")) {
            return gnupg(path(place, GNUPG + ":"));
        }
        if (place.startsWith(EXTERNAL + ":")) {
            return new ExternalKeyManager(place.substring(EXTERNAL.length() + 1));
        }
        return place.startsWith(PKCS11)
                ? new Pkcs11Token(path(place, PKCS11), passphrases)
                : files(base.resolve(place));
    }

    private KeyPlace files(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            return new Pkcs12File(path, passphrases);
        }
        if (Files.isRegularFile(path)) {
            throw new RefusedException(
                    "cannot use key store \"" + path + "\": it is a file, and neither .p12 nor .pfx",
                    "For an OpenPGP secret key file use core-image.keyFile; for a PKCS#11 token write pkcs11:<file>.");
        }
        return folder(path);
    }

    private Path path(String place, String prefix) {
        return base.resolve(place.substring(prefix.length()));
    }

    private KeyPlace folder(Path folder) {
        return new KeyFolder(folder, passphrases);
    }

    private KeyPlace gnupg(Path home) {
        return new GnupgHome(home, gnupgProgram, passphrases);
    }

    private static RefusedException noKeyManager() {
        return new RefusedException(
                "cannot use key store \"external\": no external key manager is known",
                "Set SNAPD_EXT_KEYMGR, or write external:<program>.");
    }
}
