package io.coreimage.maven.support;

import io.coreimage.maven.config.SnapElement;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a goal say about snaps, as the user wrote it.
 * @param channel the channel of every snap that gets none of its own
 * @param cohort the key of the cohort whose revisions are wanted
 * @param snaps further snaps, and snaps that differ
 * @param components components of snaps
 * @param revisions the only revisions that are allowed
 * @param sequences the editions of validation sets
 * @param validation whether validation sets are kept
 * @param architecture the architecture that the model has to have
 * @param assertions files of further assertions
 * @param allowSnapdKernelMismatch whether a snapd that the kernel does not understand only earns a warning
 */
public record WishTexts(
        @Nullable String channel,
        @Nullable String cohort,
        @Nullable List<SnapElement> snaps,
        @Nullable List<String> components,
        @Nullable List<String> revisions,
        @Nullable List<String> sequences,
        String validation,
        @Nullable String architecture,
        @Nullable List<File> assertions,
        boolean allowSnapdKernelMismatch) {}
