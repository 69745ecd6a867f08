package io.coreimage.store;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.SequenceRef;
import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.snap.SnapName;
import java.util.List;
import java.util.Optional;

/**
 * Where snaps and assertions come from, whatever is behind the door.
 *
 * <p>A store is believed in nothing: its files are digested while they come in, its assertions are checked by whoever
 * asked for them.
 */
public interface SnapStore {

    /**
     * Return what the store offers, one offer for each ask in the same order.
     * @throws io.coreimage.problem.RefusedException if it has nothing for one or several of them, naming each
     */
    List<Offer> refresh(Refresh question);

    /** Return what the store says about a snap's releases; nothing if it knows no such snap. */
    Optional<Listing> info(SnapName name);

    /** Return the text of an assertion; nothing if there is none. */
    Optional<byte[]> assertion(AssertionQuery query);

    /**
     * Return an assertion as it stands, unchecked; nothing if there is none.
     * @param ref which one
     * @param maxFormat the highest format that whoever reads it understands
     */
    default Optional<Assertion> find(AssertionRef ref, long maxFormat) {
        return assertion(AssertionQuery.of(ref, maxFormat))
                .map(text -> FoundAssertion.read(text, ref.toString(), name()));
    }

    /** Return one of a sequence as it stands, unchecked; the latest where the reference names none. */
    default Optional<Assertion> find(SequenceRef ref, long maxFormat) {
        return assertion(AssertionQuery.of(ref, maxFormat))
                .map(text -> FoundAssertion.read(text, ref.toString(), name()));
    }

    /**
     * Return a file, from the cache or from the store into the cache.
     * @param file the file
     * @param cache where it is kept
     * @param progress hears how much has come
     */
    ByteSource download(Download file, Cache cache, Progress progress);

    /** Return what the store is called in messages. */
    String name();
}
