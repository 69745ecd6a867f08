package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.bootloader.Customization;
import io.coreimage.cache.Cache;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.SectorSize;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.ShopFolder;
import io.coreimage.resolve.Wishes;
import io.coreimage.testkit.BootRig;
import io.coreimage.testkit.ForeignTool.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The last judge: a machine that boots our images until snapd's own daemon has seeded the system and says so.
 *
 * <p>A BIOS and a UEFI machine in every build; all of them with {@code -Dcore-image.boot=all}.
 */
class BootTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    private static final int SECTOR = 512;

    @TempDir
    private Path folder;

    static Stream<String> machines() {
        return "all".equals(System.getProperty("core-image.boot"))
                ? Stream.of("rig16", "rig18", "rig20", "rig22", "rig24")
                : Stream.of("rig18", "rig22");
    }

    @ParameterizedTest
    @MethodSource("machines")
    void snapdSeedsItselfFromOurImage(String name) throws IOException {
        BootRig rig = BootRig.find();
        Verdict verdict = rig.boot(image(rig, name), rig.model(name));
        assertThat(verdict.status()).as(verdict.all()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "core-image.boot", matches = "all")
    void aDiskThatHasStartedOnceStartsAgain() throws IOException {
        BootRig rig = BootRig.find();
        Path image = image(rig, "rig18");
        BootRig kept = rig.keeping(folder.resolve("changes.qcow2"));
        assertThat(kept.boot(image, rig.model("rig18")).status()).isZero();
        Verdict second = kept.boot(image, rig.model("rig18"));
        assertThat(second.status()).as(second.all()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "core-image.boot", matches = "all")
    void oneFlippedByteInASnapIsNoticed() throws IOException {
        BootRig rig = BootRig.find();
        Path image = image(rig, "rig20");
        byte[] kernel = Files.readAllBytes(rig.store("20").resolve("pc-kernel-20.snap"));
        change(image, kernel, kernel.length / 2);
        assertThat(rig.boot(image, rig.model("rig20")).status()).isNotZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "core-image.boot", matches = "all")
    void oneChangedCharacterInTheModelIsNoticed() throws IOException {
        BootRig rig = BootRig.find();
        Path image = image(rig, "rig20");
        byte[] model = Files.readAllBytes(rig.model("rig20"));
        change(image, model, new String(model, StandardCharsets.UTF_8).indexOf("timestamp: ") + 14);
        assertThat(rig.boot(image, rig.model("rig20")).status()).isNotZero();
    }

    /** Somebody sets another mode, as snapd does for a restart: the kernel hears of it once, and which system is meant. */
    @Test
    @EnabledIfSystemProperty(named = "core-image.boot", matches = "all")
    void theMenuStartsTheModeThatItsEnvironmentAsksFor() throws IOException {
        BootRig rig = BootRig.find();
        Path image = image(rig, "rig22");
        overwrite(image, "# GRUB Environment Block\nsnapd_recovery_mode=", "install", "recover");
        Verdict verdict = rig.boot(image, rig.model("rig22"));
        assertThat(verdict.all())
                .contains(" snapd_recovery_mode=recover snapd_recovery_system=20261120 ")
                .contains("mode=recover\nrecovery_system=20261120\n")
                .contains("snapd_recovery_mode=run\n");
        assertThat(verdict.status()).as(verdict.all()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "core-image.boot", matches = "all")
    void theFirstStartOfAFactoryImageFindsItsFlag() throws IOException {
        BootRig rig = BootRig.find();
        Customization factory = new Customization(false, null, List.of("factory"));
        ImageOptions options =
                new ImageOptions(TIME, SectorSize.BYTES_512, ImageSizes.AS_NEEDED, null, null, factory, null);
        Verdict verdict = rig.boot(image(rig, "rig20", options), rig.model("rig20"));
        assertThat(verdict.all())
                .contains(" snapd_recovery_mode=install snapd_recovery_system=20261120 ")
                .contains("snapd_boot_flags=factory\n");
        assertThat(verdict.status()).as(verdict.all()).isZero();
    }

    /** Writes other words into a small file that begins like that. */
    private static void overwrite(Path image, String start, String there, String instead) throws IOException {
        long place = find(image, (start + there).getBytes(StandardCharsets.US_ASCII)) + start.length();
        try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "rw")) {
            disk.seek(place);
            disk.write(instead.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Changes one byte of a file that the image holds in one piece. */
    private static void change(Path image, byte[] file, int index) throws IOException {
        byte[] start = Arrays.copyOf(file, Math.min(file.length, SECTOR));
        long place = find(image, start);
        try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "rw")) {
            disk.seek(place + index);
            disk.write(file[index] ^ 1);
        }
    }

    private static long find(Path image, byte[] start) throws IOException {
        byte[] sector = new byte[start.length];
        try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "r")) {
            for (long at = 0, end = disk.length() - sector.length; at <= end; at += SECTOR) {
                disk.seek(at);
                disk.readFully(sector);
                if (Arrays.equals(sector, start)) {
                    return at;
                }
            }
        }
        throw new AssertionError("the image does not hold the file");
    }

    private Path image(BootRig rig, String name) throws IOException {
        return image(rig, name, ImageOptions.at(TIME));
    }

    private Path image(BootRig rig, String name, ImageOptions options) throws IOException {
        Model model = Model.of(Assertion.decode(Files.readAllBytes(rig.model(name))));
        try (Cache cache = Cache.open(folder.resolve("cache"), TIME)) {
            Choice choice = new Resolver(
                            new ShopFolder(rig.store(name.substring(3, 5))),
                            cache,
                            OracleTrust.at(TIME),
                            ResolveEvents.SILENT)
                    .resolve(model, Wishes.NONE.withAllowSnapdKernelMismatch(true));
            VolumePlan volume = Assembler.plan(choice, options).volumes().get(0);
            Path image = folder.resolve(name + ".img");
            DiskWriter.write(volume.disk(), image);
            return image;
        }
    }
}
