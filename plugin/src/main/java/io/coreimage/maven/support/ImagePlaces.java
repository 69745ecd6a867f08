package io.coreimage.maven.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one image are: what goes in, what comes out, and the locks between. Every execution of a project has
 * places of its own, so that a project can make several images.
 * @param world what surrounds the build
 * @param executionId the name of the execution
 * @param output where results go, if the user says so
 * @param lock the lock that a person commits, if the user names it
 * @param snaps where files stand in for snaps, if the user says so
 */
public record ImagePlaces(
        MavenWorld world,
        String executionId,
        @Nullable File output,
        @Nullable File lock,
        @Nullable File snaps) {

    private static final String LOCK = "core-image.lock";
    private static final String USED_LOCK = "core-image.used.lock";

    /** Return whether this is the execution whose names need no addition: one without an id, or one that Maven named. */
    public boolean isDefaultExecution() {
        return executionId.equals("default") || executionId.startsWith("default-");
    }

    /** Return the classifier of a result: the name of the execution stands in front of it, unless that is the default one. */
    public String classifier(String name) {
        if (isDefaultExecution()) {
            return name;
        }
        return name.isEmpty() ? executionId : executionId + "-" + name;
    }

    /** Return where results go. */
    public Path outputFolder() {
        if (output != null) {
            return output.toPath();
        }
        if (!world.hasProject()) {
            return world.folder();
        }
        Path folder = world.outputFolder().resolve("core-image");
        return isDefaultExecution() ? folder : folder.resolve(executionId);
    }

    /** Return the lock that a person commits. */
    public Path committedLock() {
        return lock == null
                ? world.folder().resolve(isDefaultExecution() ? LOCK : "core-image-" + executionId + ".lock")
                : lock.toPath();
    }

    /** Return where the lock goes that this build used. */
    public Path usedLock() {
        Path used = outputFolder().resolve(LOCK);
        return used.toAbsolutePath().equals(committedLock().toAbsolutePath())
                ? outputFolder().resolve(USED_LOCK)
                : used;
    }

    /** Return whether somebody committed a lock. */
    public boolean isLocked() {
        return Files.isRegularFile(committedLock());
    }

    /** Return the lock that says what is in the image: the committed one, else the one that this build used. */
    public Path lockOfBuild() {
        return isLocked() ? committedLock() : usedLock();
    }

    /** Return where files stand in for snaps of the store; without a project that is the current folder. */
    public Path snapsFolder() {
        if (snaps != null) {
            return snaps.toPath();
        }
        Path folder = world.folder();
        return world.hasProject() ? folder.resolve(Path.of("src", "main", "core-image", "snaps")) : folder;
    }
}
