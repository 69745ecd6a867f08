package io.coreimage.store;

import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a store says when it does not do what it was asked, in one of the forms that its services have. */
final class StoreErrors {

    /** What to do about an error that only the store's owner understands. */
    static final String ASK_OWNER =
            "Run the build again later; if the store says the same then, its owner can say what that code means.";

    /** What to do about an answer that does not belong to the question. */
    static final String MIXED_UP =
            "The store, or somebody on the way to it, mixes up its answers: try again later, or without a proxy.";

    private static final int LONGEST = 300;

    private StoreErrors() {}

    /**
     * One error.
     * @param code the store's word for it
     * @param message its sentence
     */
    record Entry(String code, String message) {

        @Override
        public String toString() {
            return message.isEmpty() ? code : code.isEmpty() ? message : message + " (" + code + ")";
        }
    }

    /** Return the errors of an answer; nothing where it holds none in a known form. */
    static List<Entry> of(Answer answer) {
        if (answer.isHtml() || !answer.text().stripLeading().startsWith("{")) {
            return List.of();
        }
        try {
            return of(Json.of(answer));
        } catch (FaultException ex) {
            return List.of();
        }
    }

    /** Return the errors of an object. */
    static List<Entry> of(Json body) {
        List<Entry> listed = Stream.of("error-list", "error_list")
                .flatMap(name -> body.objects(name).stream())
                .map(each -> new Entry(clean(each.text("code", "")), clean(each.text("message", ""))))
                .toList();
        if (!listed.isEmpty()) {
            return listed;
        }
        if (body.has("title") || body.has("detail")) {
            return List.of(new Entry(clean(body.text("title", "")), clean(body.text("detail", ""))));
        }
        return body.has("code") || body.has("message")
                ? List.of(new Entry(clean(body.text("code", "")), clean(body.text("message", ""))))
                : List.of();
    }

    static String clean(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    static String join(List<Entry> errors) {
        return errors.stream().map(Entry::toString).collect(Collectors.joining("; "));
    }

    /** Return the exception for an answer that is none of those that were hoped for. */
    static CoreImageException refusal(Answer answer, String purpose, @Nullable LoginSession session) {
        List<Entry> errors = of(answer);
        String said = errors.isEmpty() ? "" : ": " + join(errors);
        String head = "cannot " + purpose + ": " + Addresses.brief(answer.uri());
        return switch (answer.status()) {
            case Answer.UNAUTHORIZED -> new RefusedException(head + " rejects the login" + said, loginStep(session));
            case Answer.FORBIDDEN ->
                new RefusedException(
                        head + " does not allow it" + said,
                        session == null
                                ? "Log in with core-image:login."
                                : "The login (" + session.origin()
                                        + ") lacks a permission or a role in the brand's store.");
            case Answer.TOO_MANY ->
                new FaultException(
                        head + " asks for fewer requests (429)" + said,
                        "Wait a while and run the build again; what is in the cache is not fetched twice.",
                        null);
            default ->
                new FaultException(
                        head + " answers with status " + answer.status() + oops(answer) + said,
                        otherStep(answer),
                        null);
        };
    }

    static String oops(Answer answer) {
        return answer.header("X-Oops-Id").map(id -> " [" + clean(id) + "]").orElse("");
    }

    private static String otherStep(Answer answer) {
        if (answer.isHtml()) {
            return "The answer is a web page; a proxy or a network that wants a login may stand in the store's place.";
        }
        return answer.status() == Answer.NOT_FOUND
                ? "Check the store's address; if it is right, the store's list and its files do not fit: run the build again"
                        + " later."
                : ASK_OWNER;
    }

    static String loginStep(@Nullable LoginSession session) {
        return session == null
                ? "Log in with core-image:login."
                : "Log in again with core-image:login; the present login comes from " + session.origin() + ".";
    }
}
