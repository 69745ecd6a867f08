package io.coreimage.bootloader;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.RefusedException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/** Environments of every boot loader from any bytes: read again as they were written, or refused. */
class EnvironmentFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void environments(byte[] bytes) {
        tryWith(bytes, EnvironmentFuzzTest::grub);
        tryWith(bytes, EnvironmentFuzzTest::uboot);
        tryWith(bytes, EnvironmentFuzzTest::redundant);
        tryWith(bytes, each -> lk(LkLayout.V1, each));
        tryWith(bytes, each -> lk(LkLayout.V2_RECOVERY, each));
    }

    private static void tryWith(byte[] bytes, Consumer<byte[]> reader) {
        try {
            reader.accept(bytes);
        } catch (RefusedException expected) {
            // one of ours
        }
    }

    private static void grub(byte[] bytes) {
        GrubEnvironment environment = GrubEnvironment.parse(bytes);
        if (!GrubEnvironment.parse(environment.toBytes()).equals(environment)) {
            throw new AssertionError("another grub environment");
        }
    }

    private static void uboot(byte[] bytes) {
        UbootEnvironment environment = UbootEnvironment.parse(bytes);
        if (!UbootEnvironment.parse(environment.toBytes()).equals(environment)) {
            throw new AssertionError("another u-boot environment");
        }
        environment.with(Map.of("key", "value")).toBytes();
    }

    private static void redundant(byte[] bytes) {
        RedundantEnvironment environment = RedundantEnvironment.parse(bytes);
        UbootEnvironment active = environment.with(Map.of("key", "value")).active();
        if (!"value".equals(active.variables().get("key"))) {
            throw new AssertionError("the copy that was written does not count");
        }
    }

    private static void lk(LkLayout layout, byte[] bytes) {
        LkEnvironment environment = LkEnvironment.parse(layout, bytes);
        if (!Arrays.equals(environment.toBytes(), bytes)) {
            throw new AssertionError("another lk environment");
        }
        environment.imageName();
        environment.setImage("image", value -> !value.isEmpty());
    }
}
