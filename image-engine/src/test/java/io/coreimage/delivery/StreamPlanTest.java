package io.coreimage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.disk.DiskPlan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamPlanTest {

    private static final int MIB = 1 << 20;

    @Test
    void littleBesideSnapsIsSqueezedLightlyInPiecesForAllCores() {
        StreamPlan plan = StreamPlan.of(disk(3 * MIB, 64 * MIB));

        assertThat(plan.effort()).isEqualTo(Effort.LIGHT);
        assertThat(plain(plan)).containsExactly(786_432L, 589_824L, 524_288L, 524_288L, 524_288L, 196_608L);
        assertThat(plan.longestPlain()).isEqualTo(786_432);
    }

    @Test
    void whatIsASixteenthOfTheSnapsIsWorthTheWork() {
        assertThat(StreamPlan.of(disk(4 * MIB, 64 * MIB)).effort()).isEqualTo(Effort.FULL);
        assertThat(StreamPlan.of(disk(4 * MIB, 0)).effort()).isEqualTo(Effort.FULL);
    }

    @Test
    void piecesAreLongFirstAndShortLast() {
        assertThat(plain(StreamPlan.of(disk(30 * MIB, 0))))
                .containsExactly(7_864_320L, 5_898_240L, 4_423_680L, 4L * MIB, 4L * MIB, 4L * MIB, 688_128L);
        assertThat(plain(StreamPlan.of(disk(1000 * MIB, 0))))
                .startsWith(24L * MIB, 24L * MIB)
                .allMatch(each -> each <= Stretch.Kind.PLAIN.limit());
    }

    @Test
    void zerosThatThePlanKnowsAreNoWork() {
        DiskPlan disk = DiskPlan.builder(9 * MIB)
                .put(0, source(MIB))
                .put(MIB, ByteSource.zeros(8 * MIB))
                .build();

        assertThat(StreamPlan.of(disk).stretches())
                .containsExactly(
                        new Stretch(Stretch.Kind.PLAIN, 0, MIB), new Stretch(Stretch.Kind.ZEROS, MIB, 8L * MIB));
    }

    @Test
    void stretchesFollowEachOtherWithoutGaps() {
        DiskPlan disk = DiskPlan.builder(50 * MIB + 512)
                .put(3, source(5))
                .put(2 * MIB, source(20 * MIB + 1))
                .put(23 * MIB, ByteSource.packed(source(11 * MIB + 7)))
                .build();

        long end = 0;
        for (Stretch each : StreamPlan.of(disk).stretches()) {
            assertThat(each.offset()).isEqualTo(end);
            assertThat(each.length()).isBetween(1L, each.kind().limit());
            end += each.length();
        }
        assertThat(end).isEqualTo(disk.size());
    }

    private static DiskPlan disk(int plain, int packed) {
        return DiskPlan.builder((long) plain + packed)
                .put(0, source(plain))
                .put(plain, ByteSource.packed(source(packed)))
                .build();
    }

    /** Bytes that nobody reads here. */
    private static ByteSource source(int size) {
        Digest digest = Digest.compute(Digest.Algorithm.SHA_256, "" + size);
        return ByteSource.computed(ContentId.ofWhole(digest, size), () -> {
            throw new IOException("a plan reads nothing");
        });
    }

    private static List<Long> plain(StreamPlan plan) {
        return plan.stretches().stream()
                .filter(each -> each.kind() == Stretch.Kind.PLAIN)
                .map(Stretch::length)
                .toList();
    }
}
