package io.coreimage.snap;

import java.util.Comparator;

/**
 * A Debian package that a snap was made of.
 * @param name its name
 * @param version its version
 * @param architecture its architecture, empty where nobody says it
 */
public record SnapPackage(String name, String version, String architecture) implements Comparable<SnapPackage> {

    private static final Comparator<SnapPackage> ORDER = Comparator.comparing(SnapPackage::name)
            .thenComparing(SnapPackage::version)
            .thenComparing(SnapPackage::architecture);

    @Override
    public int compareTo(SnapPackage other) {
        return ORDER.compare(this, other);
    }
}
