package io.coreimage.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that digs tunnels ({@code CONNECT}) for who knows its password; each one leads to the same port of this machine. */
public final class TestTunnel implements AutoCloseable {

    private static final int LONGEST_HEAD = 8192;

    private final ServerSocket door;
    private final int target;
    private final String proof;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new ArrayList<>();
    private final List<String> dug = new ArrayList<>();

    private TestTunnel(int target, String user, String password) throws IOException {
        this.target = target;
        this.proof =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    /** Open a proxy that leads to a port of this machine. */
    public static TestTunnel to(int port, String user, String password) {
        try {
            return new TestTunnel(port, user, password);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Return its port on this machine. */
    public int port() {
        return door.getLocalPort();
    }

    /** Return the places to which somebody wanted a tunnel. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Return the places to which somebody got one. */
    public synchronized List<String> dug() {
        return List.copyOf(dug);
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                threads.execute(() -> handle(client));
            }
        } catch (IOException ex) {
            // The door was closed.
        }
    }

    private void handle(Socket client) {
        try (client) {
            List<String> head = head(client.getInputStream());
            while (!isAllowed(head)) {
                say(
                        client,
                        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"tunnel\"\r\n"
                                + "Content-Length: 0");
                head = head(client.getInputStream());
            }
            say(client, "200 Connection established");
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                threads.execute(() -> pass(server, client));
                pass(client, server);
            }
        } catch (IOException ex) {
            // The client went away.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ex) {
            // One of them was closed, and so will be the other.
        }
    }

    private synchronized boolean isAllowed(List<String> head) throws IOException {
        if (head.isEmpty()) {
            throw new IOException("the client went away");
        }
        String place = head.get(0).split(" ")[1];
        asked.add(place);
        boolean allowed = head.get(0).startsWith("CONNECT ")
                && head.stream().anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + proof));
        if (allowed) {
            dug.add(place);
        }
        return allowed;
    }

    /** Read to the empty line byte by byte, as what follows is not ours. */
    private static List<String> head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0 && text.length() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return List.of();
            }
            text.append((char) next);
        }
        return text.toString().strip().lines().toList();
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + line + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        threads.shutdownNow();
    }
}
