package io.coreimage.maven.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.coreimage.BuildEvents;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import io.coreimage.store.Download;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.deployment.DeployRequest;
import org.eclipse.aether.deployment.DeploymentException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Store snaps as Maven artifacts: where they are looked for, where they go, and that no trouble there is a build's. */
class MavenMirrorTest {

    @TempDir
    private Path folder;

    private final Map<String, Path> repository = new HashMap<>();
    private final List<String> deployed = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final RepositorySystem system = mock(RepositorySystem.class);
    private final MavenSession session = mock(MavenSession.class);
    private boolean broken;

    @BeforeEach
    void aRepository() throws Exception {
        MavenProject project = mock(MavenProject.class);
        when(project.getRemoteProjectRepositories()).thenReturn(List.of());
        when(session.getCurrentProject()).thenReturn(project);
        when(session.getRepositorySession()).thenReturn(new DefaultRepositorySystemSession());
        when(system.newDeploymentRepository(any(), any())).thenAnswer(call -> call.getArgument(1));
        when(system.resolveArtifact(any(), any())).thenAnswer(call -> resolve(call.getArgument(1)));
        when(system.deploy(any(), any())).thenAnswer(call -> deploy(call.getArgument(1)));
    }

    private ArtifactResult resolve(ArtifactRequest request) throws ArtifactResolutionException {
        Artifact wanted = request.getArtifact();
        ArtifactResult result = new ArtifactResult(request);
        Path file = repository.get(wanted.toString());
        if (file != null) {
            return result.setArtifact(wanted.setFile(file.toFile()));
        }
        RemoteRepository nexus = new RemoteRepository.Builder("nexus", "default", "https://nexus/").build();
        result.addException(
                broken
                        ? new ArtifactTransferException(wanted, nexus, "status 500")
                        : new ArtifactNotFoundException(wanted, nexus));
        throw new ArtifactResolutionException(List.of(result), "no " + wanted);
    }

    private Object deploy(DeployRequest request) throws DeploymentException {
        if (broken) {
            throw new DeploymentException("status 400");
        }
        request.getArtifacts()
                .forEach(each ->
                        deployed.add(each + " to " + request.getRepository().getUrl()));
        return null;
    }

    @Test
    void aRevisionIsAnArtifact() throws IOException {
        Path kernel = Files.writeString(folder.resolve("kernel"), "kernel");
        Path wifi = Files.writeString(folder.resolve("wifi"), "wifi");
        repository.put("com.example.snaps:pc-kernel:snap:1021", kernel);
        repository.put("com.example.snaps:pc-kernel.wifi:comp:7", wifi);
        MavenMirror mirror = mirror(null);
        assertThat(mirror.find(file("pc-kernel_1021.snap"))).contains(kernel);
        assertThat(mirror.find(file("pc-kernel+wifi_7.comp"))).contains(wifi);
        assertThat(mirror.find(file("pc-kernel_1022.snap"))).isEmpty();
        assertThat(mirror.find(file("my own file.snap"))).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void aRepositoryInTroubleIsOnlyAWarning() {
        broken = true;
        assertThat(mirror(null).find(file("pc-kernel_1021.snap"))).isEmpty();
        assertThat(said)
                .containsExactly("warn: Cannot look for pc-kernel_1021.snap in the mirror: no"
                        + " com.example.snaps:pc-kernel:snap:1021");
    }

    @Test
    void whatCameFromTheStoreIsDeployedWhereTheUserSays() {
        mirror(null).cameFromStore(file("pc_36.snap"), folder.resolve("pc"));
        assertThat(deployed).isEmpty();
        mirror("nexus::https://nexus.example.com/snaps").cameFromStore(file("pc_36.snap"), folder.resolve("pc"));
        assertThat(deployed).containsExactly("com.example.snaps:pc:snap:36 to https://nexus.example.com/snaps");
        assertThat(said).containsExactly("note: Deployed com.example.snaps:pc:snap:36 to the mirror nexus");
    }

    @Test
    void whoCannotDeployBuildsAllTheSame() {
        broken = true;
        mirror("nexus::https://nexus.example.com/snaps").cameFromStore(file("pc_36.snap"), folder.resolve("pc"));
        assertThat(said)
                .containsExactly("warn: Cannot deploy com.example.snaps:pc:snap:36 to the mirror nexus: status 400");
    }

    @Test
    void oddCoordinatesAreRefused() {
        assertThatThrownBy(() -> new MavenMirror(artifacts(), "com example", null, events()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use core-image.mirror \"com example\": it is no group id");
        assertThatThrownBy(() -> mirror("https://nexus.example.com"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "cannot use core-image.mirrorRepository \"https://nexus.example.com\": not of the form id::url");
    }

    private MavenMirror mirror(String target) {
        return new MavenMirror(artifacts(), "com.example.snaps", target, events());
    }

    private SnapArtifacts artifacts() {
        return new SnapArtifacts(system, session);
    }

    private BuildEvents events() {
        return new BuildEvents() {
            @Override
            public void note(String sentence) {
                said.add("note: " + sentence);
            }

            @Override
            public void warn(String sentence) {
                said.add("warn: " + sentence);
            }
        };
    }

    private static Download file(String name) {
        Digest digest = Digest.compute(Digest.Algorithm.SHA3_384, name);
        return new Download(name, URI.create("https://store/"), digest, Size.ofBytes(1));
    }
}
