package io.coreimage.testkit;

import java.util.HashMap;
import java.util.Map;

/**
 * What a {@link TestStore} does instead of answering.
 * @param kind in which way it fails
 * @param number a status, or a number of bytes
 * @param headers headers of the answer
 * @param body its body
 */
public record Fault(Kind kind, int number, Map<String, String> headers, String body) {

    /** The ways to fail. */
    public enum Kind {
        /** Answer with a status, headers and a body of its own. */
        ANSWER,
        /** Close the connection before a word is said. */
        HANG_UP,
        /** Promise the whole body, send some bytes of it, and close the connection. */
        CUT,
        /** Send the right number of bytes, one of them wrong. */
        WRONG_BYTE,
        /** Send the whole file to somebody who asks for a part. */
        NO_RANGES,
        /** Send the rest from another place than the one that was asked for. */
        WRONG_RANGE,
        /** Say nothing until the client gives up. */
        SILENCE
    }

    /** Answer with a status and an empty JSON body. */
    public static Fault status(int status) {
        return new Fault(Kind.ANSWER, status, Map.of("Content-Type", "application/json"), "{}");
    }

    /** Answer with a status, a header and a JSON body. */
    public static Fault status(int status, String header, String value, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.put(header, value);
        return new Fault(Kind.ANSWER, status, headers, body);
    }

    /** Answer with a web page, as networks do that want a login. */
    public static Fault page(int status) {
        return new Fault(Kind.ANSWER, status, Map.of("Content-Type", "text/html"), "<html>Please log in</html>");
    }

    /** Send the client elsewhere. */
    public static Fault redirect(int status, String target) {
        return new Fault(Kind.ANSWER, status, Map.of("Location", target), "");
    }

    /** Close the connection at once. */
    public static Fault hangUp() {
        return new Fault(Kind.HANG_UP, 0, Map.of(), "");
    }

    /** Close the connection after some bytes of the body. */
    public static Fault cutAfter(int bytes) {
        return new Fault(Kind.CUT, bytes, Map.of(), "");
    }

    /** Send a wrong byte. */
    public static Fault wrongByte() {
        return new Fault(Kind.WRONG_BYTE, 0, Map.of(), "");
    }

    /** Know nothing of ranges. */
    public static Fault noRanges() {
        return new Fault(Kind.NO_RANGES, 0, Map.of(), "");
    }

    /** Get ranges wrong. */
    public static Fault wrongRange() {
        return new Fault(Kind.WRONG_RANGE, 0, Map.of(), "");
    }

    /** Say nothing. */
    public static Fault silence() {
        return new Fault(Kind.SILENCE, 0, Map.of(), "");
    }
}
