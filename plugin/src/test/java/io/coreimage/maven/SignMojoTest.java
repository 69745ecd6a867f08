package io.coreimage.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How Maven fills the parameters, in a container as Maven's own. */
@MojoTest
class SignMojoTest {

    private static final String POM = "src/test/resources/sign/pom.xml";

    @Inject
    private MavenSession session;

    @BeforeEach
    void anEmptySession() {
        when(session.getSystemProperties()).thenReturn(new Properties());
        when(session.getUserProperties()).thenReturn(new Properties());
        when(session.getExecutionRootDirectory()).thenReturn("target");
    }

    @Test
    @InjectMojo(goal = "sign", pom = POM)
    @MojoParameter(name = "outputFile", value = "target/mojo/inline.model")
    void aModelInThePomIsSignedAndAttached(SignMojo mojo) throws Exception {
        MavenProject project = session.getCurrentProject();
        project.setArtifact(new DefaultArtifact("g", "a", "1", null, "pom", null, new DefaultArtifactHandler("pom")));

        mojo.execute();

        assertThat(project.getAttachedArtifacts())
                .singleElement()
                .satisfies(artifact -> assertThat(artifact.getType()).isEqualTo("model"));
        assertThat(read("target/mojo/inline.model"))
                .startsWith("type: model\nauthority-id: me\nseries: 16\nbrand-id: me\nmodel: one\n")
                .contains("\nrequired-snaps:\n  - hello\n")
                .contains("\ntimestamp: 2026-02-03T04:05:06Z\n");
    }

    private static String read(String file) throws IOException {
        Path path = new File(file).toPath();
        String text = Files.readString(path);
        Files.delete(path);
        return text;
    }

    @Test
    @InjectMojo(goal = "sign", pom = POM)
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "outputFile", value = "target/mojo/skipped.model")
    void skippedItDoesNothing(SignMojo mojo) throws Exception {
        mojo.execute();

        assertThat(new File("target/mojo/skipped.model")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "sign", pom = POM)
    @MojoParameter(name = "modelFile", value = "model.json")
    void twoModelsAreOneTooMany(SignMojo mojo) {
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith("cannot sign: the model is given twice\nName a file");
    }

    @Test
    @InjectMojo(goal = "sign", pom = POM)
    @MojoParameter(name = "passphrase", value = "opensesame")
    void aPassphraseInThePomIsRefused(SignMojo mojo) {
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("cannot take a passphrase from the POM or the command line")
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("opensesame"));
    }
}
