package io.coreimage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiskPlanTest {

    private static final byte[] ABC = {'a', 'b', 'c'};

    @Test
    void sortsItsExtents() {
        DiskPlan plan = DiskPlan.builder(10).put(7, ABC).put(0, ABC).build();
        assertThat(plan.extents()).extracting(Extent::offset).containsExactly(0L, 7L);
        assertThat(plan.mappedSize()).isEqualTo(6);
    }

    @Test
    void refusesOverlapsAndWhatSticksOut() {
        assertThatThrownBy(() -> DiskPlan.builder(10).put(0, ABC).put(2, ABC).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("extent at 2 begins before 3, where the one before it ends");
        assertThatThrownBy(() -> DiskPlan.builder(10).put(8, ABC).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("extents end at 11, behind the plan's 10");
    }

    @Test
    void extentsMayTouch() {
        assertThat(DiskPlan.builder(6).put(3, ABC).put(0, ABC).build().mappedSize())
                .isEqualTo(6);
    }

    @Test
    void isEqualToAnotherOfTheSameBytesAtTheSamePlaces() {
        DiskPlan one = DiskPlan.builder(10).put(0, ABC).put(5, ABC).build();
        assertThat(one).isEqualTo(DiskPlan.builder(10).put(5, ABC).put(0, ABC).build());
        assertThat(one)
                .isNotEqualTo(DiskPlan.builder(10).put(0, ABC).put(6, ABC).build());
        assertThat(one)
                .isNotEqualTo(DiskPlan.builder(11).put(0, ABC).put(5, ABC).build());
        assertThat(one)
                .isNotEqualTo(
                        DiskPlan.builder(10).put(0, ABC).put(5, new byte[3]).build());
    }

    @Test
    void takesAPartitionAtItsPlace() throws IOException {
        DiskPlan partition = DiskPlan.builder(4).put(1, ABC).build();
        DiskPlan disk = DiskPlan.builder(10).put(0, ABC).place(5, partition).build();
        assertThat(disk.asSource().readAll()).containsExactly('a', 'b', 'c', 0, 0, 0, 'a', 'b', 'c', 0);
        assertThatThrownBy(() -> DiskPlan.builder(10).place(7, partition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a plan of 4 bytes at 7 does not fit into 10");
    }

    @Test
    void isOverwrittenInTheMiddleOfAnExtent() throws IOException {
        DiskPlan plan = DiskPlan.builder(8).put(0, ABC).put(5, ABC).build();
        DiskPlan patched = plan.overwrittenAt(2, ByteSource.of(new byte[] {'x', 'y', 'z', 'w'}));
        assertThat(patched.asSource().readAll()).containsExactly('a', 'b', 'x', 'y', 'z', 'w', 'b', 'c');
        DiskPlan inside = plan.overwrittenAt(1, ByteSource.of(new byte[] {'x'}));
        assertThat(inside.asSource().readAll()).containsExactly('a', 'x', 'c', 0, 0, 'a', 'b', 'c');
    }

    @Test
    void knowsTheDigestOfTheWhole() throws IOException {
        DiskPlan plan = DiskPlan.builder(100_000).put(5, ABC).build();
        byte[] whole = new byte[100_000];
        System.arraycopy(ABC, 0, whole, 5, 3);
        assertThat(plan.digest(Digest.Algorithm.SHA_256)).isEqualTo(Digest.compute(Digest.Algorithm.SHA_256, whole));
    }
}
