package io.coreimage.gadget;

import io.coreimage.yaml.Place;
import java.util.List;

/**
 * What the gadget wants of the kernel's command line.
 * @param allow what may be added later, on the device
 * @param append what is added
 * @param remove what is taken out of what is there anyway
 */
public record KernelCommandLine(
        List<KernelArgumentPattern> allow, List<KernelArgument> append, List<KernelArgumentPattern> remove) {

    public KernelCommandLine {
        allow = List.copyOf(allow);
        append = List.copyOf(append);
        remove = List.copyOf(remove);
    }

    /** Return whether anything is added or taken out. */
    public boolean changes() {
        return !append.isEmpty() || !remove.isEmpty();
    }

    /** Split a command line at blanks that are not in double quotes. */
    public static List<KernelArgument> split(String line) {
        return List.copyOf(KernelArgument.parseAll(line));
    }

    static KernelCommandLine read(Fields fields) {
        return new KernelCommandLine(
                patterns(fields, "allow"), arguments(fields, "append"), patterns(fields, "remove"));
    }

    private static List<KernelArgumentPattern> patterns(Fields fields, String key) {
        return arguments(fields, key).stream()
                .map(each -> KernelArgumentPattern.of(each, fields.placeOf(key)))
                .toList();
    }

    private static List<KernelArgument> arguments(Fields fields, String key) {
        return fields.texts(key).stream()
                .map(each -> single(each, fields.placeOf(key)))
                .toList();
    }

    private static KernelArgument single(String text, Place place) {
        List<KernelArgument> arguments = KernelArgument.parseAll(text);
        if (arguments.size() != 1) {
            throw Rule.CMDLINE_MULTI.refuse(
                    place,
                    "\"" + text + "\" must be exactly one kernel argument",
                    "Give each argument an item of its own, and put a value with blanks in double quotes.");
        }
        return arguments.get(0);
    }
}
