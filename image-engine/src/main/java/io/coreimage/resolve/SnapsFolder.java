package io.coreimage.resolve;

import io.coreimage.assertion.Model;
import io.coreimage.bytes.Directories;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.SnapName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A folder where files named {@code NAME_*.snap} stand in for snaps of the store, as soon as an image has such a snap. */
public final class SnapsFolder {

    private final Path folder;

    public SnapsFolder(Path folder) {
        this.folder = folder;
    }

    /** Return the wishes with those files added that stand in for snaps of the model or of the wishes. */
    public Wishes addTo(Model model, Wishes wishes) {
        List<SnapWish> all = new ArrayList<>(wishes.snaps());
        for (SnapName each : names(model, wishes)) {
            List<Path> files = filesOf(each);
            if (files.size() > 1) {
                throw new RefusedException(
                        "cannot use snap \"" + each + "\" of folder \"" + folder
                                + "\": there are several files for it: "
                                + String.join(
                                        ", ",
                                        files.stream().map(SnapsFolder::name).toList()),
                        "Leave one of them there, or name the file among the snaps.");
            }
            files.stream().filter(file -> !isNamed(file, all)).forEach(file -> all.add(wish(file)));
        }
        return wishes.withSnaps(all);
    }

    private static Set<SnapName> names(Model model, Wishes wishes) {
        Set<SnapName> names = new LinkedHashSet<>();
        ModelTerms.of(model).entries().forEach(each -> names.add(each.name()));
        wishes.snaps().stream().map(SnapWish::name).filter(Objects::nonNull).forEach(names::add);
        return names;
    }

    private List<Path> filesOf(SnapName name) {
        return files().filter(each -> name(each).startsWith(name + "_")).toList();
    }

    private Stream<Path> files() {
        try {
            return Directories.list(folder).stream()
                    .filter(Files::isRegularFile)
                    .filter(each -> name(each).endsWith(".snap"));
        } catch (IOException ex) {
            throw new FaultException("cannot list folder \"" + folder + "\": " + ex.getMessage(), ex);
        }
    }

    private static boolean isNamed(Path file, List<SnapWish> wishes) {
        String stem = name(file).substring(0, name(file).indexOf('_') + 1);
        return wishes.stream()
                .map(SnapWish::file)
                .anyMatch(each -> each != null && name(each.path()).startsWith(stem));
    }

    private static SnapWish wish(Path file) {
        return SnapWish.ofFile(new LocalFile(file, name(file), false));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
