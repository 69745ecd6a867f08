package io.coreimage.bytes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a {@link FileTree}, ordered part by part by the parts' UTF-8 bytes.
 * @param parts the names from the root down; none for the root itself
 */
public record TreePath(List<String> parts) implements Comparable<TreePath> {

    public static final TreePath ROOT = new TreePath(List.of());

    public TreePath {
        parts = List.copyOf(parts);
        parts.forEach(TreePath::check);
    }

    private static void check(String part) {
        if (part.isEmpty()
                || part.equals(".")
                || part.equals("..")
                || part.indexOf('/') >= 0
                || part.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("\"" + part + "\" is no name of a file");
        }
    }

    /** Return the place with the given parts between slashes; a leading slash and the empty text mean the root. */
    public static TreePath of(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.isEmpty() ? ROOT : new TreePath(List.of(relative.split("/", -1)));
    }

    /** Return the last part; the root has none. */
    public String name() {
        return parts.get(parts.size() - 1);
    }

    /** Return the directory that this lies in, or {@code null} for the root. */
    public @Nullable TreePath parent() {
        return parts.isEmpty() ? null : new TreePath(parts.subList(0, parts.size() - 1));
    }

    /** Return whether this is the given place or lies below it. */
    public boolean startsWith(TreePath other) {
        return parts.size() >= other.parts.size()
                && parts.subList(0, other.parts.size()).equals(other.parts);
    }

    public TreePath resolve(String name) {
        return resolve(of(name));
    }

    public TreePath resolve(TreePath below) {
        List<String> all = new ArrayList<>(parts);
        all.addAll(below.parts);
        return new TreePath(all);
    }

    @Override
    public int compareTo(TreePath other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            if (!parts.get(i).equals(other.parts.get(i))) {
                return compareNames(parts.get(i), other.parts.get(i));
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    /** Compare as the names' UTF-8 bytes would: that is the order of the characters' numbers. */
    static int compareNames(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return rank(one.charAt(i)) - rank(other.charAt(i));
            }
        }
        return one.length() - other.length();
    }

    /** Halves of characters beyond 16 bits stand for the highest of all, though others are higher than they. */
    private static int rank(char unit) {
        if (unit < Character.MIN_SURROGATE) {
            return unit;
        }
        return unit <= Character.MAX_SURROGATE ? unit + 0x2000 : unit - 0x800;
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
