package io.coreimage.maven.support;

import io.coreimage.delivery.OutputFormat;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** Which of the formats that are made become artifacts of the project. */
public final class AttachedFormats {

    private static final List<String> ALL = List.of("all");
    private static final List<String> NONE = List.of("none");

    private AttachedFormats() {}

    /** Return the formats that the user wants attached, in the order in which they are made. */
    public static List<OutputFormat> of(List<String> attach, List<OutputFormat> made) {
        List<String> names = new ArrayList<>();
        for (String each : attach) {
            names.add(each.trim());
        }
        if (names.equals(NONE)) {
            return List.of();
        }
        return names.equals(ALL) ? made : some(names, made);
    }

    private static List<OutputFormat> some(List<String> names, List<OutputFormat> made) {
        for (String name : names) {
            if (made.stream().noneMatch(each -> each.suffix().equals(name))) {
                throw new RefusedException(
                        "cannot attach \"" + name + "\": it is not made",
                        "Name it in <formats> too, or leave it out of <attach>.");
            }
        }
        return made.stream().filter(each -> names.contains(each.suffix())).toList();
    }
}
