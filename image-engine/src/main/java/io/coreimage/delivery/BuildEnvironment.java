package io.coreimage.delivery;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who builds, with what: the one thing that may differ between two builds that give the same images.
 * @param toolVersion the version of this program
 * @param properties everything else, by the names of a build record: {@code java.version}, {@code group-id}
 */
public record BuildEnvironment(String toolVersion, SortedMap<String, String> properties) {

    public BuildEnvironment {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }
}
