package io.coreimage.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Digest.Algorithm;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The environments of all boot loaders, byte by byte; the digests are those of snapd's own files. */
class EnvironmentTest {

    private static final RecoverySystem SYSTEM = RecoverySystems.of("20240115");
    private static final RecoverySystem FACTORY = RecoverySystems.of("20240115", "factory");

    @Test
    void grubStartsUbuntuCore18() {
        byte[] block = new GrubEnvironment(
                        new RunSystem("Ubuntu Core 18 (amd64)", "core18_1668.snap", "pc-kernel_399.snap").variables())
                .toBytes();
        assertThat(new String(block, StandardCharsets.UTF_8)).startsWith("""
                        # GRUB Environment Block
                        snap_mode=
                        snap_try_core=
                        snap_try_kernel=
                        snap_menuentry=Ubuntu Core 18 (amd64)
                        snap_core=core18_1668.snap
                        snap_kernel=pc-kernel_399.snap
                        ####""");
        assertThat(sha256(block)).isEqualTo("12cef9c6bec0e1be64563c252b2b8253f2f42c5adb95c3186f833065d62767bf");
    }

    @Test
    void grubInstallsUbuntuCore20() {
        assertThat(sha256(new GrubEnvironment(SYSTEM.variables()).toBytes()))
                .isEqualTo("a22225ec39c554249d3d1c42c71b8633720da85d0b79da9cae5a32bd1d0f4a0d");
    }

    @Test
    void grubKnowsTheSystem() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("snapd_recovery_kernel", "/snaps/pc-kernel_1606.snap");
        variables.put("snapd_extra_cmdline_args", "");
        variables.put("snapd_full_cmdline_args", "console=ttyS0 console=tty1 panic=-1");
        byte[] block = new GrubEnvironment(variables).toBytes();
        assertThat(sha256(block)).isEqualTo("0e1a52c67270f0da8d3e2006ece251cf0490947a552defcd575bf1ac769cd8c7");
        assertThat(GrubEnvironment.parse(block).variables()).isEqualTo(variables);
    }

    @Test
    void aGrubEnvironmentHas1024Bytes() {
        assertThatThrownBy(() -> new GrubEnvironment(Map.of("a", "x".repeat(998))).toBytes())
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot write GRUB's environment: it needs 1026 bytes, there are 1024");
        assertThat(new GrubEnvironment(Map.of("a", "x".repeat(996))).toBytes())
                .hasSize(1024)
                .endsWith('\n');
        assertThatThrownBy(() -> GrubEnvironment.parse(new byte[1023]))
                .isInstanceOf(MalformedException.class)
                .hasMessage("malformed grub environment at offset 0: it has 1023 bytes, not 1024");
        assertThatThrownBy(() -> GrubEnvironment.parse(new byte[1024]))
                .hasMessage("malformed grub environment at offset 0: it does not start with its signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\\b", "a\0b"})
    void aGrubEnvironmentCannotSayEverything(String value) {
        assertThatThrownBy(() -> new GrubEnvironment(Map.of("key", value)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot write \"key\" into GRUB's environment");
    }

    @Test
    void ubootInstallsWithAFlag() {
        byte[] bytes = UbootEnvironment.empty(4096, 0).with(SYSTEM.variables()).toBytes();
        assertThat(sha256(bytes)).isEqualTo("09b99073f1b6c3cf278d45b61ba5b0e70e07877e48a762e8f01db2d4a53c78c0");
        assertThat(hex(bytes, 0, 0x44))
                .isEqualTo(
                        "940e0612" // crc
                                + "00" // flag
                                + ascii("snapd_recovery_mode=install") + "00"
                                + ascii("snapd_recovery_system=20240115") + "00"
                                + "00" // end
                                + "ffffff"); // fill
        assertThat(UbootEnvironment.parse(bytes))
                .isEqualTo(UbootEnvironment.empty(4096, 0).with(SYSTEM.variables()));
    }

    @Test
    void ubootInstallsAFactoryImage() {
        byte[] bytes = UbootEnvironment.empty(4096, 0).with(FACTORY.variables()).toBytes();
        assertThat(sha256(bytes)).isEqualTo("76d677c2aa7d5edaf55172037247ae843635833b9a02da88f36cae3cd26c1280");
    }

    @Test
    void ubootInstallsWithoutAFlag() {
        byte[] bytes =
                UbootEnvironment.empty(4096, null).with(SYSTEM.variables()).toBytes();
        assertThat(sha256(bytes)).isEqualTo("db35c526f94f74015af5a1d4084451e3f53c206f197e125077512c3f2dd2d439");
        assertThat(UbootEnvironment.parse(bytes).flag()).isNull();
    }

    @Test
    void anEmptyUbootEnvironmentIsTwoNuls() {
        byte[] flagged = UbootEnvironment.empty(4096, 0).toBytes();
        byte[] plain = UbootEnvironment.empty(4096, null).toBytes();
        assertThat(hex(flagged, 0, 8)).isEqualTo("cd7ec2dd000000ff");
        assertThat(hex(plain, 0, 8)).isEqualTo("737c081a0000ffff");
        assertThat(sha256(flagged)).isEqualTo("a813a69938af2ccd077d8c01d7bc63d2b024403e0e3d37975749aea4125b6e4a");
        assertThat(sha256(plain)).isEqualTo("ef64e6847055320e90ad45e7b3c039c96a28d8ace76c68f1737ca79e076f4779");
    }

    @Test
    void ubootStartsUbuntuCore18() {
        byte[] bytes = UbootEnvironment.empty(131_072, 0)
                .with(new RunSystem("my-pi3", "core18_1668.snap", "pi-kernel_57.snap").variables())
                .toBytes();
        assertThat(sha256(bytes)).isEqualTo("834172a6bd1f6c6306957ad2205ca415e552fc5ba7d5e664023782404acee0e9");
    }

    @Test
    void ubootTakesAnEmptyValueOutButLeavesWhatWasEmpty() {
        UbootEnvironment before = UbootEnvironment.empty(64, 0).with(Map.of("keep", "1", "drop", "2"));
        UbootEnvironment odd = UbootEnvironment.parse(withEmptyValue());
        assertThat(before.with(Map.of("drop", "")).variables()).isEqualTo(Map.of("keep", "1"));
        assertThat(odd.with(Map.of("empty", "")).variables()).isEqualTo(Map.of("empty", ""));
    }

    private static byte[] withEmptyValue() {
        ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(5, "empty=\0\0".getBytes(StandardCharsets.UTF_8));
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), 5, 27);
        return bytes.putInt(0, (int) crc.getValue()).array();
    }

    @Test
    void aUbootEnvironmentIsCheckedAndHasItsSize() {
        byte[] bytes = UbootEnvironment.empty(64, 0).toBytes();
        bytes[9] ^= 1;
        assertThatThrownBy(() -> UbootEnvironment.parse(bytes))
                .isInstanceOf(MalformedException.class)
                .hasMessage(
                        "malformed u-boot environment at offset 0: its checksum fits neither with nor without a flag");
        assertThatThrownBy(() -> UbootEnvironment.empty(64, 0)
                        .with(Map.of("a", "x".repeat(56)))
                        .toBytes())
                .hasMessage("cannot write U-Boot's environment: it needs 65 bytes, there are 64");
    }

    @Test
    void thePartitionHoldsTwoCopies() {
        byte[] bytes = RedundantEnvironment.empty().with(SYSTEM.variables()).toBytes();
        assertThat(hex(bytes, 0, 8)).isEqualTo("ee5f6c7b020000ff");
        assertThat(hex(bytes, 0x2000, 7)).isEqualTo("6e5d343303736e");
        assertThat(sha256(bytes)).isEqualTo("9a05e15b9cfd92d5a818ffc8c2fe5e79569adc0ec77803df0cda419cf175e333");
    }

    @Test
    void theNewerCopyCountsAndTheOtherIsWrittenNext() {
        RedundantEnvironment first = RedundantEnvironment.empty().with(Map.of("a", "1"));
        RedundantEnvironment second = first.with(Map.of("b", "2"));
        assertThat(first.active()).isEqualTo(first.second());
        assertThat(second.active()).isEqualTo(second.first());
        assertThat(second.active().variables()).isEqualTo(Map.of("a", "1", "b", "2"));
        byte[] torn = second.toBytes();
        torn[100] ^= 1;
        assertThat(RedundantEnvironment.parse(torn).active().variables()).isEqualTo(Map.of("a", "1"));
        torn[0x2000 + 100] ^= 1;
        assertThatThrownBy(() -> RedundantEnvironment.parse(torn))
                .hasMessage("malformed u-boot environment at offset 0: neither copy has a right checksum");
    }

    @Test
    void theFlagOfTheNewerCopyWraps() {
        RedundantEnvironment wrapped = new RedundantEnvironment(
                UbootEnvironment.empty(8192, 255),
                UbootEnvironment.empty(8192, 0).with(Map.of("new", "1")));
        assertThat(wrapped.active().variables()).containsKey("new");
        assertThat(wrapped.with(Map.of()).first().flag()).isEqualTo(1);
    }

    @Test
    void lkRecovers() {
        LkEnvironment environment =
                LkEnvironment.parse(LkLayout.V2_RECOVERY, LkTemplates.of(LkLayout.V2_RECOVERY, "recov_a", "recov_b"));
        environment.set(FACTORY.variables());
        environment.setImage("20240115", value -> !value.isEmpty());
        byte[] bytes = environment.toBytes();
        assertThat(bytes).hasSize(16_140);
        assertThat(hex(bytes, 0, 8)).isEqualTo("5352736510000100");
        assertThat(hex(bytes, 0x3F08, 4)).isEqualTo("19263a7b");
        assertThat(sha256(bytes)).isEqualTo("65138dd63ee397fa104805eee192b354d1a6df8cb6eb3cfc6b30d62418382ce1");
    }

    @Test
    void lkRuns() {
        LkEnvironment environment = LkEnvironment.parse(LkLayout.V1, LkTemplates.of(LkLayout.V1, "boot_a", "boot_b"));
        environment.setImage("dragonboard-kernel_103.snap", value -> false);
        environment.set(new RunSystem("x", "core18_1668.snap", "dragonboard-kernel_103.snap").variables());
        byte[] bytes = environment.toBytes();
        assertThat(bytes).hasSize(14_860);
        assertThat(hex(bytes, 0, 8)).isEqualTo("5342736501000100");
        assertThat(hex(bytes, 0x3A08, 4)).isEqualTo("3ef148c7");
        assertThat(sha256(bytes)).isEqualTo("5c4e1943cb4bd5677b52fa203bb834e32aa93063dffaf941d126a74d06dd10c0");
    }

    @Test
    void lkKeepsWhatStandsBehindItsEnvironment() {
        byte[] template = Arrays.copyOf(LkTemplates.of(LkLayout.V1, "boot_a"), 20_000);
        template[19_999] = 7;
        byte[] bytes = LkEnvironment.parse(LkLayout.V1, template).toBytes();
        assertThat(bytes).isEqualTo(template);
    }

    @Test
    void lkHasNoRoomForAThirdSystem() {
        LkEnvironment environment =
                LkEnvironment.parse(LkLayout.V2_RECOVERY, LkTemplates.of(LkLayout.V2_RECOVERY, "a"));
        environment.setImage("one", value -> !value.isEmpty());
        environment.setImage("one", value -> !value.isEmpty());
        assertThatThrownBy(() -> environment.setImage("two", value -> !value.isEmpty()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use lk.conf of the gadget: it has no free partition for boot image \"two\"");
    }

    @Test
    void lkCutsWhatIsTooLong() {
        LkEnvironment environment = LkEnvironment.parse(LkLayout.V1, LkTemplates.of(LkLayout.V1, "a"));
        environment.set(Map.of("snap_core", "c".repeat(300)));
        assertThat(environment.get("snap_core")).isEqualTo("c".repeat(255));
        assertThat(environment.get("snap_try_core")).isEmpty();
    }

    @Test
    void anLkEnvironmentIsChecked() {
        byte[] good = LkTemplates.of(LkLayout.V1, "a");
        assertMalformed(
                flip(good, 0),
                "malformed lk environment at offset 0: its signature is not that of such an environment");
        assertMalformed(
                flip(good, 4), "malformed lk environment at offset 4: its version is not that of such an environment");
        assertMalformed(flip(good, 100), "malformed lk environment at offset 14856: its checksum is wrong");
        assertMalformed(Arrays.copyOf(good, 100), "malformed lk environment at offset 0: it has 100 bytes, not 14860");
    }

    private static byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static void assertMalformed(byte[] bytes, String message) {
        assertThatThrownBy(() -> LkEnvironment.parse(LkLayout.V1, bytes))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    private static String sha256(byte[] bytes) {
        return Digest.compute(Algorithm.SHA_256, bytes).hex();
    }

    private static String hex(byte[] bytes, int from, int count) {
        return HexFormat.of().formatHex(bytes, from, from + count);
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
