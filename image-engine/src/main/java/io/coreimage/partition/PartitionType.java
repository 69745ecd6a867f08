package io.coreimage.partition;

import io.coreimage.bytes.Guid;
import io.coreimage.problem.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a partition is for, as gadget.yaml says it: two hexadecimal digits for an MBR, a GUID for a GPT, or a hybrid of
 * both, {@code EF,C12A7328-F81F-11D2-BA4B-00A0C93EC93B}, of which the table takes the part that it can store.
 * @param mbr the type in an MBR
 * @param gpt the type in a GPT
 */
public record PartitionType(OptionalInt mbr, Optional<Guid> gpt) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<mbr>[0-9A-F]{2})?(?<both>,)?(?<gpt>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})?");

    public PartitionType {
        if (mbr.isEmpty() && gpt.isEmpty()) {
            throw new IllegalArgumentException("a partition type has at least one of two forms");
        }
    }

    /** Read a type as gadget.yaml writes it. */
    public static PartitionType parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || !isWhole(matcher)) {
            throw new RefusedException(
                    "cannot read partition type \"" + text + "\": not a type of MBR or GPT",
                    "Write two upper-case hexadecimal digits (0C), a GUID, or both with a comma between them.");
        }
        String mbr = matcher.group("mbr");
        String gpt = matcher.group("gpt");
        return new PartitionType(
                mbr == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(mbr, 16)),
                Optional.ofNullable(gpt).map(Guid::parse));
    }

    private static boolean isWhole(Matcher matcher) {
        boolean two = matcher.group("mbr") != null && matcher.group("gpt") != null;
        boolean some = matcher.group("mbr") != null || matcher.group("gpt") != null;
        return some && two == (matcher.group("both") != null);
    }

    public static PartitionType ofMbr(int type) {
        return new PartitionType(OptionalInt.of(type), Optional.empty());
    }

    public static PartitionType ofGpt(Guid type) {
        return new PartitionType(OptionalInt.empty(), Optional.of(type));
    }

    /** Return the part that a GPT stores. */
    public PartitionType forGpt() {
        return ofGpt(gpt.orElseThrow(() -> new RefusedException(
                "cannot use partition type \"" + this + "\" in a GPT: it has no GUID",
                "Write a GUID, or the two digits, a comma and a GUID.")));
    }

    /** Return the part that an MBR stores. */
    public PartitionType forMbr() {
        return ofMbr(mbr.orElseThrow(() -> new RefusedException(
                "cannot use partition type \"" + this + "\" in an MBR: it has no two-digit type",
                "Write two upper-case hexadecimal digits, or those, a comma and a GUID.")));
    }

    @Override
    public String toString() {
        String first = mbr.isPresent() ? String.format(Locale.ROOT, "%02X", mbr.getAsInt()) : "";
        String second = gpt.map(Guid::toString).orElse("");
        return first.isEmpty() || second.isEmpty() ? first + second : first + "," + second;
    }
}
