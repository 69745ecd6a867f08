package io.coreimage.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Logins and accounts of a {@link TestStore}. All secrets are made up, and each is so odd that it is found wherever it
 * should not be.
 */
public final class TestAccounts {

    /** The only account's e-mail. */
    public static final String EMAIL = "dev@example.com";

    /** Its password. */
    public static final String PASSWORD = "pAssw0rd-SECRET-7f3a";

    /** The code of its second factor. */
    public static final String OTP = "918273";

    /** Its id, the one in Ubuntu Core's own documentation. */
    public static final String ACCOUNT_ID = "bJzr2XzZ56Qv6Z51HIeziXvxtn1XItIq";

    /** A root macaroon that sends to {@code login.ubuntu.com}. */
    public static final String ROOT =
            "MDAxZWxvY2F0aW9uIGFwaS5zbmFwY3JhZnQuaW8KMDAxN2lkZW50aWZpZXIgcm9vdC1pZAowMDQwY2lkIGFwaS5zbmFwY3JhZnQuaW98dmFsaWRfc2luY2V8MjAyNC0wMS0wMVQwMDowMDowMC4wMDAwMDAKMDAxNmNpZCBzc28tY2F2ZWF0LWlkCjAwNTF2aWQgy0Wt-MHN1lTtqD0a71IdBGTuMRJObNRhj3_asz6CL4VoA4o21DrJ5lWE4GAruNL8I7mnaVBvsmZ6NEH5dGDw2RkLkb0GSWgdCjAwMThjbCBsb2dpbi51YnVudHUuY29tCjAwMmZzaWduYXR1cmUgFO3lW7M0T8Th89Z5qih3vquagXuv6fBRH9q-zmtaHzQK";

    /** Its discharge, unbound. */
    public static final String DISCHARGE =
            "MDAxZWxvY2F0aW9uIGxvZ2luLnVidW50dS5jb20KMDAxZGlkZW50aWZpZXIgc3NvLWNhdmVhdC1pZAowMDNjY2lkIGxvZ2luLnVidW50dS5jb218ZXhwaXJlc3wyMDI0LTAxLTAyVDAwOjAwOjAwLjAwMDAwMAowMDJmc2lnbmF0dXJlIHr64eIt5gsxG98W1OX_hstfANuh3qol2geFxpW3dShVCg";

    /** The same, bound to the root. */
    public static final String BOUND =
            "MDAxZWxvY2F0aW9uIGxvZ2luLnVidW50dS5jb20KMDAxZGlkZW50aWZpZXIgc3NvLWNhdmVhdC1pZAowMDNjY2lkIGxvZ2luLnVidW50dS5jb218ZXhwaXJlc3wyMDI0LTAxLTAyVDAwOjAwOjAwLjAwMDAwMAowMDJmc2lnbmF0dXJlICAMaVrNEp62wLGky2TczFz1s1yQ23EPmhXAQH_akZaiCg";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> keys = new ArrayList<>();
    private boolean secondFactor;
    private int stale;
    private boolean privateStore;
    private Consumer<byte[]> registration = request -> {};

    /** Let the account have a second factor. */
    public synchronized void requireSecondFactor() {
        secondFactor = true;
    }

    /** Hand every request to register a key on. */
    public synchronized void onRegistration(Consumer<byte[]> listener) {
        registration = listener;
    }

    /** Find the next requests' logins stale. */
    public synchronized void beStale(int requests) {
        stale = requests;
    }

    /** Serve nobody without a login. */
    public synchronized void bePrivate() {
        privateStore = true;
    }

    synchronized void recover() {
        stale = 0;
        privateStore = false;
    }

    /** Return the requests to register keys so far. */
    public synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    synchronized boolean rejects(RecordedRequest request) {
        boolean shop = request.path().startsWith("/v2/") || request.path().startsWith("/download/");
        if (!shop && !request.path().startsWith("/dev/api/account")) {
            return false;
        }
        if (request.header("Authorization").isPresent() && stale > 0) {
            stale--;
            return true;
        }
        return privateStore && request.header("Authorization").isEmpty();
    }

    synchronized Fault rejection() {
        String value = "Macaroon realm=\"test\"" + (privateStore ? "" : ", needs_refresh=1");
        return Fault.status(401, "WWW-Authenticate", value, "{\"error-list\":[]}");
    }

    @Nullable
    StoreAnswer answer(RecordedRequest request) {
        return switch (request.path()) {
            case "/api/v2/tokens/discharge" -> discharge(body(request));
            case "/api/v2/tokens/refresh" -> refresh(body(request));
            case "/dev/api/acl/" -> StoreAnswer.json(200, "{\"macaroon\":\"" + ROOT + "\"}");
            case "/api/v2/tokens/whoami" -> request.header("Authorization").isEmpty() ? unauthorized() : whoami();
            case "/dev/api/account" -> request.header("Authorization").isEmpty() ? unauthorized() : account();
            case "/dev/api/account/account-key" -> register(body(request));
            default -> null;
        };
    }

    private static JsonNode body(RecordedRequest request) {
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    private synchronized StoreAnswer discharge(JsonNode body) {
        if (!body.path("email").asText().equals(EMAIL)
                || !body.path("password").asText().equals(PASSWORD)) {
            return ssoError(401, "INVALID_CREDENTIALS", "Provided email/password is not correct.");
        }
        if (secondFactor && !body.has("otp")) {
            return ssoError(401, "TWOFACTOR_REQUIRED", "2-factor authentication required.");
        }
        if (secondFactor && !body.path("otp").asText().equals(OTP)) {
            return ssoError(403, "TWOFACTOR_FAILURE", "The provided 2-factor key is not recognised.");
        }
        return StoreAnswer.json(200, "{\"discharge_macaroon\":\"" + DISCHARGE + "\"}");
    }

    private static StoreAnswer refresh(JsonNode body) {
        return body.path("discharge_macaroon").asText().equals(DISCHARGE)
                ? StoreAnswer.json(200, "{\"discharge_macaroon\":\"" + DISCHARGE + "\"}")
                : ssoError(401, "INVALID_CREDENTIALS", "The macaroon is not valid.");
    }

    private static StoreAnswer ssoError(int status, String code, String message) {
        String dashed = code.toLowerCase(java.util.Locale.ROOT).replace("twofactor_", "twofactor-");
        return StoreAnswer.json(
                status,
                "{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"extra\":{},\"error_list\":[{\"code\":\""
                        + dashed + "\",\"message\":\"" + message + "\"}]}");
    }

    private static StoreAnswer unauthorized() {
        return StoreAnswer.json(
                401,
                "{\"error_list\":[{\"code\":\"macaroon-authorization-required\",\"message\":\"Authorization Required\"}]}");
    }

    private static StoreAnswer whoami() {
        return StoreAnswer.json(
                200,
                "{\"account\":{\"email\":\"" + EMAIL + "\",\"id\":\"" + ACCOUNT_ID
                        + "\",\"name\":\"Dev\",\"username\":\"mybrand\"},\"channels\":null,\"packages\":null,"
                        + "\"permissions\":[\"package_access\"],\"store_ids\":null,"
                        + "\"expires\":\"2027-01-01T00:00:00.000\",\"errors\":[]}");
    }

    private static StoreAnswer account() {
        String keys = "[{\"name\":\"my-models\",\"public-key-sha3-384\":\""
                + "BWDEoaqyr25nF5SNCvEv2v7QnM9QsfCc0PBMYD_i2NGSQ32EF2d4D0hqUel3m8ul"
                + "\",\"since\":\"2024-01-01T00:00:00Z\",\"until\":null}]";
        return StoreAnswer.json(
                200,
                "{\"account-id\":\"" + ACCOUNT_ID + "\",\"account_id\":\"" + ACCOUNT_ID + "\",\"id\":\"" + ACCOUNT_ID
                        + "\",\"username\":\"mybrand\",\"email\":\"" + EMAIL + "\",\"account-keys\":" + keys
                        + ",\"account_keys\":" + keys + ",\"snaps\":{},\"stores\":[]}");
    }

    private synchronized StoreAnswer register(JsonNode body) {
        String text = body.path("account_key_request").asText();
        if (!text.startsWith("type: account-key-request\n")) {
            return StoreAnswer.json(
                    400, "{\"error_list\":[{\"code\":\"invalid-field\",\"message\":\"not an account-key-request\"}]}");
        }
        keys.add(text);
        registration.accept(text.getBytes(StandardCharsets.UTF_8));
        return StoreAnswer.json(
                200,
                "{\"account_key\":{\"account-id\":\"" + ACCOUNT_ID
                        + "\",\"name\":\"my-models\",\"public-key-sha3-384\":\"x\"}}");
    }
}
