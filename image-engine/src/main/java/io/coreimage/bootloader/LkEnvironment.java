package io.coreimage.bootloader;

import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/** An environment of Little Kernel, made from the one that the gadget brings. What stands behind it stays. */
final class LkEnvironment {

    private static final String WHAT = "lk environment";
    private static final String DEFAULT_IMAGE = "boot.img";

    private final LkLayout layout;
    private final byte[] array;
    private final ByteBuffer bytes;

    private LkEnvironment(LkLayout layout, byte[] array) {
        this.layout = layout;
        this.array = array;
        this.bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    static LkEnvironment parse(LkLayout layout, byte[] template) {
        if (template.length < layout.size()) {
            throw new MalformedException(WHAT, 0, "it has " + template.length + " bytes, not " + layout.size());
        }
        LkEnvironment environment = new LkEnvironment(layout, template.clone());
        ByteBuffer bytes = environment.bytes;
        if (bytes.getInt(0) != layout.signature()) {
            throw new MalformedException(WHAT, 0, "its signature is not that of such an environment");
        }
        if (bytes.getInt(Integer.BYTES) != layout.version()) {
            throw new MalformedException(WHAT, Integer.BYTES, "its version is not that of such an environment");
        }
        if (bytes.getInt(layout.crc()) != environment.crc()) {
            throw new MalformedException(WHAT, layout.crc(), "its checksum is wrong");
        }
        return environment;
    }

    /** Set the variables that have a field; the others have no meaning here. */
    void set(Map<String, String> variables) {
        variables.forEach((key, value) -> {
            Integer at = layout.fields().get(key);
            if (at != null) {
                LkField.write(bytes, at, value);
            }
        });
    }

    String get(String variable) {
        Integer at = layout.fields().get(variable);
        if (at == null) {
            throw new IllegalArgumentException("variable (" + variable + ")");
        }
        return LkField.read(bytes, at);
    }

    /** Return the name of the boot image in the kernel snap. */
    String imageName() {
        String name = LkField.read(bytes, layout.imageName());
        return name.isEmpty() ? DEFAULT_IMAGE : name;
    }

    /**
     * Note that a boot image is in the first row that is free for it.
     * @param image what to call it: the kernel's file name, or the system's label
     * @param reserved tells what must stay in its row
     */
    void setImage(String image, Predicate<String> reserved) {
        for (int row = 0; row < layout.rowCount(); row++) {
            String value = LkField.read(bytes, layout.value(row));
            boolean free = value.equals(image) || !reserved.test(value);
            if (free && !LkField.read(bytes, layout.label(row)).isEmpty()) {
                LkField.write(bytes, layout.value(row), image);
                return;
            }
        }
        throw new RefusedException(
                "cannot use lk.conf of the gadget: it has no free partition for boot image \"" + image + "\"");
    }

    byte[] toBytes() {
        bytes.putInt(layout.crc(), crc());
        return array.clone();
    }

    private int crc() {
        CRC32 crc = new CRC32();
        crc.update(array, 0, layout.crc());
        return (int) crc.getValue();
    }
}
