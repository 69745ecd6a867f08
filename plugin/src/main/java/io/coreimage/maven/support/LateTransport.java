package io.coreimage.maven.support;

import io.coreimage.store.Call;
import io.coreimage.store.Reply;
import io.coreimage.store.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A way to the network that is made when somebody goes it: a build by a lock with a warm cache never does. */
final class LateTransport implements Transport {

    private final Supplier<Transport> maker;
    private @Nullable Transport made;

    LateTransport(Supplier<Transport> maker) {
        this.maker = maker;
    }

    private synchronized Transport made() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    @Override
    public Reply send(Call call) throws IOException {
        return made().send(call);
    }

    @Override
    public Reply fetch(Call call) throws IOException {
        return made().fetch(call);
    }

    @Override
    public String proxyFor(URI target) {
        return made().proxyFor(target);
    }
}
