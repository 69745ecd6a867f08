package io.coreimage.maven.support;

import io.coreimage.problem.RefusedException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * All executions of a project that build images. Each has a folder of its own; where two have not, the one would write what
 * the other has written, and nobody could tell whose image it is.
 * @param world what surrounds the build
 */
public record ImageExecutions(MavenWorld world) {

    private static final String PLUGIN = "io.coreimage:core-image-maven-plugin";
    private static final String GOAL = "assemble";
    private static final String FOLDER = "outputDirectory";

    /** Refuse two executions with one folder or the same classifiers, before the first of them does anything. */
    public void refuseTwins() {
        Map<Path, String> taken = new HashMap<>();
        Map<String, String> named = new HashMap<>();
        for (PluginExecution each : all()) {
            Path folder = folder(each).toAbsolutePath().normalize();
            String other = taken.putIfAbsent(folder, each.getId());
            if (other != null) {
                throw new RefusedException(
                        "cannot build two images in folder \"" + folder + "\": the executions \"" + other + "\" and \""
                                + each.getId() + "\" both write there",
                        "Leave outputDirectory out: every execution has a folder of its own by its id.");
            }
            String twin = named.putIfAbsent(places(each, null).classifier(""), each.getId());
            if (twin != null) {
                throw new RefusedException(
                        "cannot attach what two executions build: the executions \"" + twin + "\" and \"" + each.getId()
                                + "\" give it the same coordinates",
                        "Give one of them an <id> that does not begin with \"default\": it stands in the classifiers.");
            }
        }
    }

    private List<PluginExecution> all() {
        Plugin plugin = world.hasProject() ? project().getPlugin(PLUGIN) : null;
        List<PluginExecution> all = new ArrayList<>();
        for (PluginExecution each : plugin == null ? List.<PluginExecution>of() : plugin.getExecutions()) {
            if (each.getGoals().contains(GOAL) && !"none".equals(each.getPhase())) {
                all.add(each);
            }
        }
        return all;
    }

    private MavenProject project() {
        return world.session().getCurrentProject();
    }

    private Path folder(PluginExecution execution) {
        String given = given(execution);
        File output = given == null
                ? null
                : project().getBasedir().toPath().resolve(given).toFile();
        return places(execution, output).outputFolder();
    }

    private ImagePlaces places(PluginExecution execution, @Nullable File output) {
        return new ImagePlaces(world, execution.getId(), output, null, null);
    }

    /** As Maven fills the parameter: from the POM, else from a property of the command line or the project. */
    private @Nullable String given(PluginExecution execution) {
        Xpp3Dom configuration = (Xpp3Dom) execution.getConfiguration();
        Xpp3Dom configured = configuration == null ? null : configuration.getChild(FOLDER);
        if (configured != null && configured.getValue() != null) {
            return configured.getValue();
        }
        String property = "core-image." + FOLDER;
        String asked = world.session().getUserProperties().getProperty(property);
        return asked == null ? project().getProperties().getProperty(property) : asked;
    }
}
