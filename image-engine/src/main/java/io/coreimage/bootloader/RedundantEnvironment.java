package io.coreimage.bootloader;

import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * U-Boot's environment in two copies, one behind the other, of which the newer one counts; a power cut while one is
 * written leaves the other.
 * @param first the copy at the start
 * @param second the copy behind it
 */
record RedundantEnvironment(UbootEnvironment first, UbootEnvironment second) {

    /** The size of one copy. */
    static final int COPY_SIZE = 8192;

    private static final int FIRST_FLAG = 2;

    /** Return two copies without variables, the first of which counts. */
    static RedundantEnvironment empty() {
        return new RedundantEnvironment(
                UbootEnvironment.empty(COPY_SIZE, FIRST_FLAG), UbootEnvironment.empty(COPY_SIZE, FIRST_FLAG - 1));
    }

    static RedundantEnvironment parse(byte[] bytes) {
        if (bytes.length < 2 * COPY_SIZE) {
            throw new MalformedException("u-boot environment", 0, "there is no room for two copies");
        }
        UbootEnvironment first = copy(bytes, 0);
        UbootEnvironment second = copy(bytes, COPY_SIZE);
        if (first == null && second == null) {
            throw new MalformedException("u-boot environment", 0, "neither copy has a right checksum");
        }
        UbootEnvironment none = UbootEnvironment.empty(COPY_SIZE, 0);
        return new RedundantEnvironment(
                first == null ? none.withFlag(flag(second) - 1 & 0xFF) : first,
                second == null ? none.withFlag(flag(first) - 1 & 0xFF) : second);
    }

    private static @Nullable UbootEnvironment copy(byte[] bytes, int from) {
        try {
            UbootEnvironment copy = UbootEnvironment.parse(Arrays.copyOfRange(bytes, from, from + COPY_SIZE));
            return copy.flag() == null ? null : copy;
        } catch (MalformedException ex) {
            return null;
        }
    }

    private static int flag(@Nullable UbootEnvironment copy) {
        Integer flag = copy == null ? null : copy.flag();
        return flag == null ? 0 : flag;
    }

    private boolean isFirstActive() {
        return (byte) (flag(first) - flag(second)) >= 0;
    }

    /** Return the copy that counts. */
    UbootEnvironment active() {
        return isFirstActive() ? first : second;
    }

    /** Return this with other values in the copy that did not count, which now does. */
    RedundantEnvironment with(Map<String, String> values) {
        UbootEnvironment next = active().with(values).withFlag(flag(active()) + 1 & 0xFF);
        return isFirstActive() ? new RedundantEnvironment(first, next) : new RedundantEnvironment(next, second);
    }

    byte[] toBytes() {
        byte[] both = Arrays.copyOf(first.toBytes(), 2 * COPY_SIZE);
        System.arraycopy(second.toBytes(), 0, both, COPY_SIZE, COPY_SIZE);
        return both;
    }

    /** Refuse a sample that a gadget brings for another size of copies. */
    static void checkSample(byte[] sample) {
        try {
            parse(sample);
        } catch (MalformedException ex) {
            throw new RefusedException(
                    "cannot use ubootpart.sel of the gadget: it does not hold two copies of " + COPY_SIZE + " bytes",
                    null,
                    ex);
        }
    }
}
