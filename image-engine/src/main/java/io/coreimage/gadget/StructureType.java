package io.coreimage.gadget;

import io.coreimage.bytes.Guid;
import io.coreimage.yaml.Place;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of partition a structure is, if it is one.
 * @param text as gadget.yaml writes it
 * @param mbr the type byte in an MBR
 * @param gpt the type in a GPT
 */
public record StructureType(
        String text, @Nullable Integer mbr, @Nullable Guid gpt) {

    private static final String BARE = "bare";
    private static final String MBR = "mbr";
    private static final String HEX = "[0-9A-F]{2}";
    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern MBR_TYPE = Pattern.compile(HEX);
    private static final Pattern GPT_TYPE = Pattern.compile(GUID);
    private static final Pattern HYBRID = Pattern.compile(HEX + "," + GUID);

    /** The type of the file system that UC16 and UC18 gadgets leave unsaid. */
    static final StructureType LINUX = parse("83,0FC63DAF-8483-4772-8E79-3D69D8477DE4", new Place("", 1));

    static StructureType parse(String text, Place place) {
        if (text.equals(BARE) || text.equals(MBR)) {
            return new StructureType(text, null, null);
        }
        if (MBR_TYPE.matcher(text).matches()) {
            return new StructureType(text, Integer.parseInt(text, 16), null);
        }
        if (GPT_TYPE.matcher(text).matches()) {
            return new StructureType(text, null, Guid.parse(text));
        }
        if (HYBRID.matcher(text).matches()) {
            return new StructureType(text, Integer.parseInt(text.substring(0, 2), 16), Guid.parse(text.substring(3)));
        }
        throw refuse(text, place);
    }

    private static GadgetRefusedException refuse(String text, Place place) {
        String known = "Write bare, mbr, two upper-case hexadecimal digits, a GUID, or both as XX,GUID.";
        if (text.isEmpty()) {
            return Rule.TYPE_MISSING.refuse(place, "the structure has no type", known);
        }
        Rule rule = text.contains(",") ? Rule.TYPE_HYBRID : Rule.TYPE_FORMAT;
        return rule.refuse(place, "\"" + text + "\" is no type of a structure", known);
    }

    /** Return whether the structure is nothing but bytes at a place. */
    public boolean isBare() {
        return text.equals(BARE) || text.equals(MBR);
    }

    boolean isMbr() {
        return text.equals(MBR);
    }

    boolean isHybrid() {
        return mbr != null && gpt != null;
    }

    @Override
    public String toString() {
        return text.toUpperCase(Locale.ROOT).equals(text) ? text : isBare() ? text : text.toUpperCase(Locale.ROOT);
    }
}
