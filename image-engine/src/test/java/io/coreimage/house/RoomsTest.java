package io.coreimage.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who knows whom: the code's own dependencies against the plan of the house. */
class RoomsTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Rooms.BASE);

    private final Rooms plan = Rooms.read();

    @Test
    void everyEdgeOfThePlanGoesDownOrToANeighbourWithoutACircle() {
        plan.rooms()
                .values()
                .forEach(room -> room.uses().stream()
                        .filter(used -> !used.equals("*"))
                        .forEach(used -> {
                            assertThat(plan.rooms())
                                    .as("a room that %s uses", room.name())
                                    .containsKey(used);
                            assertThat(plan.rooms().get(used).floor())
                                    .as("floor of %s, which %s uses", used, room.name())
                                    .isLessThanOrEqualTo(room.floor());
                            assertThat(reachableFrom(used))
                                    .as("rooms that %s reaches", used)
                                    .doesNotContain(room.name());
                        }));
    }

    @Test
    void everyPackageIsARoomOfThePlan() {
        assertThat(ENGINE).isNotEmpty();
        for (JavaClass each : ENGINE) {
            assertThat(plan.rooms()).as(each.getName()).containsKey(plan.roomOf(each.getPackageName()));
        }
    }

    @Test
    void theCodeHasNoEdgeThatThePlanDoesNotName() {
        Map<String, String> strangers = new TreeMap<>();
        for (JavaClass each : ENGINE) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                note(strangers, each, dependency);
            }
        }
        assertThat(strangers).as("edges that rooms.txt does not name").isEmpty();
    }

    private void note(Map<String, String> strangers, JavaClass from, Dependency dependency) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (!target.equals(Rooms.BASE) && !target.startsWith(Rooms.BASE + ".")) {
            return;
        }
        String here = plan.roomOf(from.getPackageName());
        String there = plan.roomOf(target);
        if (!here.equals(there) && !plan.rooms().get(here).mayUse(there)) {
            strangers.put(here + " -> " + there, dependency.getDescription());
        }
    }

    private Set<String> reachableFrom(String start) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            String room = open.pop();
            if (seen.add(room)) {
                open.addAll(plan.rooms().get(room).uses());
            }
        }
        return seen;
    }

    @Test
    void nothingButTheJdkAndTheLibrariesOfTheRoomIsUsed() {
        Map<String, String> strangers = new TreeMap<>();
        for (JavaClass each : ENGINE) {
            String room = plan.roomOf(each.getPackageName());
            each.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(target -> Libraries.isForeign(target) && !Libraries.mayUse(room, target))
                    .forEach(target -> strangers.put(room + " -> " + target, each.getName()));
        }
        assertThat(strangers).as("libraries in a room where they do not belong").isEmpty();
    }
}
