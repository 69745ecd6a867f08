package io.coreimage.maven.support;

import io.coreimage.delivery.BuildEnvironment;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.project.MavenProject;

/** What a build record says of who builds: the project, Maven, Java and the operating system; nothing of the user. */
public final class BuildFacts {

    private BuildFacts() {}

    /** Return the facts of this build. */
    public static BuildEnvironment of(MavenWorld world) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("build-tool", "mvn");
        for (String each : new String[] {"java.version", "java.vendor", "os.name"}) {
            facts.put(each, System.getProperty(each, "unknown"));
        }
        facts.put("mvn.version", world.session().getSystemProperties().getProperty("maven.version", "unknown"));
        if (world.hasProject()) {
            MavenProject project = world.session().getCurrentProject();
            facts.put("group-id", project.getGroupId());
            facts.put("artifact-id", project.getArtifactId());
            facts.put("version", project.getVersion());
            facts.put("name", project.getName());
        }
        return new BuildEnvironment(pluginVersion(), facts);
    }

    /** Return the version of this plugin. */
    static String pluginVersion() {
        return Objects.toString(BuildFacts.class.getPackage().getImplementationVersion());
    }
}
