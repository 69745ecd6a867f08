package io.coreimage.maven;

import io.coreimage.maven.support.Failures;
import io.coreimage.maven.support.MavenWorld;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal has in common: it can be skipped, knows the session, and fails with one sentence and a next step. */
abstract class CoreImageMojo extends AbstractMojo {

    /** Do nothing. Example: <code>true</code> */
    @Parameter(property = "core-image.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Nothing is done: core-image.skip is set");
            return;
        }
        Failures.translate(this::run, world().hasProject() ? elements() : Set.of());
    }

    /** The parameters that a POM may set. */
    private Set<String> elements() {
        return execution.getMojoDescriptor().getParameters().stream()
                .filter(each -> each.isEditable())
                .map(each -> each.getName())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Do the goal's work. */
    abstract void run() throws IOException;

    /** Return the session in which the goal runs. */
    final MavenSession session() {
        return session;
    }

    /** Return folders, environment, settings and terminal of whoever started Maven. */
    final MavenWorld world() {
        return new MavenWorld(session);
    }

    /** Return what the executions of this plugin tell each other in one build of one project. */
    @SuppressWarnings("unchecked") // Maven gives every plugin a map of its own, without saying of what
    final Map<String, Object> pluginContext() {
        return getPluginContext() == null ? new HashMap<>() : getPluginContext();
    }
}
