package io.coreimage.maven.support;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.LocalFile;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Snaps that are Maven artifacts: of the reactor, the local repository or a remote one, as Maven itself finds them.
 * @param system Maven's resolver
 * @param session the session in which a goal runs
 */
public record SnapArtifacts(RepositorySystem system, MavenSession session) {

    private static final Pattern COORDINATES =
            Pattern.compile("([^:]{1,200}):([^:]{1,200}):([^:]{1,100})(?::([^:]{1,30}))?(?::([^:]{1,100}))?");

    /** Return the file of an artifact, {@code groupId:artifactId:version[:type[:classifier]]}. */
    public LocalFile find(String coordinates, boolean floating) {
        Matcher parts = COORDINATES.matcher(coordinates);
        if (!parts.matches()) {
            throw new RefusedException(
                    "cannot use artifact \"" + coordinates + "\": not of the form groupId:artifactId:version:snap",
                    "Write it like com.example:my-app:1.2:snap.");
        }
        String type = parts.group(4) == null ? "snap" : parts.group(4);
        String classifier = parts.group(5) == null ? "" : parts.group(5);
        Artifact wanted = new DefaultArtifact(parts.group(1), parts.group(2), classifier, type, parts.group(3));
        boolean changes = wanted.isSnapshot() || isOfReactor(wanted);
        return new LocalFile(resolve(wanted, coordinates), coordinates, floating || changes);
    }

    /** Return the file of an artifact. */
    Path resolve(Artifact artifact, RepositorySystemSession how) throws ArtifactResolutionException {
        ArtifactRequest request = new ArtifactRequest();
        request.setArtifact(artifact);
        request.setRepositories(session.getCurrentProject().getRemoteProjectRepositories());
        return system.resolveArtifact(how, request).getArtifact().getFile().toPath();
    }

    private boolean isOfReactor(Artifact artifact) {
        return session.getProjects().stream()
                .anyMatch(each -> each.getGroupId().equals(artifact.getGroupId())
                        && each.getArtifactId().equals(artifact.getArtifactId())
                        && each.getVersion().equals(artifact.getVersion()));
    }

    private Path resolve(Artifact artifact, String coordinates) {
        try {
            return resolve(artifact, session.getRepositorySession());
        } catch (ArtifactResolutionException ex) {
            throw new FaultException(
                    "cannot find artifact \"" + coordinates + "\": " + ex.getMessage(),
                    "Build or deploy it first; in a reactor, the module that makes it has to come before this one.",
                    ex);
        }
    }
}
