package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.assertion.AssertionRef;
import io.coreimage.testkit.Fault;
import org.junit.jupiter.api.Test;

/** Every way in which a question about assertions fails: its sentence, its next step, as many requests as it should take. */
class AssertionFailuresTest extends Failing {

    @Test
    void anAssertionThatThereIsNot() {
        assertThat(store.find(AssertionRef.account("acme"), 0)).isEmpty();
    }

    @Test
    void anAssertionThatThereIsNotInTheOldWords() {
        server.failNext(
                ASSERTIONS,
                Fault.status(404, "Content-Type", "application/problem+json", "{\"status\":404,\"title\":\"gone\"}"),
                Fault.status(
                        404,
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "{\"error-list\":[{\"code\":\"not-found\",\"message\":\"no\"}]}"));
        assertThat(store.find(AssertionRef.account("acme"), 0)).isEmpty();
        assertThat(store.find(AssertionRef.account("acme"), 0)).isEmpty();
    }

    @Test
    void aPageThatSaysNotFoundIsNoAnswer() {
        server.failNext(ASSERTIONS, Fault.page(404));
        refuses(
                this::declaration,
                1,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId() + " answers with status 404",
                "The answer is a web page; a proxy or a network that wants a login may stand in the store's place.");
    }

    @Test
    void aPageInAnAssertionsPlace() {
        server.failNext(ASSERTIONS, Fault.page(200));
        refuses(
                this::declaration,
                1,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId() + " answers with a web page",
                "A network that wants a login or a proxy answers in the store's place; open a page in a browser.");
    }

    @Test
    void anErrorOfTheAssertionService() {
        server.failNext(
                ASSERTIONS,
                Fault.status(400, "X-None", "", "{\"error-list\":[{\"code\":\"bad\",\"message\":\"Broken.\"}]}"));
        refuses(
                this::declaration,
                1,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId()
                        + " answers with status 400: Broken. (bad)",
                StoreErrors.ASK_OWNER);
    }

    @Test
    void anAssertionServiceThatIsDown() {
        server.failAlways(ASSERTIONS, Fault.status(500));
        refuses(
                this::declaration,
                6,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId()
                        + ": it answers with status 500 (tried 6 times)",
                "The store is not available just now; https://status.snapcraft.io says more. What was fetched is kept, "
                        + "run the build again later.");
    }

    @Test
    void somethingThatIsNoAssertion() {
        server.failAlways(ASSERTIONS, Fault.status(200, "X-None", "", "{}"));
        refuses(
                this::declaration,
                6,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId()
                        + ": its answer is not complete (tried 6 times)",
                "Check the network, the store's address and, if there is one, the proxy in Maven's settings.xml.");
    }
}
