package io.coreimage.maven.support;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The properties that a model's file may name: those of the command line, else those of the POM.
 * @param session the session in which a goal runs
 */
public record ProjectProperties(MavenSession session) {

    /** Return all properties by name. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        MavenProject project = session.getCurrentProject();
        if (project != null) {
            put(all, project.getProperties());
            all.put("project.groupId", project.getGroupId());
            all.put("project.artifactId", project.getArtifactId());
            all.put("project.version", project.getVersion());
        }
        put(all, session.getUserProperties());
        return all;
    }

    private static void put(Map<String, String> all, Properties properties) {
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    }
}
