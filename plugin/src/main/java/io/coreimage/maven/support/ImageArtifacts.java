package io.coreimage.maven.support;

import io.coreimage.AssembleResult.BuiltFile;
import io.coreimage.delivery.OutputFormat;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.artifact.versioning.VersionRange;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Gives what was built to the project, for install, deploy and other modules.
 * @param project the project
 * @param helper attaches files to projects
 * @param places where the files are, and what their classifiers are
 */
public record ImageArtifacts(MavenProject project, MavenProjectHelper helper, ImagePlaces places) {

    /** The packaging whose main artifact is an image. */
    private static final String PACKAGING = "core-image";

    /**
     * Attach the files of a build.
     * @param files the files
     * @param wanted those of them that become artifacts
     */
    public void attach(List<BuiltFile> files, List<OutputFormat> wanted) {
        Optional<BuiltFile> main = hasMain() ? main(files, wanted) : Optional.empty();
        if (main.isPresent()) {
            setMain(main.get());
        }
        for (BuiltFile each : files) {
            if (isWanted(each, wanted) && !isSame(main, each)) {
                attach(each.type(), each.qualifier(), each.file().toFile());
            }
        }
    }

    private static boolean isSame(Optional<BuiltFile> main, BuiltFile file) {
        return main.isPresent() && main.get().file().equals(file.file());
    }

    private boolean hasMain() {
        return PACKAGING.equals(project.getPackaging()) && places.isDefaultExecution();
    }

    /** What is not made of an image, such as a manifest, is always wanted. */
    private static boolean isWanted(BuiltFile file, List<OutputFormat> wanted) {
        Optional<OutputFormat> format = OutputFormat.find(file.type());
        return format.isEmpty() || wanted.contains(format.get());
    }

    /** The image of the volume with the seed, in the first format that is one. */
    private static Optional<BuiltFile> main(List<BuiltFile> files, List<OutputFormat> wanted) {
        for (OutputFormat format : wanted) {
            for (BuiltFile each : files) {
                if (format.isImage() && each.type().equals(format.suffix()) && each.holdsSeed()) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The extension of a main artifact is that of its type, and the type that of the packaging, unless the project gets
     * another artifact. A build cache too asks it for its type, and gives back a file of the same.
     */
    private void setMain(BuiltFile image) {
        DefaultArtifactHandler handler = new DefaultArtifactHandler(image.type());
        handler.setExtension(image.type());
        handler.setLanguage("none");
        handler.setAddedToClasspath(false);
        Artifact artifact = new DefaultArtifact(
                project.getGroupId(),
                project.getArtifactId(),
                VersionRange.createFromVersion(project.getVersion()),
                null,
                image.type(),
                null,
                handler);
        artifact.setFile(image.file().toFile());
        project.setArtifact(artifact);
    }

    /** Attach a file under the classifier that it has in this execution, unless an earlier goal has attached it already. */
    public void attach(String type, String qualifier, File file) {
        new Attachments(project, helper).attach(type, places.classifier(qualifier), file);
    }
}
