package io.coreimage.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The login service of Ubuntu One. */
final class Sso implements LoginService {

    private static final String REFRESH = "refresh the login";

    private final URI base;
    private final String userAgent;
    private final StoreClient client;

    private Sso(URI base, String userAgent, StoreClient client) {
        this.base = base;
        this.userAgent = userAgent;
        this.client = client;
    }

    static Sso of(StoreAccess access, Transport transport, Pacer pacer) {
        return new Sso(
                access.addresses().sso(),
                access.userAgent(),
                new StoreClient(transport, pacer, access.allowPlainHttp(), null));
    }

    @Override
    public Login.UbuntuOne refresh(Login.UbuntuOne login) {
        List<Macaroon> fresh = login.discharges().stream()
                .map(each -> each.location().equals(place(login)) ? refresh(each) : each)
                .collect(Collectors.toList());
        return new Login.UbuntuOne(login.root(), fresh);
    }

    /** Return where the discharges come from that this service made: its host, or that of production. */
    private String place(Login.UbuntuOne login) {
        String host = String.valueOf(base.getHost());
        return login.discharges().stream()
                .map(Macaroon::location)
                .filter(each -> each.equals(host) || each.equals(host + ":" + base.getPort()))
                .findFirst()
                .orElse("login.ubuntu.com");
    }

    private Macaroon refresh(Macaroon discharge) {
        ObjectNode body = Json.newObject();
        body.put("discharge_macaroon", discharge.encode());
        Answer answer = post("tokens/refresh", body, REFRESH);
        if (!answer.isOk()) {
            throw refusal(answer, REFRESH);
        }
        return macaroon(answer, REFRESH);
    }

    /** Return what the service gives to whoever knows the password. */
    Macaroon discharge(String caveat, LoginRequest who) {
        ObjectNode body = Json.newObject();
        body.put("email", who.email());
        body.put("password", who.password());
        body.put("caveat_id", caveat);
        if (who.otp() != null) {
            body.put("otp", who.otp());
        }
        Answer answer = post("tokens/discharge", body, "log in");
        if (!answer.isOk()) {
            throw refusal(answer, "log in");
        }
        return macaroon(answer, "log in");
    }

    private Answer post(String path, ObjectNode body, String purpose) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", userAgent);
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        return client.ask(
                new Call("POST", Addresses.join(base, path), headers, JsonTree.text(body), StoreClient.patience()),
                purpose);
    }

    private static Macaroon macaroon(Answer answer, String purpose) {
        String text = Json.of(answer).text("discharge_macaroon", "");
        if (text.isEmpty()) {
            throw new FaultException(
                    "cannot " + purpose + ": the login service gives an empty macaroon", StoreErrors.ASK_OWNER, null);
        }
        return Macaroon.decode(text);
    }

    private static CoreImageException refusal(Answer answer, String purpose) {
        if (answer.isHtml()) {
            return StoreErrors.refusal(answer, purpose, null);
        }
        String code = StoreErrors.of(answer).stream()
                .map(StoreErrors.Entry::code)
                .findFirst()
                .orElse("")
                .replace('-', '_');
        return switch (code.toUpperCase(java.util.Locale.ROOT)) {
            case "TWOFACTOR_REQUIRED" ->
                new TwoFactorException(
                        "cannot " + purpose + ": the account wants a second factor",
                        "Give the current code of your device with -Dcore-image.otp, or type it when you are asked.");
            case "TWOFACTOR_FAILURE" ->
                new TwoFactorException(
                        "cannot " + purpose + ": the second factor is wrong or was used already",
                        "Wait for the next code of your device.");
            case "INVALID_CREDENTIALS" ->
                new RefusedException(
                        "cannot " + purpose + ": e-mail, password or login are not valid (any more)",
                        "Log in with core-image:login; the password may have changed or the login may have ended.");
            default -> StoreErrors.refusal(answer, purpose, null);
        };
    }
}
