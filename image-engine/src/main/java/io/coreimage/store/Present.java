package io.coreimage.store;

import io.coreimage.snap.Channel;
import io.coreimage.snap.Epoch;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snap that is already chosen when more are asked for; the store calls these the context.
 * @param id its id
 * @param revision its revision
 * @param tracking the channel that it follows
 * @param epoch the generations of its data
 * @param cohort the key of its cohort
 * @param validationSets the validation sets that constrain it
 * @param ignoreValidation whether validation is ignored for it
 */
public record Present(
        SnapId id,
        Revision revision,
        Channel tracking,
        Epoch epoch,
        @Nullable String cohort,
        List<SetPoint> validationSets,
        boolean ignoreValidation) {

    public Present {
        validationSets = List.copyOf(validationSets);
    }
}
