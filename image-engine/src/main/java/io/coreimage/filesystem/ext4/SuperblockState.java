package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Whether a file system is sound, and when that was last seen; the superblock's bytes 02C to 053, little-endian.
 *
 * <pre>
 * 02C ┌ mounted ┬ writtenTime ┬ mountCount (2) ┬ maxMountCount (2) ┬ magic (2) ┬ state (2) ┬ onError (2)
 * 03E ├ minorRevision (2) ┬ checked ┬ checkInterval ┬ creator ┬ revision ┬ reservedUid (2) ┬ reservedGid (2)
 * 054
 * </pre>
 *
 * <p>Where no size is written it is 4.
 *
 * @param mounted when it was last mounted
 * @param writtenTime when it was last written
 * @param mountCount how often it was mounted since the last check
 * @param maxMountCount after how many mounts to check it; FFFF never
 * @param magic {@link #MAGIC}
 * @param state {@link #CLEAN}, or what is wrong
 * @param onError what the kernel does at an error; 1 goes on
 * @param minorRevision zero
 * @param checked when it was last checked
 * @param checkInterval after how many seconds to check it; 0 never
 * @param creator the operating system; 0 is Linux
 * @param revision {@link #DYNAMIC}
 * @param reservedUid who may fill the reserved blocks
 * @param reservedGid which group may fill them
 */
record SuperblockState(
        long mounted,
        long writtenTime,
        int mountCount,
        int maxMountCount,
        int magic,
        int state,
        int onError,
        int minorRevision,
        long checked,
        long checkInterval,
        long creator,
        long revision,
        int reservedUid,
        int reservedGid) {

    static final int SIZE = 40;
    static final int MAGIC = 0xEF53;
    static final int CLEAN = 1;
    static final int DYNAMIC = 1;

    static SuperblockState readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new SuperblockState(
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in));
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putInt((int) mounted);
        out.putInt((int) writtenTime);
        out.putShort((short) mountCount);
        out.putShort((short) maxMountCount);
        out.putShort((short) magic);
        out.putShort((short) state);
        out.putShort((short) onError);
        out.putShort((short) minorRevision);
        out.putInt((int) checked);
        out.putInt((int) checkInterval);
        out.putInt((int) creator);
        out.putInt((int) revision);
        out.putShort((short) reservedUid);
        out.putShort((short) reservedGid);
        Unsigned.checkWritten(out, start, SIZE);
    }
}
