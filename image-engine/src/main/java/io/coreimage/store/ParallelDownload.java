package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Downloads several files at once: each is digested on a core of its own while it comes in. */
public final class ParallelDownload {

    private ParallelDownload() {}

    /**
     * Download files, the largest first. When one fails, the others are brought to their end: what they fetched is kept.
     * @param store where from
     * @param files what
     * @param cache where to
     * @param threads how many at once
     * @param progress hears of all of them, from several threads
     * @return the files' bytes, in the order of the question
     */
    public static Map<Download, ByteSource> of(
            SnapStore store, List<Download> files, Cache cache, int threads, Progress progress) {
        List<Download> largestFirst = files.stream()
                .distinct()
                .sorted(Comparator.comparing(Download::size).reversed())
                .toList();
        Map<Download, Future<ByteSource>> tasks = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads), ParallelDownload::thread);
        try {
            largestFirst.forEach(each -> tasks.put(each, pool.submit(() -> store.download(each, cache, progress))));
            return collect(files, tasks);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "core-image download");
        thread.setDaemon(true);
        return thread;
    }

    private static Map<Download, ByteSource> collect(List<Download> files, Map<Download, Future<ByteSource>> tasks) {
        Map<Download, ByteSource> found = new LinkedHashMap<>();
        List<CoreImageException> problems = new ArrayList<>();
        for (Download each : files) {
            Future<ByteSource> task = tasks.get(each);
            if (task != null) {
                CoreImageException problem = take(each, task, found);
                if (problem != null) {
                    problems.add(problem);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        return found;
    }

    private static @Nullable CoreImageException take(
            Download file, Future<ByteSource> task, Map<Download, ByteSource> found) {
        try {
            found.put(file, task.get());
            return null;
        } catch (ExecutionException ex) {
            return ex.getCause() instanceof CoreImageException problem
                    ? problem
                    : new FaultException("cannot download \"" + file.fileName() + "\": " + ex.getCause(), ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new FaultException("cannot download \"" + file.fileName() + "\": interrupted", ex);
        }
    }
}
