package io.coreimage.store;

import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Epoch;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store's answer to an {@link Ask}. All of it is the store's word; what counts in an image is signed, or in the file.
 * @param name the snap's name
 * @param id its id
 * @param revision its revision
 * @param version its version
 * @param type what it is
 * @param architectures the machines that it runs on
 * @param base the snap that it stands on
 * @param confinement how tightly it is held
 * @param epoch the generations of its data
 * @param publisher who published it
 * @param page what its page in the store says
 * @param snapYaml its {@code meta/snap.yaml}, if the store says it
 * @param effectiveChannel where the revision was found
 * @param redirectChannel the channel that the store took for the one that was asked for
 * @param file the snap's file
 * @param components what can be added to it
 */
public record Offer(
        SnapName name,
        SnapId id,
        Revision revision,
        String version,
        SnapType type,
        List<Architecture> architectures,
        @Nullable String base,
        @Nullable String confinement,
        Epoch epoch,
        Publisher publisher,
        StorePage page,
        @Nullable String snapYaml,
        @Nullable Channel effectiveChannel,
        @Nullable Channel redirectChannel,
        Download file,
        List<OfferedComponent> components) {

    public Offer {
        architectures = List.copyOf(architectures);
        components = List.copyOf(components);
    }

    /**
     * Who published a snap.
     * @param accountId the account's id
     * @param username its name
     */
    public record Publisher(String accountId, String username) {}
}
