package io.coreimage.maven.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void whatTheUserCanMendFailsTheGoal() {
        RefusedException origin = new RefusedException("cannot sign: no key", "Make one.");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> Failures.translate(() -> {
                    throw origin;
                }))
                .withMessage("cannot sign: no key\nMake one.")
                .withNoCause()
                .satisfies(failure -> assertThat(failure.getSuppressed()).containsExactly(origin));
    }

    @Test
    void whatTheWorldDidBreaksTheGoal() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> Failures.translate(() -> {
                    throw new FaultException("cannot write \"a\": the disk is full", null);
                }))
                .withMessage("cannot write \"a\": the disk is full")
                .withNoCause();
    }

    @Test
    void aFailedCopyBreaksTheGoal() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> Failures.translate(() -> {
                    throw new IOException("No space left on device");
                }))
                .withMessage("cannot read or write a file: No space left on device");
    }
}
