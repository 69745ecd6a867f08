package io.coreimage.snap;

import java.util.stream.Stream;

/** Paths that are written the shortest way. */
final class CleanPath {

    private CleanPath() {}

    /** Return whether a path has no empty, {@code .} or {@code ..} part and no slash at its end. */
    static boolean isClean(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return path.equals("/")
                || path.equals(".")
                || Stream.of(relative.split("/", -1))
                        .noneMatch(each -> each.isEmpty() || each.equals(".") || each.equals(".."));
    }
}
