package io.coreimage.store;

import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snap that somebody wants.
 * @param action what for
 * @param name its name
 * @param id its id, where that is known too
 * @param channel from where; with neither channel nor revision the store takes the snap's default
 * @param revision exactly which one; then the channel is not sent
 * @param cohort the key of the cohort whose revision is wanted; never together with a revision
 * @param validationSets the validation sets that constrain it
 * @param ignoreValidation whether the store shall ignore validation; {@code null} leaves it to the store
 */
public record Ask(
        Action action,
        SnapName name,
        @Nullable SnapId id,
        @Nullable Channel channel,
        @Nullable Revision revision,
        @Nullable String cohort,
        List<SetPoint> validationSets,
        @Nullable Boolean ignoreValidation) {

    /** What a store is asked to do. */
    public enum Action {
        /** To get the file, as builders of images do. */
        DOWNLOAD,
        /** To get the file for a system that runs. */
        INSTALL
    }

    public Ask {
        validationSets = List.copyOf(validationSets);
        if (cohort != null && revision != null) {
            throw new IllegalArgumentException("a revision leaves nothing to choose for a cohort");
        }
    }

    /** Ask for whatever the store takes for the default. */
    public static Ask of(SnapName name) {
        return new Ask(Action.DOWNLOAD, name, null, null, null, null, List.of(), null);
    }

    /** Ask for what is in a channel. */
    public static Ask of(SnapName name, Channel channel) {
        return new Ask(Action.DOWNLOAD, name, null, channel, null, null, List.of(), null);
    }

    /** Ask for one revision. */
    public static Ask of(SnapName name, Revision revision) {
        return new Ask(Action.DOWNLOAD, name, null, null, revision, null, List.of(), null);
    }

    /** Return the same in the name of validation sets. */
    public Ask constrainedBy(List<SetPoint> sets) {
        return new Ask(action, name, id, channel, revision, cohort, sets, ignoreValidation);
    }

    /** Return the same with or without validation by the store. */
    public Ask ignoringValidation(boolean ignore) {
        return new Ask(action, name, id, channel, revision, cohort, validationSets, ignore);
    }

    /** Return the same for a cohort, or for none. */
    public Ask inCohort(@Nullable String key) {
        return new Ask(action, name, id, channel, revision, key, validationSets, ignoreValidation);
    }
}
