package io.coreimage.assertion;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store of a brand.
 * @param assertion what was read
 * @param id the store's id
 * @param operatorId who runs it
 * @param url where devices find it, where it is not the usual place
 * @param friendlyStores stores whose snaps devices of this store may use too
 * @param location where it stands, for people
 * @param timestamp when this was said
 */
public record Store(
        Assertion assertion,
        String id,
        String operatorId,
        Optional<URI> url,
        List<String> friendlyStores,
        @Nullable String location,
        Instant timestamp)
        implements TypedAssertion {

    public Store {
        friendlyStores = List.copyOf(friendlyStores);
    }

    /** Read a store. */
    public static Store of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.STORE);
        String operatorId = headers.nonEmpty("store.1", "operator-id");
        Optional<URI> url = StoreUrl.read("store.2", headers);
        List<String> friendlyStores = headers.texts("store.3", "friendly-stores");
        String location = headers.optional("store.4", "location");
        Instant timestamp = headers.date("store.5", "timestamp");
        String id = assertion.header("store");
        return new Store(assertion, id, operatorId, url, friendlyStores, location, timestamp);
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.account(operatorId));
    }
}
