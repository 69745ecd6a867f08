package io.coreimage.maven.support;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionException;
import io.coreimage.assertion.HeaderList;
import io.coreimage.assertion.HeaderMap;
import io.coreimage.assertion.HeaderValue;
import io.coreimage.assertion.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Assertions and what is to be thought of them, for people and for programs. */
public final class VerdictReport {

    private VerdictReport() {}

    /** Return one line: what it is and who signed it. */
    public static String line(Verdict verdict) {
        return verdict.assertion() + ": " + judgement(verdict);
    }

    /** Return every assertion as it stands in its file, without the signature, and the judgement under it. */
    public static String text(List<Verdict> verdicts) {
        return verdicts.stream().map(VerdictReport::text).collect(Collectors.joining("\n"));
    }

    private static String text(Verdict verdict) {
        String content = new String(verdict.assertion().content(), StandardCharsets.UTF_8);
        return content + "\n\n" + judgement(verdict) + "\n";
    }

    private static String judgement(Verdict verdict) {
        AssertionException refusal = verdict.refusal();
        String signer = verdict.signer().isEmpty() ? "" : ", signed with key " + verdict.signer();
        return refusal == null ? "trusted" + signer : "not trusted: " + refusal.getMessage();
    }

    /** Return an array with an object for each assertion. */
    public static String json(List<Verdict> verdicts) {
        return verdicts.stream().map(VerdictReport::object).collect(Collectors.joining(",\n ", "[", "]"));
    }

    private static String object(Verdict verdict) {
        Assertion assertion = verdict.assertion();
        return "{\"type\":" + Json.quoted(assertion.type().typeName())
                + ",\"headers\":" + value(assertion.headers())
                + ",\"signer\":" + Json.quoted(verdict.signer())
                + ",\"trusted\":" + verdict.isTrusted()
                + (verdict.refusal() == null
                        ? ""
                        : ",\"reason\":" + Json.quoted(verdict.refusal().getMessage()))
                + "}";
    }

    private static String value(HeaderValue value) {
        if (value instanceof HeaderMap map) {
            return map.entries().entrySet().stream()
                    .map(entry -> Json.quoted(entry.getKey()) + ":" + value(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof HeaderList list) {
            return list.items().stream().map(VerdictReport::value).collect(Collectors.joining(",", "[", "]"));
        }
        return Json.quoted(value.toString());
    }
}
