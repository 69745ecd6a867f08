package io.coreimage.maven.support;

import io.coreimage.key.Passphrase;
import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person in front of the keyboard. */
public final class Terminal {

    private static final int LONGEST_ANSWER = 1000;

    private Terminal() {}

    /** Ask for a secret, which is not shown while it is typed; nothing where there is no terminal. */
    static Optional<Passphrase> askSecretly(String question) {
        return Optional.ofNullable(console())
                .map(console -> console.readPassword("%s ", question))
                .map(Passphrase::of);
    }

    /** Return whether somebody sits there. */
    static boolean isThere() {
        return console() != null;
    }

    @SuppressWarnings("SystemConsoleNull") // null up to Java 21; from 22 on isTerminal answers the same question
    private static @Nullable Console console() {
        Console console = System.console();
        return console != null && isTerminal(console) ? console : null;
    }

    /** From Java 22 on there is always a console, and only this method says whether somebody sits there. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException ex) {
            return true;
        }
    }

    /** Ask for one line. */
    public static String ask(String question) throws IOException {
        System.out.print(question + " ");
        System.out.flush();
        StringBuilder answer = new StringBuilder();
        for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) {
            answer.append(answer.length() < LONGEST_ANSWER ? String.valueOf((char) next) : "");
        }
        return answer.toString().strip();
    }

    /** Print something that another program may want to read, so without the log's decoration. */
    public static void print(String text) {
        System.out.print(text.endsWith("\n") ? text : text + "\n");
        System.out.flush();
    }
}
