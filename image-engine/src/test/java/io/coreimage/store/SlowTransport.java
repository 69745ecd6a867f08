package io.coreimage.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** A transport whose bodies take their time, in a test's own time. */
final class SlowTransport implements Transport {

    private final Transport transport;
    private final FastPacer pacer;
    private final Duration each;

    SlowTransport(Transport transport, FastPacer pacer, Duration each) {
        this.transport = transport;
        this.pacer = pacer;
        this.each = each;
    }

    @Override
    public Reply send(Call call) throws IOException {
        Reply reply = transport.send(call);
        return new Reply() {

            @Override
            public int status() {
                return reply.status();
            }

            @Override
            public Optional<String> header(String name) {
                return reply.header(name);
            }

            @Override
            public ByteBuffer next(Duration patience) throws IOException {
                ByteBuffer piece = reply.next(patience);
                pacer.pass(each);
                return piece;
            }

            @Override
            public void close() throws IOException {
                reply.close();
            }
        };
    }
}
