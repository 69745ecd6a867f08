package io.coreimage.maven.support;

import io.coreimage.evidence.Sighting;
import io.coreimage.maven.config.SnapElement;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.apache.maven.plugin.AbstractMojo;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * All parameters of a goal with their values and the files that they name. They are found by looking at the goal itself, so
 * that no new one can be forgotten.
 * @param goal the goal
 */
public record GoalParameters(AbstractMojo goal) {

    /** Take in all of them. */
    public void addTo(Sighting sighting) {
        for (Class<?> each = goal.getClass(); each != AbstractMojo.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    add(field.getName(), value(field), sighting);
                }
            }
        }
    }

    private @Nullable Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(goal);
        } catch (IllegalAccessException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** What is neither a value nor a file is a part of Maven or of the goal itself. */
    private static void add(String name, @Nullable Object value, Sighting sighting) {
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Enum<?>) {
            sighting.value(name, value.toString());
        } else if (value instanceof File file) {
            add(name, file, sighting);
        } else if (value instanceof Iterable<?> all) {
            for (Object each : all) {
                add(name, each, sighting);
            }
            sighting.value(name, "end");
        } else if (value instanceof SnapElement snap) {
            sighting.value(name, Objects.toString(snap.text(), ""));
            sighting.value("name", Objects.toString(snap.name(), ""));
            sighting.value("file", Objects.toString(snap.file(), ""));
            sighting.value("artifact", Objects.toString(snap.artifact(), ""));
            sighting.value("channel", Objects.toString(snap.channel(), ""));
            sighting.value("floating", String.valueOf(snap.isFloating()));
        } else if (value instanceof PlexusConfiguration element) {
            add(element, sighting);
        }
    }

    private static void add(String name, File file, Sighting sighting) {
        sighting.value(name, file.getPath()).file(file.toPath());
    }

    private static void add(PlexusConfiguration element, Sighting sighting) {
        sighting.value(element.getName(), Objects.toString(element.getValue(""), ""));
        for (PlexusConfiguration each : element.getChildren()) {
            add(each, sighting);
        }
        sighting.value(element.getName(), "end");
    }
}
