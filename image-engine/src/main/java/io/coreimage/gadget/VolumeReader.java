package io.coreimage.gadget;

import io.coreimage.yaml.Place;
import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlNode.Nothing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one volume, fills in what it leaves unsaid, brings its structures in the order of the disk and checks them
 * against each other.
 * @param model what the gadget is read for
 */
record VolumeReader(ModelKind model) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]+");

    Volume read(YamlNode.Text name, YamlNode node) {
        Place place = name.place();
        if (node instanceof Nothing) {
            throw Rule.VOL_EMPTY.refuse(place, "volume \"" + name.value() + "\" is empty");
        }
        if (!NAME.matcher(name.value()).matches()) {
            throw Rule.VOL_NAME.refuse(
                    place,
                    "\"" + name.value() + "\" is no name of a volume",
                    "A name has at least two letters, digits and dashes and does not start with a dash.");
        }
        Fields fields = Fields.of(node, "a volume");
        Set<Partial> partial = partial(fields);
        Schema schema = schema(fields, partial);
        List<Structure> structures = structures(fields, new StructureReader(schema, partial));
        Volume volume = new Volume(
                place,
                name.value(),
                schema,
                bootloader(fields),
                fields.text("id"),
                partial,
                StructureOrder.sort(new ImplicitValues(model, schema).fill(structures)));
        VolumeRules.check(volume);
        return volume;
    }

    private static List<Structure> structures(Fields fields, StructureReader reader) {
        List<Structure> structures = new ArrayList<>();
        for (YamlNode each : fields.list("structure")) {
            structures.add(reader.read(each, structures.size()));
        }
        return structures;
    }

    private static Set<Partial> partial(Fields fields) {
        Set<Partial> partial = EnumSet.noneOf(Partial.class);
        for (String each : fields.texts("partial")) {
            Partial known = Words.find(Partial.values(), Partial::text, each);
            if (known == null) {
                throw Rule.PARTIAL_BAD.refuse(
                        fields.placeOf("partial"),
                        "\"" + each + "\" cannot be left open",
                        "Known are: " + Words.list(Partial.values(), Partial::text) + ".");
            }
            if (!partial.add(known)) {
                throw Rule.PARTIAL_DUP.refuse(fields.placeOf("partial"), "\"" + each + "\" is left open twice");
            }
        }
        return partial;
    }

    private static Schema schema(Fields fields, Set<Partial> partial) {
        String text = fields.text("schema");
        Place place = fields.placeOf("schema");
        if (partial.contains(Partial.SCHEMA)) {
            if (!text.isEmpty()) {
                throw Rule.PARTIAL_SCHEMA_SET.refuse(place, "the schema is given and left open at once");
            }
            return Schema.OPEN;
        }
        Schema known = text.isEmpty() ? Schema.GPT : Words.find(Schema.values(), Schema::text, text);
        if (known == null) {
            throw Rule.SCHEMA_BAD.refuse(place, "\"" + text + "\" is no schema", "Known are: gpt, mbr, emmc.");
        }
        return known;
    }

    private @Nullable BootloaderKind bootloader(Fields fields) {
        String text = fields.text("bootloader");
        Place place = fields.placeOf("bootloader");
        if (text.isEmpty()) {
            return null;
        }
        BootloaderKind known = Words.find(BootloaderKind.values(), BootloaderKind::text, text);
        if (known == null) {
            throw Rule.BL_BAD.refuse(
                    place,
                    "\"" + text + "\" is no boot loader",
                    "Known are: " + Words.list(BootloaderKind.values(), BootloaderKind::text) + ".");
        }
        if (known == BootloaderKind.PIBOOT && model != ModelKind.UNKNOWN && !model.hasModes()) {
            throw Rule.BL_PIBOOT_UC20.refuse(place, "piboot starts Ubuntu Core 20 and later, the model is older");
        }
        return known;
    }
}
