package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.disk.Lba;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollisionsTest {

    @Test
    void aLongPartitionCollidesWithEachThatItHolds() {
        List<String> found = new ArrayList<>();
        Collisions.eachPair(
                List.of(partition(1, 100, 1000), partition(2, 200, 10), partition(3, 300, 10), partition(4, 1100, 10)),
                (one, other) -> found.add(one.number() + " and " + other.number()));
        assertThat(found).containsExactly("1 and 2", "1 and 3");
    }

    @Test
    void partitionsThatTouchDoNotCollide() {
        List<String> found = new ArrayList<>();
        Collisions.eachPair(
                List.of(partition(2, 110, 10), partition(1, 100, 10)),
                (one, other) -> found.add(one.number() + " and " + other.number()));
        assertThat(found).isEmpty();
    }

    private static MbrPartition partition(int number, long first, long sectors) {
        return new MbrPartition(number, false, 0x83, new Lba(first), sectors);
    }
}
