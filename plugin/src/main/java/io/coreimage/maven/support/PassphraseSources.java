package io.coreimage.maven.support;

import io.coreimage.key.Passphrase;
import io.coreimage.key.Passphrases;
import io.coreimage.problem.RefusedException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a key's passphrase may come from: the environment variable that the POM names, {@value #DEFAULT_VARIABLE},
 * settings.xml, or the terminal. Never the POM itself and never the command line.
 */
public final class PassphraseSources implements Passphrases, AutoCloseable {

    static final String DEFAULT_VARIABLE = "CORE_IMAGE_PASSPHRASE";

    private final MavenWorld world;
    private final SettingsPassphrases settings;
    private final @Nullable String variable;
    private final Map<String, char[]> typed = new HashMap<>();

    /**
     * Create an instance.
     * @param variable the name of an environment variable, if the user gave one
     */
    public PassphraseSources(MavenWorld world, SettingsPassphrases settings, @Nullable String variable) {
        this.world = world;
        this.settings = settings;
        this.variable = variable;
    }

    /** Refuse a passphrase that stands where others can read it. */
    public static void refuseWritten(@Nullable String written) {
        if (written != null) {
            throw new RefusedException(
                    "cannot take a passphrase from the POM or the command line: version control, build logs and the"
                            + " list of processes would show it",
                    remedy());
        }
    }

    @Override
    public Passphrase of(String keyName) {
        return stored(keyName)
                .or(() -> remembered(keyName))
                .or(() -> asked(keyName))
                .orElseThrow(() -> none("cannot open key \"" + keyName + "\""));
    }

    /** Return the passphrase of a key that is about to be made; on a terminal it is asked for twice. */
    public Passphrase ofNew(String keyName) {
        return stored(keyName)
                .or(() -> chosen(keyName))
                .orElseThrow(() -> none("cannot create key \"" + keyName + "\""));
    }

    private Optional<Passphrase> stored(String keyName) {
        if (variable != null) {
            return Optional.of(fromVariable(variable).orElseThrow(this::unset));
        }
        return fromVariable(DEFAULT_VARIABLE).or(() -> settings.find(keyName));
    }

    private Optional<Passphrase> fromVariable(String name) {
        return world.environment(name).map(String::toCharArray).map(Passphrase::of);
    }

    private Optional<Passphrase> remembered(String keyName) {
        return Optional.ofNullable(typed.get(keyName)).map(char[]::clone).map(Passphrase::of);
    }

    private Optional<Passphrase> asked(String keyName) {
        Optional<Passphrase> answer = ask("Passphrase of key \"" + keyName + "\":");
        answer.ifPresent(passphrase -> typed.put(keyName, passphrase.copy()));
        return answer;
    }

    private Optional<Passphrase> chosen(String keyName) {
        Optional<Passphrase> first = ask("Passphrase for the new key \"" + keyName + "\":");
        if (first.isPresent()) {
            try (Passphrase second = ask("The same passphrase again:").orElseGet(Passphrase::none)) {
                requireSame(keyName, first.get().matches(second));
            }
        }
        return first;
    }

    private static void requireSame(String keyName, boolean same) {
        if (!same) {
            throw new RefusedException(
                    "cannot create key \"" + keyName + "\": the two passphrases differ", "Try again.");
        }
    }

    private Optional<Passphrase> ask(String question) {
        return world.isInteractive() ? Terminal.askSecretly(question) : Optional.empty();
    }

    private RefusedException unset() {
        return new RefusedException(
                "cannot take the passphrase from the environment variable \"" + variable + "\": it is not set",
                "Set it in the shell or the CI system that starts Maven.");
    }

    private static RefusedException none(String action) {
        return new RefusedException(action + ": its passphrase is not known", remedy());
    }

    private static String remedy() {
        return "Put it into the environment variable " + DEFAULT_VARIABLE
                + " (or one that core-image.passphraseEnv names), or encrypted into the server \""
                + SettingsPassphrases.SERVER + "\" of settings.xml, or run Maven on a terminal and type it.";
    }

    /** Forget what was typed. */
    @Override
    public void close() {
        typed.values().forEach(characters -> Arrays.fill(characters, '\0'));
        typed.clear();
    }
}
