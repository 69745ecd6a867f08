package io.coreimage.maven.support;

import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The one place where problems become Maven's: the user's mistakes fail the goal, the world's faults break it.
 *
 * <p>The message is a sentence and a next step. Where it came from is kept as a suppressed exception, which {@code mvn -e}
 * prints; as a cause Maven would glue its text to ours.
 */
public final class Failures {

    private Failures() {}

    /** What a goal does. */
    @FunctionalInterface
    public interface Work {

        void run() throws IOException;
    }

    /** Do the work of a goal. */
    public static void translate(Work work) throws MojoExecutionException, MojoFailureException {
        try {
            work.run();
        } catch (RefusedException ex) {
            throw with(new MojoFailureException(text(ex)), ex);
        } catch (FaultException ex) {
            throw with(new MojoExecutionException(text(ex)), ex);
        } catch (IOException ex) {
            throw with(new MojoExecutionException("cannot read or write a file: " + ex.getMessage()), ex);
        }
    }

    private static String text(CoreImageException ex) {
        return ex.fullMessage();
    }

    private static <T extends Exception> T with(T failure, Exception origin) {
        failure.addSuppressed(origin);
        return failure;
    }
}
