package io.coreimage.maven.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void whatTheUserCanMendFailsTheGoal() {
        RefusedException origin = new RefusedException("cannot sign: no key", "Make one.");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> Failures.translate(
                        () -> {
                            throw origin;
                        },
                        Set.of()))
                .withMessage("cannot sign: no key\nMake one.")
                .withNoCause()
                .satisfies(failure -> assertThat(failure.getSuppressed()).containsExactly(origin));
    }

    @Test
    void whatTheWorldDidBreaksTheGoal() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> Failures.translate(
                        () -> {
                            throw new FaultException("cannot write \"a\": the disk is full", null);
                        },
                        Set.of()))
                .withMessage("cannot write \"a\": the disk is full")
                .withNoCause();
    }

    @Test
    void aFailedCopyBreaksTheGoal() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> Failures.translate(
                        () -> {
                            throw new IOException("No space left on device");
                        },
                        Set.of()))
                .withMessage("cannot read or write a file: No space left on device");
    }

    @Test
    void aMessageThatNamesAParameterNamesTheElementOfThePomToo() {
        assertThat(message(new RefusedException(
                        "cannot build without a lock: there is no file \"/a/core-image.lock\", and core-image.requireLock is set",
                        "Write it with core-image:lock and commit it with core-image.assertions beside it.")))
                .endsWith("beside it.\nIn the POM: <requireLock> in the <configuration> of the plugin.");
        assertThat(message(new FaultException(
                        "cannot write",
                        "Choose another folder with -Dcore-image.cacheDirectory, not -Dcore-image.password.",
                        null)))
                .endsWith("\nIn the POM: <cacheDirectory> in the <configuration> of the plugin.");
        assertThat(message(new RefusedException(
                        "cannot sign", "Make a key with -Dcore-image.keyName; core-image.nonsense.")))
                .as("parameters of other goals, and none")
                .doesNotContain("In the POM");
        assertThat(message(new RefusedException("cannot log in", "Log in with core-image:login.")))
                .isEqualTo("cannot log in\nLog in with core-image:login.");
    }

    private static String message(CoreImageException problem) {
        return catchThrowable(() -> Failures.translate(
                        () -> {
                            throw problem;
                        },
                        Set.of("requireLock", "cacheDirectory", "password", "assertions")))
                .getMessage();
    }
}
