package io.coreimage.maven.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.SeedsShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types every command of the pages, from the first to the last, at an empty desk for each page. */
@Execution(ExecutionMode.CONCURRENT)
class CommandsIT {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DESKS = Path.of("target", "docs-it").toAbsolutePath();

    /** What the build itself runs: the README's two commands, and the quickstart's. */
    private static final List<String> PAGES_OF_THE_BUILD = List.of("README.md", "quickstart/README.md");

    private static final Pattern ROW = Pattern.compile("\\|.*\\| `(mvn core-image:[^`]+)` \\|");

    private static final String PI_3 = """
            {
              "type": "model",
              "authority-id": "bJzr2XzZ56Qv6Z51HIeziXvxtn1XItIq",
              "brand-id": "bJzr2XzZ56Qv6Z51HIeziXvxtn1XItIq",
              "series": "16",
              "model": "my-pi3",
              "architecture": "armhf",
              "base": "core18",
              "gadget": "pi=18-pi3",
              "kernel": "pi-kernel=18-pi3"
            }
            """;

    private static SeedsShop shop;

    @BeforeAll
    static void openTheShop() throws IOException {
        clear(DESKS);
        shop = SeedsShop.open(Files.createDirectories(DESKS.resolve("shop")));
        nameThePrefix();
    }

    /** The invoker stages the plugin without what {@code mvn install} notes of its prefix. */
    private static void nameThePrefix() throws IOException {
        Files.writeString(
                Path.of(System.getProperty("it.repository"), "io", "coreimage", "maven-metadata-local.xml"),
                "<metadata><plugins><plugin><name>core-image</name><prefix>core-image</prefix>"
                        + "<artifactId>core-image-maven-plugin</artifactId></plugin></plugins></metadata>\n");
    }

    @AfterAll
    static void closeTheShop() {
        shop.close();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandDoesWhatThePageSays(Page page) throws IOException, InterruptedException {
        walk(page.toString(), page.fences());
    }

    /** The README sets what one typed until now beside what one types here; this is its right side from top to bottom. */
    @Test
    void theReadmesTableIsAWalkThatWorks() throws IOException, InterruptedException {
        List<Fence> walk = new ArrayList<>();
        walk.add(new Fence(0, "json", "m.json", PI_3));
        List<String> lines = Page.read(CHECKOUT.resolve("README.md")).lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher command = ROW.matcher(lines.get(i));
            if (command.matches()) {
                walk.add(new Fence(i + 1, "sh", "", command.group(1) + "\n"));
            }
        }
        assertThat(walk).hasSizeGreaterThan(9);
        walk.add(new Fence(0, "sh", "", "ls pi3-test/pi.img pi3-test.img\n"));
        walk("README", walk);
    }

    private static void walk(String name, List<Fence> fences) throws IOException, InterruptedException {
        Desk desk = Desk.at(DESKS.resolve(name.replace('/', '-')), CHECKOUT, shop);
        String all = fences.stream().map(Fence::text).collect(Collectors.joining());
        if (!all.contains("core-image:create-key")) {
            desk.layKey(shop.keyFile());
        }
        fences.stream().filter(Fence::isCommand).forEach(CommandsIT::requireTools);
        if (all.contains("~/.snap/gnupg")) {
            desk.makeKeyOfSnapd();
        }
        try {
            walk(desk, fences);
        } finally {
            desk.leave();
        }
    }

    private static void walk(Desk desk, List<Fence> fences) throws IOException, InterruptedException {
        Fence before = null;
        for (Fence each : fences) {
            if (each.isCommand()) {
                desk.type(each);
            } else if (each.isFile()) {
                desk.write(each);
            } else if (each.isOutput()) {
                assertThat(before).as("line %d follows a command", each.line()).isNotNull();
                assertThat(before.isCommand())
                        .as("line %d follows a command", each.line())
                        .isTrue();
                desk.compare(each);
            }
            before = each;
        }
    }

    private static void requireTools(Fence fence) {
        for (String tool : List.of("qemu-system-x86_64", "gpg", "bmaptool", "softhsm2-util", "keytool", "xz")) {
            if (fence.text().contains(tool + " ")) {
                Foreign.tool(tool);
            }
        }
    }

    static Stream<Page> pages() {
        return Page.all(CHECKOUT).stream()
                .filter(each -> each.fences().stream().anyMatch(Fence::isCommand))
                .filter(each -> PAGES_OF_THE_BUILD.stream()
                        .noneMatch(own -> CHECKOUT.resolve(own).equals(each.file())
                                || CHECKOUT.resolve("examples").resolve(own).equals(each.file())));
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
