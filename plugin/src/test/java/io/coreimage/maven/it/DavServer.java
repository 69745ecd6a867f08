package io.coreimage.maven.it;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A repository that one deploys to and downloads from: nginx with WebDAV on this machine, in a folder of its own.
 *
 * <p>For the scripts of {@code src/it}: start it in {@code prebuild.groovy}, put it into the {@code context}, close it in
 * {@code verify.groovy}; a {@code selector.groovy} that ends with {@link #isInstalled()} skips the project where there is
 * no nginx, but not in CI.
 */
public final class DavServer implements AutoCloseable {

    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    /** One process, as the user who started it; nothing outside the folder is read or written. */
    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log error.log;
            events {}
            http {
              access_log requests.log;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              client_max_body_size 0;
              server {
                listen 127.0.0.1:PORT;
                root repository;
                dav_methods PUT DELETE MKCOL;
                create_full_put_path on;
                GUARD
              }
            }
            """;

    /** Nobody reads or writes without a name and a password. */
    private static final String GUARD = "auth_basic devices; auth_basic_user_file users;";

    private final Path folder;
    private final int port;
    private final Process nginx;

    private DavServer(Path folder, int port, Process nginx) {
        this.folder = folder;
        this.port = port;
        this.nginx = nginx;
    }

    /** Return whether there is an nginx; in CI there has to be. */
    public static boolean isInstalled() {
        boolean installed = Files.isExecutable(NGINX);
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("nginx is not installed; .ci/run has to install it");
        }
        return installed;
    }

    /** Start a server whose files lie below a folder, in {@code repository}; it answers when this returns. */
    public static DavServer start(File folder) throws IOException, InterruptedException {
        return start(folder, "");
    }

    /** Start one that lets in only who has this name and password. */
    public static DavServer startFor(String name, String password, File folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.toPath());
        Files.writeString(folder.toPath().resolve("users"), name + ":{PLAIN}" + password + "\n");
        return start(folder, GUARD);
    }

    private static DavServer start(File folder, String guard) throws IOException, InterruptedException {
        Path home = folder.toPath().toAbsolutePath();
        Files.createDirectories(home.resolve("repository"));
        int port = freePort();
        Path configuration = home.resolve("nginx.conf");
        Files.writeString(
                configuration,
                CONFIGURATION.replace("PORT", String.valueOf(port)).replace("GUARD", guard));
        Process nginx = new ProcessBuilder(
                        NGINX.toString(), "-p", home.toString(), "-c", configuration.toString(), "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(nginx::destroy));
        DavServer server = new DavServer(home, port, nginx);
        server.awaitAnswer();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        for (int i = 0; i < 200 && !answers(); i++) {
            if (nginx.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("nginx ended: " + Files.readString(folder.resolve("output.log"))
                        + Files.readString(folder.resolve("error.log")));
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException ex) {
            return false;
        }
    }

    /** Return the address of the repository. */
    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Return the folder with what was deployed. */
    public File repository() {
        return folder.resolve("repository").toFile();
    }

    /** Return the requests so far, as nginx logs them. */
    public List<String> requests() throws IOException {
        return Files.readAllLines(folder.resolve("requests.log"));
    }

    @Override
    public void close() {
        nginx.destroy();
        nginx.onExit().join();
    }
}
