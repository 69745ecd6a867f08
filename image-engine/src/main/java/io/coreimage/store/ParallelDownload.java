package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Downloads several files at once: each is digested on a core of its own while it comes in. */
public final class ParallelDownload {

    private final Map<Download, Future<ByteSource>> tasks = new LinkedHashMap<>();
    private final Map<Download, ByteSource> here = new LinkedHashMap<>();
    private final List<CoreImageException> problems = new ArrayList<>();

    private ParallelDownload() {}

    /**
     * Download files, the largest first. When one fails, the others are brought to their end: what they fetched is kept.
     * @param files what
     * @param threads how many at once
     * @param download downloads one; called from several threads
     * @return the files' bytes, by file
     */
    public static Map<Download, ByteSource> of(
            List<Download> files, int threads, Function<Download, ByteSource> download) {
        if (files.isEmpty()) {
            return Map.of();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, files.size()), ParallelDownload::thread);
        try {
            return new ParallelDownload().run(files, pool, download);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "core-image download");
        thread.setDaemon(true);
        return thread;
    }

    private Map<Download, ByteSource> run(
            List<Download> files, ExecutorService pool, Function<Download, ByteSource> download) {
        files.stream()
                .distinct()
                .sorted(Comparator.comparing(Download::size).reversed())
                .forEach(each -> tasks.put(each, pool.submit(() -> download.apply(each))));
        // Problems are told in the order of the question, whoever failed first.
        files.stream().distinct().forEach(this::await);
        if (!problems.isEmpty()) {
            throw problems.stream().reduce(ParallelDownload::join).orElseThrow();
        }
        return here;
    }

    private void await(Download file) {
        try {
            here.put(file, Objects.requireNonNull(tasks.get(file)).get());
        } catch (ExecutionException ex) {
            problems.add(
                    ex.getCause() instanceof CoreImageException problem
                            ? problem
                            : new FaultException("cannot download \"" + file.fileName() + "\": " + ex.getCause(), ex));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new FaultException("cannot download \"" + file.fileName() + "\": interrupted", ex);
        }
    }

    /** Without a network all is told that is missing; otherwise the first problem is the one to look at. */
    private static CoreImageException join(CoreImageException first, CoreImageException second) {
        return first instanceof OfflineException one && second instanceof OfflineException other
                ? one.and(other)
                : first;
    }
}
