package io.coreimage.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assertions;

/** A store that none of us wrote, running on this machine: the oracle's {@code faststore}, or snapd's own {@code fakestore}. */
public final class OracleStore implements AutoCloseable {

    private static final long START_SECONDS = 60;

    private final Process process;
    private final int port;

    private OracleStore(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Start the quick store over one of the oracle's folders, such as {@code uc20-small}. */
    public static OracleStore fast(String stock) {
        return start("faststore", List.of("-dir"), stock, "-addr");
    }

    /** Start the quick store in its newest make, which knows components and sequences. */
    public static OracleStore newest(String stock) {
        return start("newest/faststore", List.of("-dir"), stock, "-addr");
    }

    /** Start snapd's store over one of the oracle's folders. */
    public static OracleStore fake(String stock) {
        return start("fakestore", List.of("run", "--dir"), stock, "--addr");
    }

    /** Return the folder of a store of the oracle. */
    public static Path stock(String name) {
        Path folder = Foreign.oracle().resolve("scenario").resolve("stores").resolve(name);
        Foreign.requireMachine("oracle scenario " + name, Files.isDirectory(folder));
        return folder;
    }

    private static OracleStore start(String tool, List<String> before, String stock, String address) {
        Path program = Foreign.oracleTool(tool).program();
        try {
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(program.toString()));
            command.addAll(before);
            command.addAll(List.of(stock(stock).toString(), address, "127.0.0.1:" + port));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            OracleStore store = new OracleStore(process, port);
            store.awaitStart();
            return store;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                close();
                Assertions.fail("the oracle's store did not start");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException ex) {
            return false;
        }
    }

    /** Return its address. */
    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
