package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a publisher releases revisions: {@code [<track>/]<risk>[/<branch>]}, or only a track.
 *
 * <p>What was not written stays away, since {@code stable} and {@code latest/stable} are the same place but not the same
 * wish: a store may answer the first with the snap's default track.
 * @param track the track that was written
 * @param risk the risk that was written; with neither track nor branch it is always there
 * @param branch the branch that was written
 */
public record Channel(
        @Nullable String track,
        @Nullable Risk risk,
        @Nullable String branch) {

    /** The channel of models that say nothing, with the default track. */
    public static final Channel LATEST_STABLE = new Channel("latest", Risk.STABLE, null);

    /** The channel of the oldest models: whatever the snap's default track is. */
    public static final Channel STABLE = new Channel(null, Risk.STABLE, null);

    private static final String DEFAULT_TRACK = "latest";
    private static final int MOST_PARTS = 3;

    public Channel {
        if (track == null && risk == null) {
            throw new IllegalArgumentException("a channel has a track or a risk");
        }
        if (branch != null && risk == null) {
            throw new IllegalArgumentException("a branch grows on a risk");
        }
        check(track);
        check(branch);
        if (track != null && Risk.named(track).isPresent()) {
            throw new IllegalArgumentException("\"" + track + "\" is a risk, not a track");
        }
    }

    private static void check(@Nullable String part) {
        if (part != null && (part.isEmpty() || part.indexOf('/') >= 0)) {
            throw new IllegalArgumentException("\"" + part + "\" is no part of a channel");
        }
    }

    /** Return the channel that a user or a file wrote. */
    public static Channel parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > MOST_PARTS || Stream.of(parts).anyMatch(String::isEmpty)) {
            throw refused(text, "not of the form track/risk/branch");
        }
        Optional<Risk> first = Risk.named(parts[0]);
        if (first.isPresent()) {
            return ofRisk(text, first.get(), parts);
        }
        return new Channel(parts[0], risk(text, parts), parts.length == MOST_PARTS ? parts[2] : null);
    }

    private static Channel ofRisk(String text, Risk risk, String[] parts) {
        if (parts.length == MOST_PARTS) {
            throw refused(text, "\"" + risk + "\" is a risk, not a track");
        }
        return new Channel(null, risk, parts.length == 1 ? null : parts[1]);
    }

    private static @Nullable Risk risk(String text, String[] parts) {
        if (parts.length == 1) {
            return null;
        }
        return Risk.named(parts[1]).orElseThrow(() -> refused(text, "\"" + parts[1] + "\" is no risk"));
    }

    private static RefusedException refused(String text, String reason) {
        return new RefusedException(
                "cannot use channel \"" + text + "\": " + reason,
                "Write a channel such as stable, 24/stable or latest/edge/fix-1; risks are stable, candidate, beta, edge.");
    }

    /** Return the channel that only pins a track, as models of UC16 and UC18 do. */
    public static Channel ofTrack(String track) {
        return new Channel(track, null, null);
    }

    /** Return the channel that somebody gets who asks for another one while this is the default. */
    public Channel resolve(@Nullable Channel asked) {
        if (asked == null) {
            return this;
        }
        return asked.track == null && track != null ? new Channel(track, asked.risk, asked.branch) : asked;
    }

    /**
     * Return the channel for somebody who asks while a model pins this channel's track, or nothing where the wish has
     * another track.
     */
    public Optional<Channel> resolvePinned(@Nullable Channel asked) {
        Channel resolved = resolve(asked);
        return Objects.equals(resolved.track, track) ? Optional.of(resolved) : Optional.empty();
    }

    /** Return the whole name, with the track and risk that are meant where none were written. */
    public String full() {
        return join(track == null ? DEFAULT_TRACK : track, risk == null ? Risk.STABLE : risk, branch);
    }

    /** Return the shortest name that is the same place: without the default track. */
    public String shortName() {
        boolean silent = track == null || track.equals(DEFAULT_TRACK);
        return join(silent ? null : track, risk == null ? Risk.STABLE : risk, branch);
    }

    /** Return whether the other is the same place, however it is written. */
    public boolean isSamePlaceAs(Channel other) {
        return full().equals(other.full());
    }

    private static String join(@Nullable String track, @Nullable Risk risk, @Nullable String branch) {
        return Stream.of(track, risk, branch)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("/"));
    }

    /** Return the channel as it was written. */
    @Override
    public String toString() {
        return join(track, risk, branch);
    }
}
