package io.coreimage.maven.support;

import io.coreimage.problem.RefusedException;
import java.io.File;
import java.util.Objects;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * What the goals attach to a project. Two files cannot have the same coordinates: Maven would keep one of them.
 * @param project the project
 * @param helper attaches files to projects
 */
public record Attachments(MavenProject project, MavenProjectHelper helper) {

    /**
     * Attach a file, unless an earlier goal has attached it already.
     * @param type the type of the artifact
     * @param classifier its classifier, empty for none
     * @param file the file
     */
    public void attach(String type, String classifier, File file) {
        if (isAttached(type, file)) {
            return;
        }
        project.getAttachedArtifacts().stream()
                .filter(each -> each.getType().equals(type)
                        && Objects.requireNonNullElse(each.getClassifier(), "").equals(classifier))
                .findFirst()
                .ifPresent(twin -> refuse(file, twin));
        helper.attachArtifact(project, type, classifier.isEmpty() ? null : classifier, file);
    }

    private boolean isAttached(String type, File file) {
        return project.getAttachedArtifacts().stream()
                .anyMatch(each -> each.getType().equals(type) && file.equals(each.getFile()));
    }

    private static void refuse(File file, Artifact twin) {
        String classifier = Objects.requireNonNullElse(twin.getClassifier(), "");
        throw new RefusedException(
                "cannot attach \"" + file + "\": \"" + twin.getFile() + "\" has the same type " + twin.getType()
                        + (classifier.isEmpty()
                                ? " and no classifier either"
                                : " and the same classifier " + classifier),
                "Give one of the two executions another <id> or, for pack and sign, a <classifier>.");
    }
}
