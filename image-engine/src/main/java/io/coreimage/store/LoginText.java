package io.coreimage.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Logins as texts, in every form that store tools have exported them in. What is wrong is named by the text's origin, never
 * by its content.
 */
public final class LoginText {

    private static final String SECTION = "login.ubuntu.com";
    private static final int LONGEST = 1 << 18;

    private final String text;
    private final String origin;

    private LoginText(String text, String origin) {
        this.text = text.strip();
        this.origin = origin;
    }

    /**
     * Return the login that a text holds.
     * @param text the text
     * @param origin where it was found, for messages
     */
    public static Login read(String text, String origin) {
        return new LoginText(text, origin).read();
    }

    /** Return the text that {@code UBUNTU_STORE_AUTH}, {@code SNAPCRAFT_STORE_CREDENTIALS} and we ourselves understand. */
    public static String write(Login login) {
        ObjectNode body = Json.newObject();
        if (login instanceof Login.UbuntuOne ubuntuOne) {
            body.put("t", "u1-macaroon");
            ObjectNode value = body.putObject("v");
            value.put("r", ubuntuOne.root().encode());
            value.put("d", ubuntuOne.discharges().get(0).encode());
        } else if (login instanceof Login.StoreToken token) {
            body.put("t", "macaroon").put("v", token.token());
        } else if (login instanceof Login.Bearer bearer) {
            body.put("t", "bearer").put("v", bearer.token());
        }
        return Base64.getEncoder().encodeToString(JsonTree.text(body).getBytes(StandardCharsets.UTF_8));
    }

    private Login read() {
        if (text.isEmpty()) {
            throw refused("it is empty");
        }
        if (text.length() > LONGEST) {
            throw refused("it is too long");
        }
        Optional<String> packed = unpack();
        if (packed.isPresent()) {
            return ofTyped(json(packed.get()));
        }
        if (text.startsWith("{")) {
            return ofJson(json(text));
        }
        if (text.startsWith("[")) {
            return ofIni();
        }
        throw refused("it has none of the known forms");
    }

    private Optional<String> unpack() {
        try {
            String plain = text.replace("\r", "").replace("\n", "");
            String unpacked = new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8);
            return Optional.of(unpacked).filter(each -> each.stripLeading().startsWith("{"));
        } catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    private Json json(String content) {
        try {
            return Json.parse(content, origin);
        } catch (FaultException ex) {
            throw refused("it holds broken JSON");
        }
    }

    private Login ofTyped(Json body) {
        try {
            return switch (body.text("t", "")) {
                case "u1-macaroon" -> ubuntuOne(body.object("v"));
                case "macaroon" -> new Login.StoreToken(token(body));
                case "bearer" -> new Login.Bearer(token(body));
                case "" -> body.has("r") ? ubuntuOne(body) : ofJson(body);
                default -> throw refused("it is of an unknown type");
            };
        } catch (FaultException ex) {
            throw refused("a field of it is missing");
        }
    }

    private String token(Json body) {
        String token = body.text("v");
        if (!token.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
            throw refused("its token has characters that no header takes");
        }
        return token;
    }

    private Login ubuntuOne(Json value) {
        return new Login.UbuntuOne(macaroon(value.text("r")), List.of(macaroon(value.text("d"))));
    }

    private Login ofJson(Json body) {
        try {
            List<Macaroon> discharges =
                    body.texts("discharges").stream().map(this::macaroon).toList();
            if (discharges.isEmpty()) {
                throw refused("a field of it is missing");
            }
            return new Login.UbuntuOne(macaroon(body.text("macaroon")), discharges);
        } catch (FaultException ex) {
            throw refused("a field of it is missing");
        }
    }

    private Login ofIni() {
        Map<String, String> values = iniSection();
        List<String> parts = new ArrayList<>();
        for (String name : List.of("macaroon", "unbound_discharge")) {
            String value = values.getOrDefault(name, "");
            if (value.isEmpty()) {
                throw refused("its section [" + SECTION + "] has no " + name);
            }
            parts.add(value);
        }
        return new Login.UbuntuOne(macaroon(parts.get(0)), List.of(macaroon(parts.get(1))));
    }

    private Map<String, String> iniSection() {
        Map<String, String> values = new LinkedHashMap<>();
        boolean inside = false;
        boolean found = false;
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                inside = line.equals("[" + SECTION + "]");
                found |= inside;
            } else if (inside && line.indexOf('=') > 0) {
                int equals = line.indexOf('=');
                String name = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                values.put(name, line.substring(equals + 1).strip());
            }
        }
        if (!found) {
            throw refused("it has no section [" + SECTION + "]");
        }
        return values;
    }

    /** A broken macaroon is an error here: sent or left out, the store would only say that there is no such snap. */
    private Macaroon macaroon(String encoded) {
        try {
            return Macaroon.decode(encoded);
        } catch (MalformedException ex) {
            throw refused("a macaroon in it is damaged");
        }
    }

    private RefusedException refused(String reason) {
        return new RefusedException(
                "cannot use the login from " + origin + ": " + reason,
                "Make a new one with core-image:login, or with snapcraft export-login --acls package_access.");
    }
}
