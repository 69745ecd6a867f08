package io.coreimage.store;

import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way from the network's thread to ours: a few pieces at a time, so that a slow disk slows the network down
 * instead of filling the memory, and with an end to the patience for each.
 */
final class BodyQueue implements HttpResponse.BodySubscriber<BodyQueue> {

    /** How many lists of buffers may wait; each holds 16 KiB as a rule. */
    private static final int AHEAD = 16;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean cancelled;

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        if (cancelled) {
            source.cancel();
        } else {
            source.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        // An empty list would look like the end.
        events.add(new Event(buffers.isEmpty() ? List.of(ByteBuffer.allocate(0)) : buffers, null));
    }

    @Override
    public void onError(Throwable problem) {
        events.add(new Event(List.of(), problem));
    }

    @Override
    public void onComplete() {
        events.add(Event.END);
    }

    @Nullable
    ByteBuffer next(Duration patience) throws IOException {
        while (true) {
            ByteBuffer piece = pieces.poll();
            if (piece == null) {
                Event event = take(patience);
                if (event.isLast()) {
                    events.add(event);
                    return null;
                }
                open(event);
            } else if (piece.hasRemaining()) {
                return piece;
            }
        }
    }

    private void open(Event event) throws IOException {
        if (event.problem != null) {
            throw unwrap(event.problem);
        }
        pieces.addAll(event.buffers);
        Flow.Subscription source = subscription;
        if (source != null) {
            source.request(1);
        }
    }

    private Event take(Duration patience) throws IOException {
        try {
            Event event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new HttpTimeoutException("nothing came for " + patience.toSeconds() + " s");
            }
            return event;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new FaultException("cannot wait for an answer: interrupted", ex);
        }
    }

    void cancel() {
        cancelled = true;
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }

    /** Return the problem of another thread as one of this thread. */
    static IOException unwrap(Throwable problem) {
        Throwable cause =
                problem instanceof ExecutionException && problem.getCause() != null ? problem.getCause() : problem;
        return cause instanceof IOException io ? io : new IOException(String.valueOf(cause.getMessage()), cause);
    }

    /** Some bytes, a problem, or the end. */
    private record Event(List<ByteBuffer> buffers, @Nullable Throwable problem) {

        private static final Event END = new Event(List.of(), null);

        boolean isLast() {
            return buffers.isEmpty() && problem == null;
        }
    }
}
