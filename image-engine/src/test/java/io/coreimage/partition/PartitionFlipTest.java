package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every byte of a table is either looked at by the check, or stands here with the reason why it is free. */
class PartitionFlipTest {

    private static final Guid DATA = Guid.parse("0FC63DAF-8483-4772-8E79-3D69D8477DE4");

    /** Bytes of a protective record that mean nothing. */
    private static final List<ByteRange> FREE_IN_PROTECTIVE_MBR = List.of(
            new ByteRange(0, 440), // boot code: the boot loader's
            new ByteRange(440, 6), // disk id and copy mark: unused on a GPT disk, tools leave what they find
            new ByteRange(447, 3), // first CHS: read by nobody, tools write several values
            new ByteRange(451, 3)); // last CHS: the same

    /** Bytes of an MBR that nothing else on the disk repeats. */
    private static final List<ByteRange> FREE_IN_MBR = List.of(
            new ByteRange(0, 440), // boot code: the boot loader's
            new ByteRange(440, 4), // disk id: any number is one
            new ByteRange(447, 3), // first CHS
            new ByteRange(450, 1), // type: any number but 0, 05, 0F, 85 and EE is one
            new ByteRange(451, 3), // last CHS
            new ByteRange(454, 8)); // first sector and count: any that stay on the disk and do not touch another

    @ParameterizedTest
    @EnumSource(SectorSize.class)
    void everyByteOfAGptIsLookedAt(SectorSize sector) throws IOException {
        Size size = sector.size().times(200);
        Guid id = Guid.parse("00000000-0000-0000-0000-000000000001");
        GptPartition only = new GptPartition(1, DATA, id, new Lba(34), new Lba(99), 0, "only");
        GptTable table = GptTable.of(sector, size, Guid.parse("01234567-89ab-cdef-0123-456789abcdef"), List.of(only));
        byte[] disk = table.plan().asSource().readAll();
        assertThat(GptTable.check(ByteSource.of(disk), sector)).isEmpty();

        List<Long> unseen = new ArrayList<>();
        Stream<Integer> places = Stream.concat(
                Stream.iterate(0, each -> each < sector.bytes() + 4096, each -> each + 1),
                Stream.iterate(disk.length - sector.bytes() - 4096, each -> each < disk.length, each -> each + 1));
        for (int place : places.toList()) {
            for (int flip : new int[] {0x01, 0x80, 0xFF}) {
                disk[place] ^= (byte) flip;
                if (GptTable.check(ByteSource.of(disk), sector).isEmpty()) {
                    unseen.add((long) place);
                }
                disk[place] ^= (byte) flip;
            }
        }
        assertThat(unseen)
                .allMatch(place -> isFree(place, FREE_IN_PROTECTIVE_MBR)
                        // The rest of a large first sector belongs to nobody.
                        || (place >= MasterBootRecord.SIZE && place < sector.bytes()));
    }

    @Test
    void everyByteOfAnMbrIsLookedAt() throws IOException {
        MbrPartition only = new MbrPartition(1, false, 0x0C, new Lba(64), 64);
        DiskPlan plan = new MbrTable(SectorSize.BYTES_512, Size.ofMiB(1), 0x12345678, List.of(only)).plan();
        byte[] disk = plan.asSource().readAll();
        List<Long> unseen = new ArrayList<>();
        for (int place = 0; place < MasterBootRecord.SIZE; place++) {
            for (int flip : new int[] {0x01, 0x40, 0xFF}) {
                disk[place] ^= (byte) flip;
                if (MbrTable.check(ByteSource.of(disk), SectorSize.BYTES_512).isEmpty()) {
                    unseen.add((long) place);
                }
                disk[place] ^= (byte) flip;
            }
        }
        assertThat(unseen).allMatch(place -> isFree(place, FREE_IN_MBR));
    }

    private static boolean isFree(long place, List<ByteRange> free) {
        return free.stream().anyMatch(each -> place >= each.from() && place < each.end());
    }
}
