package io.coreimage.gadget;

import io.coreimage.yaml.Place;
import io.coreimage.yaml.YamlNode;

/**
 * An interface that is connected on its own at first boot.
 * @param plug whose plug, and which
 * @param slot whose slot, and which
 */
public record Connection(End plug, End slot) {

    /**
     * One end of a connection.
     * @param snap a snap id, or {@code system}
     * @param name the plug's or slot's name
     */
    public record End(String snap, String name) {

        static End parse(String text, Place place) {
            String[] parts = text.split(":", -1);
            if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw Rule.CONN_FORMAT.refuse(
                        place, "\"" + text + "\" must be a snap id (or system), a colon and a name");
            }
            return new End(parts[0], parts[1]);
        }
    }

    static Connection read(YamlNode node) {
        Fields fields = Fields.of(node, "a connection");
        String plug = fields.text("plug");
        String slot = fields.text("slot");
        if (plug.isEmpty()) {
            throw Rule.CONN_EMPTY.refuse(fields.place(), "the connection has no plug");
        }
        End from = End.parse(plug, fields.placeOf("plug"));
        return new Connection(
                from, slot.isEmpty() ? new End("system", from.name()) : End.parse(slot, fields.placeOf("slot")));
    }
}
