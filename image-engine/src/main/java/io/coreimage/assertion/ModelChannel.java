package io.coreimage.assertion;

import java.util.List;
import java.util.Set;

/** The channels that models write: {@code track}, {@code track/risk}, {@code track/risk/branch}. */
final class ModelChannel {

    private static final Set<String> RISKS = Set.of("stable", "candidate", "beta", "edge");

    private ModelChannel() {}

    static boolean isRisk(String text) {
        return RISKS.contains(text);
    }

    /** Return whether it is a channel, with or without a track. */
    static boolean isChannel(String text) {
        List<String> parts = parts(text);
        if (parts.size() > 3 || parts.contains("")) {
            return false;
        }
        return switch (parts.size()) {
            case 1 -> true;
            case 2 -> isRisk(parts.get(0)) || isRisk(parts.get(1));
            default -> isRisk(parts.get(1));
        };
    }

    /** Return whether a channel names a track. With all three parts even the name of a risk is one. */
    static boolean hasTrack(String channel) {
        List<String> parts = parts(channel);
        return parts.size() == 3 || !isRisk(parts.get(0));
    }

    private static List<String> parts(String text) {
        return List.of(text.split("/", -1));
    }
}
