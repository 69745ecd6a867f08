package io.coreimage.assemble;

import io.coreimage.bootloader.Customization;
import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.SectorSize;
import io.coreimage.seed.Preseeding;
import io.coreimage.seed.SystemLabel;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an image is to be, besides what is in it.
 * @param timestamp the build's timestamp, which every time in the image comes from
 * @param sector the sector size of the disk
 * @param sizes how large the images are to be
 * @param label the name of the recovery system, or {@code null} for the timestamp's day
 * @param diskInfo the content of {@code .disk/info}, or {@code null}
 * @param customization what the first start is to find
 * @param preseeding the first start of UC20 and later, done in advance; or {@code null}
 */
public record ImageOptions(
        Instant timestamp,
        SectorSize sector,
        ImageSizes sizes,
        @Nullable SystemLabel label,
        @Nullable ByteSource diskInfo,
        Customization customization,
        @Nullable Preseeding preseeding) {

    /** Return the options of somebody who asks for nothing. */
    public static ImageOptions at(Instant timestamp) {
        return new ImageOptions(
                timestamp, SectorSize.BYTES_512, ImageSizes.AS_NEEDED, null, null, Customization.NONE, null);
    }

    SystemLabel labelOrDay() {
        return Objects.requireNonNullElseGet(label, () -> SystemLabel.ofDay(timestamp));
    }
}
