package io.coreimage.store;

import io.coreimage.problem.FaultException;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks services of a store: as often as it takes, with the credential where it belongs, with a fresh one where the old
 * one is stale.
 */
final class StoreClient {

    private static final Duration API_PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 64 << 20;
    private static final int MOST_REFRESHES = 4;

    private final Courier courier;
    private final Transport transport;
    private final Pacer pacer;
    private final @Nullable LoginSession session;

    StoreClient(Transport transport, Pacer pacer, boolean allowPlainHttp, @Nullable LoginSession session) {
        this.transport = transport;
        this.courier = new Courier(transport, allowPlainHttp);
        this.pacer = pacer;
        this.session = session;
    }

    Courier courier() {
        return courier;
    }

    Pacer pacer() {
        return pacer;
    }

    @Nullable
    LoginSession session() {
        return session;
    }

    /** Ask, and return whatever answer there is in the end that is not a passing trouble of the server. */
    Answer ask(Call call, String purpose) {
        return ask(call, purpose, answer -> true);
    }

    /**
     * Ask for something that can be told from a part of it.
     * @param isWhole finds out whether a good answer is whole; one that is not is asked for again
     */
    Answer ask(Call call, String purpose, Predicate<Answer> isWhole) {
        Answer answer = askOnce(authorize(call), purpose, isWhole);
        for (int i = 0; i < MOST_REFRESHES && wantsFreshLogin(answer) && refresh(call); i++) {
            answer = askOnce(authorize(call), purpose, isWhole);
        }
        return answer;
    }

    /** Return the call with the credential, if there is one for its host. */
    Call authorize(Call call) {
        String value = session == null ? null : session.authorizationFor(call.uri());
        return value == null ? call : call.authorized(value);
    }

    /** Get a fresh login for the host of the call, and return whether there is one now. */
    boolean refresh(Call call) {
        return session != null && session.refresh(call.uri());
    }

    static boolean wantsFreshLogin(Answer answer) {
        return answer.status() == Answer.UNAUTHORIZED
                && answer.header("WWW-Authenticate").orElse("").contains("needs_refresh=1");
    }

    private Answer askOnce(Call call, String purpose, Predicate<Answer> isWhole) {
        try {
            return new Retries(RetryPlan.API, pacer).run(() -> attempt(call, isWhole));
        } catch (GivenUpException ex) {
            throw unreachable(call.uri(), purpose, ex);
        } catch (IOException ex) {
            throw new FaultException("cannot " + purpose + ": " + ex.getMessage(), ex);
        }
    }

    private Answer attempt(Call call, Predicate<Answer> isWhole) throws IOException {
        long deadline = pacer.nanos() + API_PATIENCE.toNanos();
        Courier.Delivery delivery = courier.ask(call);
        try (Reply reply = delivery.reply()) {
            Answer answer = Answer.read(reply, delivery.uri(), LONGEST_ANSWER, pacer, deadline);
            if (answer.mayPass()) {
                throw new BadStatusException(answer);
            }
            if (answer.isOk() && !answer.isHtml() && !isWhole.test(answer)) {
                throw new CutException("its answer is not complete", new EOFException("cut answer"), 0);
            }
            return answer;
        }
    }

    /** Return the exception for somebody who could not be reached. */
    FaultException unreachable(URI target, String purpose, GivenUpException ex) {
        String proxy = transport.proxyFor(target);
        String way = proxy.isEmpty() ? "" : " through the proxy " + proxy;
        Trouble trouble = ex.trouble();
        return new FaultException(
                String.format(
                        Locale.ROOT,
                        "cannot %s: %s%s: %s%s",
                        purpose,
                        Addresses.brief(target),
                        way,
                        trouble.reason(),
                        ex.tried()),
                trouble.nextStep(),
                ex);
    }

    static Duration patience() {
        return API_PATIENCE;
    }
}
