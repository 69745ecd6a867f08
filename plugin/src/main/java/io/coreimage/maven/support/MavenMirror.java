package io.coreimage.maven.support;

import io.coreimage.BuildEvents;
import io.coreimage.problem.RefusedException;
import io.coreimage.store.Download;
import io.coreimage.store.Mirror;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.deployment.DeployRequest;
import org.eclipse.aether.deployment.DeploymentException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ResolutionErrorPolicy;
import org.eclipse.aether.resolution.ResolutionErrorPolicyRequest;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Maven repositories as a mirror of store snaps: an artifact for each revision, so that a farm of machines fetches each from
 * the store once. A repository that has none, or another file, or is not to be reached, costs time but never a build.
 */
public final class MavenMirror implements Mirror {

    private static final Pattern FILE =
            Pattern.compile("([^_+]{1,64})(?:\\+([^_+]{1,64}))?_([0-9]{1,9})\\.(snap|comp)");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    private static final Pattern TARGET = Pattern.compile("([^:\\s]{1,100})::(\\S{1,1000})");

    private final SnapArtifacts artifacts;
    private final String group;
    private final Optional<RemoteRepository> target;
    private final BuildEvents events;

    /**
     * Create an instance.
     * @param artifacts finds artifacts
     * @param group the group id of the snaps
     * @param target where snaps are deployed that were not there, {@code id::url}; {@code null} for nowhere
     * @param events hears what happens
     */
    public MavenMirror(SnapArtifacts artifacts, String group, @Nullable String target, BuildEvents events) {
        if (!GROUP.matcher(group).matches()) {
            throw new RefusedException(
                    "cannot use core-image.mirror \"" + group + "\": it is no group id",
                    "Write one such as com.example.snaps.");
        }
        this.artifacts = artifacts;
        this.group = group;
        this.target = Optional.ofNullable(target).map(this::repository);
        this.events = events;
    }

    private RemoteRepository repository(String text) {
        Matcher parts = TARGET.matcher(text);
        if (!parts.matches()) {
            throw new RefusedException(
                    "cannot use core-image.mirrorRepository \"" + text + "\": not of the form id::url",
                    "Write it like nexus::https://nexus.example.com/repository/snaps.");
        }
        RemoteRepository named = new RemoteRepository.Builder(parts.group(1), "default", parts.group(2)).build();
        return artifacts.system().newDeploymentRepository(session(), named);
    }

    private RepositorySystemSession session() {
        return artifacts.session().getRepositorySession();
    }

    @Override
    public Optional<Path> find(Download file) {
        Optional<Artifact> artifact = artifact(file);
        return artifact.flatMap(each -> find(each, file));
    }

    private Optional<Path> find(Artifact artifact, Download file) {
        try {
            return Optional.of(artifacts.resolve(artifact, forgetful()));
        } catch (ArtifactResolutionException ex) {
            boolean absent = ex.getResults().stream()
                    .flatMap(each -> each.getExceptions().stream())
                    .allMatch(ArtifactNotFoundException.class::isInstance);
            if (!absent && !session().isOffline()) {
                events.warn("Cannot look for " + file.fileName() + " in the mirror: " + ex.getMessage());
            }
            return Optional.empty();
        }
    }

    /** What is not in the mirror now may be there in a minute, so that Maven must not remember that it was missing. */
    private RepositorySystemSession forgetful() {
        DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(session());
        copy.setResolutionErrorPolicy(new RememberNothing());
        return copy;
    }

    /** Return the artifact of a file of the store; the user's own have none. */
    private Optional<Artifact> artifact(Download file) {
        Matcher parts = FILE.matcher(file.fileName());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(2) == null ? parts.group(1) : parts.group(1) + "." + parts.group(2);
        return Optional.of(new DefaultArtifact(group, name, parts.group(4), parts.group(3)));
    }

    @Override
    public void passedOver(Download file, String reason) {
        events.warn("Passed over " + file.fileName() + " in the mirror: " + reason);
    }

    @Override
    public void cameFromStore(Download file, Path place) {
        if (target.isPresent()) {
            artifact(file).ifPresent(each -> deploy(each.setFile(place.toFile()), target.get()));
        }
    }

    private void deploy(Artifact artifact, RemoteRepository repository) {
        try {
            artifacts
                    .system()
                    .deploy(session(), new DeployRequest().addArtifact(artifact).setRepository(repository));
            events.note("Deployed " + artifact + " to the mirror " + repository.getId());
        } catch (DeploymentException ex) {
            // Somebody else may have been faster, and the image does not depend on it.
            events.warn("Cannot deploy " + artifact + " to the mirror " + repository.getId() + ": " + ex.getMessage());
        }
    }

    /** Says that nothing about failures is kept in the local repository. */
    private static final class RememberNothing implements ResolutionErrorPolicy {

        @Override
        public int getArtifactPolicy(RepositorySystemSession session, ResolutionErrorPolicyRequest<Artifact> request) {
            return CACHE_DISABLED;
        }

        @Override
        public int getMetadataPolicy(
                RepositorySystemSession session,
                ResolutionErrorPolicyRequest<org.eclipse.aether.metadata.Metadata> request) {
            return CACHE_DISABLED;
        }
    }
}
