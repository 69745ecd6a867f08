package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.problem.FaultException;
import io.coreimage.snap.SnapName;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Snap Store, or whoever speaks like it. */
public final class OnlineStore implements SnapStore {

    private static final String CHOOSE = "choose snaps";
    private static final int MOST_SOFT_REFRESHES = 2;
    private static final String INFO_FIELDS = "name,publisher,revision,snap-id,type,version";

    private final StoreAccess access;
    private final Device device;
    private final StoreHeaders headers;
    private final StoreClient client;

    private OnlineStore(StoreAccess access, Device device, Transport transport, Pacer pacer) {
        this.access = access;
        this.device = device;
        this.headers = new StoreHeaders(device, access);
        this.client = new StoreClient(transport, pacer, access.allowPlainHttp(), session(access, transport, pacer));
    }

    /**
     * Open the door to a store. Nothing is sent before something is asked.
     * @param access which store, and as whom
     * @param device for which machine
     * @param transport what carries the requests
     * @param pacer how time passes
     */
    public static SnapStore open(StoreAccess access, Device device, Transport transport, Pacer pacer) {
        return new OnlineStore(access, device, transport, pacer);
    }

    private static @Nullable LoginSession session(StoreAccess access, Transport transport, Pacer pacer) {
        return access.credential() == null
                ? null
                : new LoginSession(access.credential(), Sso.of(access, transport, pacer));
    }

    @Override
    public List<Offer> refresh(Refresh question) {
        if (question.asks().isEmpty()) {
            return List.of();
        }
        RefreshAnswer answer = askForSnaps(question);
        for (int i = 0; i < MOST_SOFT_REFRESHES && answer.isStale(); i++) {
            client.refresh(refreshCall(question, false));
            answer = askForSnaps(question);
        }
        return answer.offers();
    }

    private RefreshAnswer askForSnaps(Refresh question) {
        Answer answer = client.ask(refreshCall(question, false), CHOOSE, Json::isWhole);
        if (answer.status() == Answer.BAD_REQUEST
                && answer.header("Snap-Store-Version").isPresent()) {
            answer = client.ask(refreshCall(question, true), CHOOSE, Json::isWhole);
        }
        if (!answer.isOk()) {
            throw StoreErrors.refusal(answer, CHOOSE, client.session());
        }
        return new RefreshAnswer(question, device, client.session(), Json.of(answer));
    }

    private Call refreshCall(Refresh question, boolean forOldStore) {
        Map<String, String> all = headers.modern();
        all.put("Content-Type", "application/json");
        return new Call(
                "POST",
                Addresses.join(access.addresses().api(), "v2/snaps/refresh"),
                all,
                RefreshBody.write(question, forOldStore),
                StoreClient.patience());
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("architecture", device.architecture().name());
        query.put("fields", INFO_FIELDS);
        URI uri = Addresses.join(access.addresses().api(), "v2/snaps/info/" + name + "?" + query(query));
        String purpose = "look up snap \"" + name + "\"";
        Answer answer = client.ask(get(uri, headers.modern()), purpose, Json::isWhole);
        if (answer.status() == Answer.NOT_FOUND && !answer.isHtml()) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw StoreErrors.refusal(answer, purpose, client.session());
        }
        return Optional.of(ListingReader.read(Json.of(answer)))
                .filter(listing -> !listing.releases().isEmpty());
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        String purpose = "fetch " + query;
        Answer answer = client.ask(
                get(assertionUri(query), headers.assertions()),
                purpose,
                each -> each.text().startsWith("type: "));
        if (answer.isOk()) {
            return Optional.of(assertionText(answer, query));
        }
        if (isNotFound(answer)) {
            return Optional.empty();
        }
        throw StoreErrors.refusal(answer, purpose, client.session());
    }

    private static byte[] assertionText(Answer answer, AssertionQuery query) {
        if (answer.isHtml()) {
            throw new FaultException(
                    "cannot fetch " + query + ": " + Addresses.brief(answer.uri()) + " answers with a web page",
                    "A network that wants a login or a proxy answers in the store's place; open a page in a browser.",
                    null);
        }
        return answer.body();
    }

    private static boolean isNotFound(Answer answer) {
        boolean json = answer.mediaType().equals("application/json")
                || answer.mediaType().equals("application/problem+json");
        if (!json) {
            return false;
        }
        List<StoreErrors.Entry> errors = StoreErrors.of(answer);
        return errors.stream().anyMatch(each -> each.code().equals("not-found"))
                || (answer.status() == Answer.NOT_FOUND && answer.text().contains("\"status\""));
    }

    private URI assertionUri(AssertionQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("max-format", String.valueOf(query.maxFormat()));
        if (query.point() != null) {
            parameters.put("sequence", query.point().toString());
        }
        String key = query.shortKey().stream().map(OnlineStore::encode).collect(Collectors.joining("/"));
        return Addresses.join(
                access.addresses().assertions(), "v2/assertions/" + query.type() + "/" + key + "?" + query(parameters));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Call get(URI uri, Map<String, String> headers) {
        return new Call("GET", uri, headers, null, StoreClient.patience());
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        return cache.obtain(file.wanted(), new OnlineSupply(client, headers, file, progress));
    }

    @Override
    public String name() {
        return Addresses.brief(access.addresses().api());
    }
}
