package io.coreimage.maven.support;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the build, asked here and nowhere else: environment, folders, project, terminal.
 * @param session the session in which a goal runs
 */
public record MavenWorld(MavenSession session) {

    private static final int USUAL_WIDTH = 80;

    /** Return a variable of the environment, if it is set and not empty. */
    public Optional<String> environment(String name) {
        String value = session.getSystemProperties().getProperty("env." + name);
        String known = value == null ? System.getenv(name) : value;
        return known == null || known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    /** Return the folder of the user. */
    public Path home() {
        return Path.of(session.getSystemProperties().getProperty("user.home", System.getProperty("user.home")));
    }

    /** Return where this user's programs keep their settings: {@code $XDG_CONFIG_HOME}, else {@code ~/.config}. */
    public Path configurationFolder() {
        return folder("XDG_CONFIG_HOME", ".config");
    }

    /** Return where this user's programs keep what they can get again: {@code $XDG_CACHE_HOME}, else {@code ~/.cache}. */
    public Path cacheFolder() {
        return folder("XDG_CACHE_HOME", ".cache");
    }

    private Path folder(String variable, String otherwise) {
        Optional<String> given = environment(variable);
        boolean usable = given.isPresent() && Path.of(given.get()).isAbsolute();
        return usable ? Path.of(given.get()) : home().resolve(otherwise);
    }

    /** Return whether Maven was told to open no connection. */
    public boolean isOffline() {
        return session.isOffline();
    }

    /** Return where relative names start: the project's folder, or the current one where there is no project. */
    public Path folder() {
        return hasProject()
                ? session.getCurrentProject().getBasedir().toPath()
                : Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
    }

    /** Return where results go: the project's build folder, or the current folder where there is no project. */
    public Path outputFolder() {
        return hasProject() ? Path.of(session.getCurrentProject().getBuild().getDirectory()) : folder();
    }

    /** Return whether there is a project with a POM. */
    public boolean hasProject() {
        @Nullable MavenProject project = session.getCurrentProject();
        return project != null && project.getFile() != null;
    }

    /** Return whether somebody may be asked something: not in batch mode. */
    public boolean isInteractive() {
        return session.getRequest().isInteractiveMode();
    }

    /**
     * Return a line that is drawn again and again, where somebody looks at it: not in batch mode, not where output goes
     * to a file, and not where several projects write at once or Maven was told to show no progress.
     */
    public Optional<ProgressLine> progressLine() {
        boolean several = session.getRequest().getDegreeOfConcurrency() > 1;
        boolean quiet =
                String.valueOf(session.getRequest().getTransferListener()).contains("Quiet");
        boolean dumb = environment("TERM").filter("dumb"::equals).isPresent()
                || environment("CI").isPresent();
        if (!isInteractive() || several || quiet || dumb || !Terminal.isThere()) {
            return Optional.empty();
        }
        int width = environment("COLUMNS")
                .filter(each -> each.matches("[1-9][0-9]{1,3}"))
                .map(Integer::valueOf)
                .orElse(USUAL_WIDTH);
        return Optional.of(new ProgressLine(System.out, System::nanoTime, width));
    }
}
