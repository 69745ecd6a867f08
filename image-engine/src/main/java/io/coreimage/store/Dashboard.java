package io.coreimage.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where accounts live: logins, keys, and who somebody is. */
public final class Dashboard {

    private static final int CREATED = 201;
    private static final String LOG_IN = "log in";

    /** How the store reads times. */
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StoreAccess access;
    private final Sso sso;
    private final StoreClient client;

    private Dashboard(StoreAccess access, Transport transport, Pacer pacer) {
        this.access = access;
        this.sso = Sso.of(access, transport, pacer);
        LoginSession session = access.credential() == null ? null : new LoginSession(access.credential(), sso);
        this.client = new StoreClient(transport, pacer, access.allowPlainHttp(), session);
    }

    /** Open the door to a dashboard. Nothing is sent before something is asked. */
    public static Dashboard open(StoreAccess access, Transport transport, Pacer pacer) {
        return new Dashboard(access, transport, pacer);
    }

    /**
     * Log in.
     * @throws TwoFactorException if a (better) second factor is needed
     */
    public Login.UbuntuOne login(LoginRequest who, LoginWish wish) {
        Answer answer = post("dev/api/acl/", wishBody(wish), LOG_IN);
        if (!answer.isOk()) {
            throw refusal(answer, LOG_IN);
        }
        String text = Json.of(answer).text("macaroon", "");
        if (text.isEmpty()) {
            throw new FaultException("cannot log in: the store gives an empty macaroon", StoreErrors.ASK_OWNER, null);
        }
        Macaroon root = Macaroon.decode(text);
        return new Login.UbuntuOne(root, List.of(sso.discharge(caveat(root), who)));
    }

    private String caveat(Macaroon root) {
        URI service = access.addresses().sso();
        return root.caveatFor(service.getHost() + ":" + service.getPort())
                .or(() -> root.caveatFor(String.valueOf(service.getHost())))
                .or(() -> root.caveatFor("login.ubuntu.com"))
                .orElseThrow(() -> new FaultException(
                        "cannot log in: the store does not send us to " + service.getHost() + " for a login", null));
    }

    private static ObjectNode wishBody(LoginWish wish) {
        ObjectNode body = Json.newObject();
        ArrayNode permissions = body.putArray("permissions");
        wish.permissions().forEach(permissions::add);
        body.put("description", wish.description());
        if (wish.expires() != null) {
            body.put("expires", UTC.format(wish.expires()));
        }
        if (!wish.channels().isEmpty()) {
            ArrayNode channels = body.putArray("channels");
            wish.channels().forEach(channels::add);
        }
        return body;
    }

    /** Return who the login belongs to. */
    public Account whoami() {
        Json body = get("api/v2/tokens/whoami", "ask who you are");
        Json account = body.object("account");
        return new Account(
                account.text("id", ""),
                StoreErrors.clean(account.text("email", "")),
                StoreErrors.clean(account.text("username", "")),
                StoreErrors.clean(account.text("name", "")),
                body.texts("permissions"),
                body.texts("channels"),
                body.optional("expires").orElse(null));
    }

    /** Return the id of the account that the login belongs to. */
    public String accountId() {
        Json body = account();
        return body.optional("account_id")
                .or(() -> body.optional("account-id"))
                .orElseThrow(() -> body.wrong("account_id", "missing"));
    }

    /** Return the keys of the account that the login belongs to. */
    public List<RegisteredKey> keys() {
        Json body = account();
        List<Json> keys = body.has("account_keys") ? body.objects("account_keys") : body.objects("account-keys");
        return keys.stream()
                .map(each -> new RegisteredKey(
                        StoreErrors.clean(each.text("name", "")),
                        each.text("public-key-sha3-384"),
                        each.text("since", ""),
                        each.optional("until").orElse(null)))
                .toList();
    }

    private Json account() {
        return get("dev/api/account", "look up the account");
    }

    /**
     * Register a key.
     * @param request the text of an account-key-request that the key itself signed
     */
    public void register(String request) {
        ObjectNode body = Json.newObject();
        body.put("account_key_request", request);
        String purpose = "register the key";
        Answer answer = post("dev/api/account/account-key", body, purpose);
        if (!answer.isOk() && answer.status() != CREATED) {
            throw refusal(answer, purpose);
        }
    }

    private Json get(String path, String purpose) {
        Answer answer = ask(new Call("GET", uri(path), headers(), null, StoreClient.patience()), purpose);
        if (!answer.isOk()) {
            throw refusal(answer, purpose);
        }
        return Json.of(answer);
    }

    private Answer post(String path, ObjectNode body, String purpose) {
        return ask(new Call("POST", uri(path), headers(), JsonTree.text(body), StoreClient.patience()), purpose);
    }

    /** Ask, and once more with a fresh login where the old one is stale in this service's own way of saying it. */
    private Answer ask(Call call, String purpose) {
        Answer answer = client.ask(call, purpose);
        boolean stale = answer.status() == Answer.UNAUTHORIZED && codes(answer).contains("macaroon-needs-refresh");
        return stale && client.refresh(call) ? client.ask(call, purpose) : answer;
    }

    private URI uri(String path) {
        return Addresses.join(access.addresses().dashboard(), path);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", access.userAgent());
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private static Set<String> codes(Answer answer) {
        return StoreErrors.of(answer).stream()
                .map(StoreErrors.Entry::code)
                .collect(java.util.stream.Collectors.toSet());
    }

    private CoreImageException refusal(Answer answer, String purpose) {
        Set<String> codes = codes(answer);
        String said = StoreErrors.join(StoreErrors.of(answer));
        if (codes.contains("user-not-ready")) {
            return refused(
                    purpose,
                    "the account is not ready: " + said,
                    "Open https://dashboard.snapcraft.io, accept the agreement and choose a user name.");
        }
        if (codes.contains("macaroon-permission-required")) {
            return refused(
                    purpose,
                    "the login lacks a permission: " + said,
                    "Log in with -Dcore-image.permissions=" + LoginWish.ACCESS + "," + LoginWish.MODIFY_KEYS + ".");
        }
        if (codes.contains("macaroon-authorization-required")) {
            return refused(purpose, "there is no login", "Log in with core-image:login.");
        }
        if (answer.status() == Answer.BAD_REQUEST && !said.isEmpty()) {
            return refused(purpose, "the store says: " + said, "Correct what the store names, and try again.");
        }
        return StoreErrors.refusal(answer, purpose, client.session());
    }

    private static RefusedException refused(String purpose, String reason, @Nullable String nextStep) {
        return new RefusedException("cannot " + purpose + ": " + reason, nextStep);
    }
}
