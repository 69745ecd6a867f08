package io.coreimage.squashfs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Works on pieces on several cores and hands the results out in the order in which the pieces came.
 *
 * <p>Only so many pieces are under way at a time, and the thread that puts pieces on the belt works too while it waits:
 * so nothing ever waits for a thread that waits, whatever else the workers do.
 * @param <T> the result of a piece
 */
final class Conveyor<T> implements AutoCloseable {

    /** Takes a result, in order, on the thread of the owner. */
    @FunctionalInterface
    interface Sink<T> {
        void accept(T result) throws IOException;
    }

    private final Executor workers;
    private final int width;
    private final Sink<T> sink;
    private final Deque<FutureTask<T>> belt = new ArrayDeque<>();

    /**
     * Create an instance.
     * @param workers who helps
     * @param width how many pieces may be under way
     * @param sink where results go
     */
    Conveyor(Executor workers, int width, Sink<T> sink) {
        this.workers = workers;
        this.width = width;
        this.sink = sink;
    }

    /** Put a piece on the belt; takes the first results off it when it is full. */
    void put(Callable<T> piece) throws IOException {
        while (belt.size() >= width) {
            takeOff();
        }
        FutureTask<T> task = new FutureTask<>(piece);
        belt.add(task);
        workers.execute(task);
    }

    /** Wait until the belt is empty. */
    void finish() throws IOException {
        while (!belt.isEmpty()) {
            takeOff();
        }
    }

    private void takeOff() throws IOException {
        FutureTask<T> first = belt.element();
        help(first);
        T result = await(first);
        belt.remove();
        sink.accept(result);
    }

    /** Work on pieces that nobody has begun (running another one does nothing) until the first is done. */
    private void help(FutureTask<T> first) {
        for (FutureTask<T> each : belt) {
            if (first.isDone()) {
                return;
            }
            each.run();
        }
    }

    private static <T> T await(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException ex) {
            throw rethrown(Objects.requireNonNull(ex.getCause()));
        }
    }

    private static RuntimeException rethrown(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new UncheckedIOException(new IOException(cause));
    }

    /** Leave pieces that are still on the belt undone. */
    @Override
    public void close() {
        belt.forEach(each -> each.cancel(false));
        belt.clear();
    }
}
