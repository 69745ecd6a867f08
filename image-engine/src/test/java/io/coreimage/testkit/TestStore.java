package io.coreimage.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A snap store on this machine, with a login service and a dashboard, that fails when it is told to and remembers every
 * request. snapd's own clients accept it.
 */
public final class TestStore implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Map<String, Deque<Fault>> faults = new LinkedHashMap<>();
    private final Map<String, Fault> lasting = new LinkedHashMap<>();
    private final StoreAnswers answers;
    private final TestAccounts accounts;
    private volatile Duration pause = Duration.ZERO;

    private TestStore(Stock stock) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        this.answers = new StoreAnswers(stock, url());
        this.accounts = new TestAccounts();
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Open a store that sells what lies in a folder. */
    public static TestStore over(Path folder) {
        return over(Stock.of(folder));
    }

    /** Open a store. */
    public static TestStore over(Stock stock) {
        try {
            return new TestStore(stock);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Return its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Return the address of its login service. */
    public String ssoUrl() {
        return url() + "api/v2/";
    }

    /** Fail at the next requests whose path starts so, once for each fault. */
    public synchronized void failNext(String pathPrefix, Fault... next) {
        Deque<Fault> queue = faults.computeIfAbsent(pathPrefix, key -> new ArrayDeque<>());
        queue.addAll(List.of(next));
    }

    /** Fail at every request whose path starts so. */
    public synchronized void failAlways(String pathPrefix, Fault fault) {
        lasting.put(pathPrefix, fault);
    }

    /** Wait before every 16 KiB of a file. */
    public TestStore slowedDown(Duration beforeEachPiece) {
        pause = beforeEachPiece;
        return this;
    }

    /** Fail no more. */
    public synchronized void recover() {
        faults.clear();
        lasting.clear();
        accounts.recover();
    }

    /** Return who may log in, and how stale logins are. */
    public TestAccounts accounts() {
        return accounts;
    }

    /** Return the requests so far. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Return the requests so far whose path starts so. */
    public synchronized List<RecordedRequest> requests(String pathPrefix) {
        return requests.stream()
                .filter(each -> each.path().startsWith(pathPrefix))
                .toList();
    }

    /** Forget the requests so far. */
    public synchronized void forget() {
        requests.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            RecordedRequest request = record(exchange);
            Fault fault = nextFault(request.path());
            if (fault == null && accounts.rejects(request)) {
                fault = accounts.rejection();
            }
            StoreAnswer answer = accounts.answer(request);
            if (answer == null) {
                answer = answers.answer(request);
            }
            AnswerWriter.write(exchange, request, answer, fault, pause);
        } catch (IOException | RuntimeException ex) {
            // The client hung up, or is meant to think that we did.
            exchange.close();
        }
    }

    private synchronized RecordedRequest record(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        RecordedRequest request = new RecordedRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        requests.add(request);
        return request;
    }

    private synchronized @Nullable Fault nextFault(String path) {
        for (Map.Entry<String, Deque<Fault>> each : faults.entrySet()) {
            if (path.startsWith(each.getKey()) && !each.getValue().isEmpty()) {
                return each.getValue().poll();
            }
        }
        return lasting.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
