package io.coreimage.gadget;

import io.coreimage.yaml.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which arguments of a kernel command line are meant.
 * @param name the argument's name
 * @param value the value it must have, or {@code null} for none
 * @param anyValue whether every value is meant
 */
public record KernelArgumentPattern(String name, @Nullable String value, boolean anyValue) {

    private static final String ANY = "*";
    private static final String GLOB = "*?[]\\{}";

    static KernelArgumentPattern of(KernelArgument argument, Place place) {
        String value = argument.value();
        if (value == null || argument.quoted()) {
            return new KernelArgumentPattern(argument.name(), value, false);
        }
        if (value.equals(ANY)) {
            return new KernelArgumentPattern(argument.name(), null, true);
        }
        if (value.chars().anyMatch(each -> GLOB.indexOf(each) >= 0)) {
            throw Rule.CMDLINE_GLOB.refuse(
                    place,
                    "\"" + argument + "\" is no pattern of a kernel argument",
                    "Write * alone for any value, or put the value in double quotes.");
        }
        return new KernelArgumentPattern(argument.name(), value, false);
    }

    /** Return whether an argument is meant. */
    public boolean matches(KernelArgument argument) {
        return name.equals(argument.name())
                && (anyValue ? argument.value() != null : Objects.equals(value, argument.value()));
    }
}
