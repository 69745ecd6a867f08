package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;
import io.coreimage.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one structure of a volume and checks what it says by itself.
 * @param schema how the volume is divided
 * @param partial what the volume leaves open
 */
record StructureReader(Schema schema, Set<Partial> partial) {

    private static final Size MBR_ROOM = Size.ofBytes(446);
    private static final List<String> NOT_ON_EMMC =
            List.of("size", "min-size", "filesystem-label", "offset-write", "filesystem", "type", "id", "role");

    Structure read(YamlNode node, int yamlIndex) {
        Fields fields = Fields.of(node, "a structure");
        Structure structure = schema == Schema.EMMC ? emmc(fields, yamlIndex) : partition(fields, yamlIndex);
        if (structure.role() == Role.MBR) {
            checkMbr(structure, fields);
        }
        if (structure.role() == Role.SYSTEM_BOOT_STATE) {
            BootState.check(structure, fields);
        }
        return structure;
    }

    private Structure emmc(Fields fields, int yamlIndex) {
        for (String each : NOT_ON_EMMC) {
            if (fields.has(each)) {
                throw Rule.EMMC_FIELD.refuse(
                        fields.placeOf(each), "\"" + each + "\" has no meaning in a volume with schema emmc");
            }
        }
        return new Structure(
                fields.place(),
                yamlIndex,
                fields.text("name"),
                "",
                Size.ZERO,
                null,
                Size.ZERO,
                Size.ZERO,
                false,
                StructureType.parse("bare", fields.place()),
                Role.NONE,
                "",
                Filesystem.NONE,
                false,
                new ContentReader(true, false).read(fields),
                UpdateReader.read(fields, false));
    }

    private Structure partition(Fields fields, int yamlIndex) {
        StructureType type = type(fields);
        Filesystem filesystem = filesystem(fields);
        boolean openFilesystem = !type.isBare() && partial.contains(Partial.FILESYSTEM);
        boolean files = filesystem != Filesystem.NONE || openFilesystem;
        Size size = size(fields);
        return new Structure(
                fields.place(),
                yamlIndex,
                fields.text("name"),
                fields.text("filesystem-label"),
                fields.size("offset"),
                offsetWrite(fields),
                minSize(fields, size),
                size,
                partial.contains(Partial.SIZE),
                type,
                role(fields, type),
                fields.text("id"),
                filesystem,
                openFilesystem,
                new ContentReader(false, files).read(fields),
                UpdateReader.read(fields, files));
    }

    private Size size(Fields fields) {
        Size size = fields.sizeOrZero("size");
        if (size.equals(Size.ZERO) && !partial.contains(Partial.SIZE)) {
            throw Rule.SIZE_MISSING.refuse(fields.placeOf("size"), "the structure has no size");
        }
        return size;
    }

    private Size minSize(Fields fields, Size size) {
        Size min = fields.sizeOrZero("min-size");
        if (min.equals(Size.ZERO)) {
            return size;
        }
        if (min.compareTo(size) > 0 && !partial.contains(Partial.SIZE)) {
            throw Rule.MIN_GT_SIZE.refuse(
                    fields.placeOf("min-size"), "min-size (" + min + ") is larger than size (" + size + ")");
        }
        return min;
    }

    private static @Nullable OffsetWrite offsetWrite(Fields fields) {
        String text = fields.text("offset-write");
        return text.isEmpty() ? null : OffsetWrite.parse(text, fields.placeOf("offset-write"));
    }

    private StructureType type(Fields fields) {
        Place place = fields.placeOf("type");
        StructureType type = StructureType.parse(fields.text("type"), place);
        if (type.isBare() || type.isHybrid()) {
            return type;
        }
        if (schema == Schema.OPEN) {
            throw Rule.TYPE_PARTIAL_SCHEMA.refuse(
                    place, "\"" + type.text() + "\" must be of the form XX,GUID where the schema is left open");
        }
        if (schema == Schema.GPT && type.gpt() == null) {
            throw Rule.TYPE_HEX_ON_GPT.refuse(
                    place, "\"" + type.text() + "\" is a type of an MBR, but the schema is gpt");
        }
        if (schema == Schema.MBR && type.mbr() == null) {
            throw Rule.TYPE_GUID_ON_MBR.refuse(
                    place, "\"" + type.text() + "\" is a type of a GPT, but the schema is mbr");
        }
        return type;
    }

    private static Role role(Fields fields, StructureType type) {
        String text = fields.text("role");
        Place place = fields.placeOf("role");
        Role role = Words.find(Role.values(), Role::text, text);
        if (role == null) {
            throw Rule.ROLE_BAD.refuse(
                    place, "\"" + text + "\" is no role", "Known are: " + Words.list(Role.values(), Role::text) + ".");
        }
        if (type.isMbr() && role != Role.NONE && role != Role.MBR) {
            throw Rule.ROLE_VS_MBR.refuse(place, "a structure of type mbr cannot have role " + text);
        }
        if (type.isBare() && !type.isMbr() && role != Role.NONE && role != Role.MBR) {
            throw Rule.ROLE_VS_BARE.refuse(place, "a structure of type bare cannot have role " + text);
        }
        return type.isMbr() ? Role.MBR : role;
    }

    private static Filesystem filesystem(Fields fields) {
        String text = fields.text("filesystem");
        if (text.isEmpty()) {
            return Filesystem.NONE;
        }
        Filesystem known = Words.find(Filesystem.values(), Filesystem::text, text.equals("vfat") ? "vfat-32" : text);
        if (known == null) {
            throw Rule.FS_BAD.refuse(
                    fields.placeOf("filesystem"),
                    "\"" + text + "\" is no file system",
                    "Known are: ext4, vfat, vfat-16, vfat-32, none.");
        }
        return known;
    }

    private static void checkMbr(Structure structure, Fields fields) {
        if (structure.size().compareTo(MBR_ROOM) > 0) {
            throw Rule.MBR_SIZE.refuse(
                    fields.placeOf("size"),
                    "an mbr has 446 bytes, not " + structure.size().bytes());
        }
        Size offset = structure.offset();
        if (offset != null && offset.bytes() != 0) {
            throw Rule.MBR_OFFSET.refuse(fields.placeOf("offset"), "an mbr starts at 0, not at " + offset.bytes());
        }
        if (!structure.id().isEmpty()) {
            throw Rule.MBR_ID.refuse(fields.placeOf("id"), "an mbr has no id");
        }
        if (structure.filesystem() != Filesystem.NONE) {
            throw Rule.MBR_FS.refuse(fields.placeOf("filesystem"), "an mbr has no file system");
        }
    }
}
