package io.coreimage.maven.support;

import io.coreimage.AssertionFile;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.TrustedRoots;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of assertions that a user names: whom to trust besides Canonical, and what may prove the rest. */
public final class Assertions {

    private Assertions() {}

    /** Return Canonical's root and those of the files. */
    public static TrustedRoots roots(@Nullable List<File> files) {
        TrustedRoots roots = TrustedRoots.production();
        for (File file : given(files)) {
            roots = roots.plus(AssertionFile.content(file.toPath()), "\"" + file + "\"");
        }
        return roots;
    }

    /** Return all assertions of the files. */
    public static List<Assertion> of(@Nullable List<File> files) {
        return given(files).stream()
                .flatMap(file -> AssertionFile.read(file.toPath()).stream())
                .toList();
    }

    private static List<File> given(@Nullable List<File> files) {
        return files == null ? List.of() : files;
    }
}
