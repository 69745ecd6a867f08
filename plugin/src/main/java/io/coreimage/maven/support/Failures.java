package io.coreimage.maven.support;

import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The one place where problems become Maven's: the user's mistakes fail the goal, the world's faults break it.
 *
 * <p>The message is a sentence and a next step. Where it came from is kept as a suppressed exception, which {@code mvn -e}
 * prints; as a cause Maven would glue its text to ours.
 */
public final class Failures {

    /** A parameter; not the name of a file, and none of those that must never stand in a POM. */
    private static final String PARAMETER =
            "(?:(?<=-D)|(?<![\\w/\\\\\".]))core-image\\.(?!(?:lock|assertions|used|passphrase|password)\\b)([a-z][a-zA-Z]+)\\b(?!\")";

    private Failures() {}

    /** What a goal does. */
    @FunctionalInterface
    public interface Work {

        void run() throws IOException;
    }

    /**
     * Do the work of a goal.
     * @param work the work
     * @param elements the parameters that the goal has in a POM; none where there is no POM
     */
    public static void translate(Work work, Set<String> elements) throws MojoExecutionException, MojoFailureException {
        try {
            work.run();
        } catch (RefusedException ex) {
            throw with(new MojoFailureException(text(ex, elements)), ex);
        } catch (FaultException ex) {
            throw with(new MojoExecutionException(text(ex, elements)), ex);
        } catch (IOException ex) {
            throw with(new MojoExecutionException("cannot read or write a file: " + ex.getMessage()), ex);
        }
    }

    private static String text(CoreImageException ex, Set<String> elements) {
        return ex.fullMessage() + inPom(ex.fullMessage(), elements);
    }

    /** Messages name parameters as the command line does; say how a POM names those that this goal has. */
    private static String inPom(String message, Set<String> elements) {
        String names = Pattern.compile(PARAMETER)
                .matcher(message)
                .results()
                .map(each -> each.group(1))
                .filter(elements::contains)
                .map(each -> "<" + each + ">")
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nIn the POM: " + names + " in the <configuration> of the plugin.";
    }

    private static <T extends Exception> T with(T failure, Exception origin) {
        failure.addSuppressed(origin);
        return failure;
    }
}
