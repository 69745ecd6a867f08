package io.coreimage.maven.support;

import io.coreimage.key.Passphrase;
import io.coreimage.problem.RefusedException;
import io.coreimage.store.Dashboard;
import io.coreimage.store.Login;
import io.coreimage.store.LoginRequest;
import io.coreimage.store.LoginWish;
import io.coreimage.store.TwoFactorException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets a login from a person or a build server: e-mail from a parameter or the terminal, password from {@value
 * #PASSWORD} or the terminal, the code of a second factor likewise.
 */
public final class LoginQuestions {

    static final String PASSWORD = "CORE_IMAGE_STORE_PASSWORD";
    static final String OTP = "CORE_IMAGE_STORE_OTP";

    private final MavenWorld world;
    private final @Nullable String email;

    /**
     * Create an instance.
     * @param email the e-mail, if it is known
     */
    public LoginQuestions(MavenWorld world, @Nullable String email) {
        this.world = world;
        this.email = email;
    }

    /** Log in; a code of a second factor is only asked for when the account wants one. */
    public Login.UbuntuOne login(Dashboard dashboard, LoginWish wish) throws IOException {
        String name = email();
        String password = secret(PASSWORD, "Password of " + name + ":");
        try {
            return dashboard.login(
                    new LoginRequest(name, password, world.environment(OTP).orElse(null)), wish);
        } catch (TwoFactorException ex) {
            if (!world.isInteractive() || world.environment(OTP).isPresent()) {
                throw ex;
            }
            String otp = secret(OTP, "Code of the second factor:");
            return dashboard.login(new LoginRequest(name, password, otp), wish);
        }
    }

    private String email() throws IOException {
        if (email != null) {
            return email;
        }
        if (!world.isInteractive()) {
            throw new RefusedException(
                    "cannot log in: the account's e-mail is not known", "Say it with -Dcore-image.email.");
        }
        return Terminal.ask("E-mail of the account:");
    }

    private String secret(String variable, String question) {
        Optional<String> set = world.environment(variable);
        return set.or(() -> world.isInteractive() ? ask(question) : Optional.empty())
                .orElseThrow(() -> new RefusedException(
                        "cannot log in: nobody is there to be asked (" + question.replace(":", "") + ")",
                        "Put it into the environment variable " + variable
                                + ", or run Maven on a terminal and type it."));
    }

    private static Optional<String> ask(String question) {
        return Terminal.askSecretly(question).map(LoginQuestions::text);
    }

    private static String text(Passphrase answer) {
        try (answer) {
            return String.valueOf(answer.copy());
        }
    }
}
