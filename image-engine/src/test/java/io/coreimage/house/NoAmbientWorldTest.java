package io.coreimage.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Time, randomness, locale, zone, charset, directory order, user and environment come into the engine as values.
 *
 * <p>A member of the JDK that would ask the world for one of them is named in {@link AmbientMembers}; the test finds
 * its callers in the compiled classes.
 */
class NoAmbientWorldTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Rooms.BASE);

    @Test
    void theEngineDoesNotAskTheWorld() {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : ENGINE) {
            for (JavaAccess<?> access : each.getAccessesFromSelf()) {
                if (AmbientMembers.forbid(access.getTarget().getFullName())
                        && !AmbientMembers.allow(
                                each.getName(), access.getTarget().getFullName())) {
                    found.add(access.getDescription());
                }
            }
        }
        assertThat(found)
                .as("ambient time, randomness, locale, environment or directory order")
                .isEmpty();
    }

    @Test
    void theTestSeesAnAmbientCall() {
        JavaClasses sinner = new ClassFileImporter().importClasses(Sinner.class);
        assertThat(sinner.get(Sinner.class).getAccessesFromSelf())
                .anyMatch(access -> AmbientMembers.forbid(access.getTarget().getFullName()));
    }

    private static final class Sinner {

        @SuppressWarnings("unused") // looked at, never called
        static long now() {
            return System.currentTimeMillis();
        }
    }
}
