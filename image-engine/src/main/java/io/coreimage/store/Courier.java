package io.coreimage.store;

import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Carries a call to where redirects lead it, and takes care where credentials go. */
final class Courier {

    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> KEEPS_METHOD = Set.of(307, 308);
    private static final Set<Integer> BECOMES_GET = Set.of(301, 302, 303);

    private final Transport transport;
    private final boolean allowPlainHttp;

    Courier(Transport transport, boolean allowPlainHttp) {
        this.transport = transport;
        this.allowPlainHttp = allowPlainHttp;
    }

    /** Send a call of the store's interface: a credential stays with the host that it was given to. */
    Delivery ask(Call call) throws IOException {
        return follow(call, false);
    }

    /** Send a call for a file: a credential goes to no redirect at all. */
    Delivery fetch(Call call) throws IOException {
        return follow(call, true);
    }

    private Delivery follow(Call first, boolean isFile) throws IOException {
        Addresses.requireSafe(first.uri(), allowPlainHttp);
        Call call = first;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            Reply reply = isFile ? transport.fetch(call) : transport.send(call);
            Optional<URI> target = target(call, reply);
            if (target.isEmpty()) {
                return new Delivery(reply, call.uri());
            }
            reply.close();
            Addresses.requireSafe(target.get(), allowPlainHttp);
            boolean stays = !isFile && Addresses.isSamePlace(call.uri(), target.get());
            call = (stays ? call : call.anonymous()).to(target.get());
        }
        throw new FaultException(
                "cannot ask " + Addresses.brief(first.uri()) + ": it redirects more than " + MOST_REDIRECTS + " times",
                "Something on the way sends requests in a circle: a proxy, or a network that wants a login.",
                null);
    }

    private static Optional<URI> target(Call call, Reply reply) throws IOException {
        boolean keeps = KEEPS_METHOD.contains(reply.status());
        if (!keeps && !BECOMES_GET.contains(reply.status())) {
            return Optional.empty();
        }
        Optional<String> location = reply.header("Location");
        if (location.isEmpty()) {
            return Optional.empty();
        }
        URI target = resolve(call, location.get());
        if (!keeps && !call.method().equals("GET")) {
            reply.close();
            throw new FaultException(
                    "cannot ask " + Addresses.brief(call.uri()) + ": the question is redirected to " + target.getHost()
                            + ", where it would get lost",
                    "A network that wants a login or a proxy does this; open a page in a browser, or check the proxy.",
                    null);
        }
        return Optional.of(target);
    }

    private static URI resolve(Call call, String location) throws IOException {
        try {
            URI target = call.uri().resolve(location);
            if (target.getHost() != null) {
                return target;
            }
        } catch (IllegalArgumentException ex) {
            throw new IOException("redirect to no address", ex);
        }
        throw new IOException("redirect to no host");
    }

    /**
     * An answer and where it came from.
     * @param reply the answer
     * @param uri where it came from in the end
     */
    record Delivery(Reply reply, URI uri) {}
}
