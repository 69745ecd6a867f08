package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionDatabase;
import io.coreimage.assertion.AssertionFetcher;
import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.MissingAssertionException;
import io.coreimage.assertion.Store;
import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.problem.FaultException;
import io.coreimage.snap.SnapName;
import io.coreimage.store.AssertionQuery;
import io.coreimage.store.Download;
import io.coreimage.store.Listing;
import io.coreimage.store.Offer;
import io.coreimage.store.Progress;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The store of a brand: where the assertion about it says that it is, as for a store proxy, else the general store. The
 * assertion is looked for when something is asked for the first time, and nobody goes where nobody trusted sends him.
 */
public final class BrandStore implements SnapStore {

    private final AssertionRef ref;
    private final SnapStore general;
    private final Trust trust;
    private final Function<String, SnapStore> doors;
    private @Nullable Assertion assertion;
    private @Nullable SnapStore found;

    /**
     * Create an instance.
     * @param storeId the store that the model names
     * @param general who is asked for the assertion, if it is not at hand
     * @param trust what the assertion is verified against
     * @param doors opens the store at an address
     */
    public BrandStore(String storeId, SnapStore general, Trust trust, Function<String, SnapStore> doors) {
        this.ref = AssertionRef.of(AssertionType.STORE, storeId);
        this.general = general;
        this.trust = trust;
        this.doors = doors;
    }

    private synchronized SnapStore store() {
        if (found == null) {
            assertion = look();
            found = Optional.ofNullable(assertion)
                    .flatMap(each -> Store.of(each).url())
                    .map(url -> doors.apply(url.toString()))
                    .orElse(general);
        }
        return found;
    }

    private @Nullable Assertion look() {
        StoreAssertions source = new StoreAssertions(general);
        source.give(trust.given());
        AssertionDatabase database = new AssertionDatabase(trust.roots(), trust.moment());
        try {
            new AssertionFetcher(trust.roots()::contain, source, database::add).fetch(ref);
            return database.find(ref).orElseThrow();
        } catch (MissingAssertionException ex) {
            if (ex.name().equals(ref.uniqueName())) {
                return null;
            }
            throw ex;
        } catch (IOException ex) {
            throw new FaultException("cannot find " + ref + ": " + ex.getMessage(), ex);
        }
    }

    @Override
    public List<Offer> refresh(Refresh question) {
        return store().refresh(question);
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        return store().info(name);
    }

    /** A proxy need not know the assertion about itself that led to it. */
    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        SnapStore store = store();
        Assertion own = assertion;
        boolean isMeant =
                query.type().equals(ref.type().typeName()) && query.key().equals(ref.primaryKey());
        return own != null && isMeant ? Optional.of(own.encoded()) : store.assertion(query);
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        return store().download(file, cache, progress);
    }

    @Override
    public String name() {
        return store().name();
    }
}
