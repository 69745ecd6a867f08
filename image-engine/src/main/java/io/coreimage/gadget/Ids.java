package io.coreimage.gadget;

import io.coreimage.bytes.Guid;
import io.coreimage.yaml.Place;
import java.util.regex.Pattern;

/** The ids of disks and partitions that a gadget may give; a device compares them with those on its disk. */
final class Ids {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern MBR = Pattern.compile("(0[xX])?[0-9a-fA-F]{1,8}");

    private Ids() {}

    static Guid guid(String id, String said, Place place) {
        if (!GUID.matcher(id).matches()) {
            throw Rule.TABLE.refuse(place, "id \"" + id + "\" of " + said + " is no GUID");
        }
        return Guid.parse(id);
    }

    static long mbr(String id, String said, Place place) {
        if (!MBR.matcher(id).matches()) {
            throw Rule.TABLE.refuse(
                    place, "id \"" + id + "\" of " + said + " is no number of up to 8 hexadecimal digits");
        }
        return Long.parseLong(id.replaceFirst("^0[xX]", ""), 16);
    }
}
