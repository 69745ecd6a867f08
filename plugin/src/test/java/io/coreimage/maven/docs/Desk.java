package io.coreimage.maven.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.SeedsShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A reader's desk: a home and a folder of his own, and a shell that does what he types.
 *
 * <p>His Maven is the one of the build, told where the plugin under test and the store of the tests are; {@code sudo} needs no
 * password, his card reader is a file, and his virtual machine has no window.
 */
final class Desk {

    private static final long PATIENCE_MINUTES = 10;
    private static final String CARD = "/dev/sdXX";

    private final Path home;
    private final Path tools;
    private final Path place;
    private String output = "";

    private Desk(Path folder) {
        this.home = folder.resolve("home");
        this.tools = folder.resolve("tools");
        this.place = folder.resolve("place");
    }

    /**
     * Set a desk up.
     * @param folder where
     * @param checkout the clone of this repository that lies beside the reader
     * @param shop the store that he buys from
     */
    static Desk at(Path folder, Path checkout, SeedsShop shop) throws IOException {
        Desk desk = new Desk(folder);
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.createDirectories(desk.home);
        Files.createDirectories(desk.tools);
        Files.createSymbolicLink(work.resolve("core-image"), checkout);
        Files.writeString(desk.place, work + "\n");
        desk.settle(shop.store().url());
        Map<String, String> options = new TreeMap<>(shop.options());
        options.remove("core-image.storeUrl");
        desk.tool("mvn", desk.maven(options));
        desk.tool("sudo", "exec \"$@\"");
        desk.tool("qemu-system-x86_64", machine());
        return desk;
    }

    /** Write the reader's settings: the shop is the mirror of the Snap Store, which a bundle or a folder may replace. */
    private void settle(String shop) throws IOException {
        String settings = Files.readString(Path.of(System.getProperty("it.settings")));
        String mirror = "<mirrors><mirror><id>shop</id><mirrorOf>snap-store</mirrorOf><url>" + shop
                + "</url></mirror></mirrors>\n  <profiles>";
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"), settings.replaceFirst("<profiles>", mirror));
    }

    /** Lay the brand's key where keys are kept. */
    void layKey(Path key) throws IOException {
        Path keys = Files.createDirectories(home.resolve(".config/core-image/keys"));
        Files.copy(key, keys.resolve("my-models.asc"));
    }

    /** Make a key as {@code snap create-key} does, without a passphrase. */
    void makeKeyOfSnapd() throws IOException, InterruptedException {
        String folder = "mkdir -p -m 700 ~/.snap/gnupg\n";
        type(new Fence(
                0,
                "sh",
                "",
                folder + "chmod 700 ~/.snap ~/.snap/gnupg\ngpg --homedir ~/.snap/gnupg --batch"
                        + " --passphrase '' --quick-generate-key my-models rsa4096 sign never\n"));
    }

    /** Leave nothing running. */
    void leave() throws IOException, InterruptedException {
        if (Files.exists(home.resolve(".snap/gnupg"))) {
            type(new Fence(0, "sh", "", "gpgconf --homedir ~/.snap/gnupg --kill all\n"));
        }
    }

    /** Do what the reader types, and return what he sees. */
    String type(Fence fence) throws IOException, InterruptedException {
        Path script = place.resolveSibling("typed.sh");
        Files.writeString(
                script,
                "cd \"$(cat '" + place + "')\"\ntrap \"pwd > '" + place + "'\" EXIT\nset -euo pipefail\n"
                        + fence.text().replace(CARD, "card.img"));
        Path screen = place.resolveSibling("screen.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(screen.toFile());
        shell.environment().putAll(environment());
        shell.environment().remove("CI");
        Process process = shell.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        output = Files.readString(screen);
        assertThat(ended).as("line %d ends: %s", fence.line(), output).isTrue();
        assertThat(process.exitValue() != 0)
                .as("line %d %s:%n%s%n%s", fence.line(), fence.fails() ? "fails" : "succeeds", fence.text(), output)
                .isEqualTo(fence.fails());
        return output;
    }

    /** Write a file where the reader is. */
    void write(Fence fence) throws IOException {
        Path file = here().resolve(fence.label());
        Files.createDirectories(file.getParent());
        Files.writeString(file, fence.text());
    }

    /** Find what a page shows in what came out, line by line in this order; {@code …} stands for anything. */
    void compare(Fence shown) {
        int from = 0;
        for (String line : shown.text().split("\n")) {
            String wanted = Pattern.quote(line.strip()).replace("…", "\\E.*?\\Q");
            if (!line.isBlank() && !line.strip().equals("…")) {
                var matcher = Pattern.compile("(?m)" + wanted).matcher(output);
                assertThat(matcher.find(from))
                        .as("line %d of the page shows \"%s\", but it was:%n%s", shown.line(), line, output)
                        .isTrue();
                from = matcher.end();
            }
        }
    }

    private Path here() throws IOException {
        return Path.of(Files.readString(place).strip());
    }

    private Map<String, String> environment() {
        return Map.of(
                "PATH",
                tools + ":/usr/local/sbin:/usr/sbin:/sbin:" + System.getenv("PATH"),
                "HOME",
                home.toString(),
                "LC_ALL",
                "C.UTF-8",
                "XDG_CONFIG_HOME",
                home.resolve(".config").toString(),
                "XDG_CACHE_HOME",
                home.resolve(".cache").toString(),
                "CORE_IMAGE_PASSPHRASE",
                "opensesame",
                "CORE_IMAGE_STORE_PASSWORD",
                io.coreimage.testkit.TestAccounts.PASSWORD,
                "MAVEN_OPTS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + home);
    }

    private String maven(Map<String, String> options) {
        StringBuilder line = new StringBuilder();
        line.append("exec '").append(System.getProperty("maven.home")).append("/bin/mvn' -B");
        line.append(" -s '").append(home.resolve(".m2/settings.xml")).append('\'');
        line.append(" -Dmaven.repo.local='")
                .append(System.getProperty("it.repository"))
                .append('\'');
        line.append(" -Dit.central='").append(System.getProperty("it.central")).append('\'');
        options.forEach((name, value) -> line.append(String.format(Locale.ROOT, " -D%s='%s'", name, value)));
        return line.append(" \"$@\"").toString();
    }

    /**
     * Hardware virtualisation is used where it is; the picture is text, the disk stays as it is, and nobody waits for ever.
     * Where another program of this machine has the ports, the device does without.
     */
    private static String machine() {
        String real = Foreign.has("qemu-system-x86_64")
                ? Foreign.tool("qemu-system-x86_64").program().toString()
                : "/bin/false";
        return """
                for each in "$@"; do
                  shift
                  case $each in
                    -enable-kvm) [ -w /dev/kvm ] || continue ;;
                    file=*) each=$each,snapshot=on ;;
                  esac
                  set -- "$@" "$each"
                done
                said=$(timeout 120 REAL -nographic "$@" 2>&1)
                status=$?
                if printf '%s' "$said" | grep -q 'host forwarding'; then
                  for each in "$@"; do
                    shift
                    set -- "$@" "${each%%,hostfwd=*}"
                  done
                  said=$(timeout 120 REAL -nographic "$@" 2>&1)
                  status=$?
                fi
                printf '%s\n' "$said"
                exit $status""".replace("REAL", real);
    }

    private void tool(String name, String text) throws IOException {
        Path file = Files.write(tools.resolve(name), ("#!/bin/sh\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
