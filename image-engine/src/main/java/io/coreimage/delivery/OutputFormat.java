package io.coreimage.delivery;

import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms in which the images of a build leave the house, by the suffix of their files. */
public enum OutputFormat {
    /** The bytes of the disk, with holes. */
    IMG("img"),
    /** The disk in an xz file. */
    IMG_XZ("img.xz"),
    /** The disk in a Zstandard file. */
    IMG_ZST("img.zst"),
    /** The disk in a gzip file. */
    IMG_GZ("img.gz"),
    /** The disk as QEMU keeps it. */
    QCOW2("qcow2"),
    /** What {@code bmaptool} needs to write the disk without its holes. */
    BMAP("bmap"),
    /** The digests of all other files, one file for all disks. */
    SHA256SUMS(Sha256Sums.FILE_NAME);

    private final String suffix;

    OutputFormat(String suffix) {
        this.suffix = suffix;
    }

    /** Return the suffix of the format's files, which is also the type of their artifacts. */
    public String suffix() {
        return suffix;
    }

    /** Return whether a disk can be got back from it. */
    public boolean isImage() {
        return this != BMAP && this != SHA256SUMS;
    }

    /** Return the format with a suffix. */
    public static Optional<OutputFormat> find(String suffix) {
        for (OutputFormat each : values()) {
            if (each.suffix.equals(suffix)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * Return the formats that a user names, in the user's order.
     * @throws RefusedException if there is none that a disk can be got back from
     */
    public static List<OutputFormat> parse(List<String> names) {
        Set<OutputFormat> formats = new LinkedHashSet<>();
        boolean image = false;
        for (String each : names) {
            if (!each.isBlank()) {
                OutputFormat format = named(each.trim());
                formats.add(format);
                image |= format.isImage();
            }
        }
        if (!image) {
            throw new RefusedException(
                    "cannot make formats \"" + String.join(",", names) + "\": none of them holds an image",
                    "Name one of " + known() + " first.");
        }
        return new ArrayList<>(formats);
    }

    private static OutputFormat named(String name) {
        Optional<OutputFormat> format = find(name);
        if (format.isEmpty()) {
            throw new RefusedException(
                    "cannot make format \"" + name + "\": no such format", "Name some of " + known() + ".");
        }
        return format.get();
    }

    private static String known() {
        return Arrays.stream(values()).map(OutputFormat::suffix).collect(Collectors.joining(", "));
    }
}
