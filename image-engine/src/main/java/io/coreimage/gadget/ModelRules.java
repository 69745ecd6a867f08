package io.coreimage.gadget;

import io.coreimage.yaml.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a gadget must be for the model that it is used with: roles, where they are, and their labels. */
final class ModelRules {

    private static final List<Role> ONCE = List.of(
            Role.SYSTEM_SEED,
            Role.SYSTEM_SEED_NULL,
            Role.SYSTEM_BOOT,
            Role.SYSTEM_DATA,
            Role.SYSTEM_SAVE,
            Role.SYSTEM_BOOT_STATE);

    private final Map<Role, Structure> structures = new EnumMap<>(Role.class);
    private final Map<Role, Volume> volumes = new EnumMap<>(Role.class);
    private final Place top;
    private final boolean modes;

    private ModelRules(Gadget gadget, ModelKind model) {
        this.top = gadget.volumes().isEmpty()
                ? new Place("gadget.yaml", 1)
                : gadget.volumes().get(0).place();
        gadget.volumes().forEach(this::collect);
        this.modes = model.hasModes()
                || (model == ModelKind.UNKNOWN && (has(Role.SYSTEM_SEED) || has(Role.SYSTEM_SEED_NULL)));
    }

    static void check(Gadget gadget, ModelKind model) {
        ModelRules rules = new ModelRules(gadget, model);
        if (gadget.volumes().isEmpty()) {
            return;
        }
        gadget.volumes().forEach(rules::checkVolume);
        boolean classicWithModes = model == ModelKind.CLASSIC_WITH_MODES
                || (model == ModelKind.UNKNOWN && rules.has(Role.SYSTEM_SEED_NULL));
        if (classicWithModes) {
            rules.checkClassicWithModes();
        } else {
            rules.checkCore();
        }
    }

    private void collect(Volume volume) {
        for (Structure each : volume.structures()) {
            if (ONCE.contains(each.role())) {
                Structure known = structures.put(each.role(), each);
                volumes.put(each.role(), volume);
                if (known != null) {
                    throw Rule.ROLE_DUP.refuse(
                            each.place(),
                            "role " + each.role().text() + " stands twice: " + known.said() + " and " + each.said());
                }
            }
        }
        Structure seed = structures.get(Role.SYSTEM_SEED);
        Structure seedNull = structures.get(Role.SYSTEM_SEED_NULL);
        if (seed != null && seedNull != null) {
            throw Rule.ROLE_DUP.refuse(seedNull.place(), "roles system-seed and system-seed-null exclude each other");
        }
    }

    private boolean has(Role role) {
        return structures.containsKey(role);
    }

    private void checkVolume(Volume volume) {
        if (volume.schema() == Schema.EMMC) {
            checkEmmc(volume);
        }
        for (Structure each : volume.structures()) {
            for (String label : SystemLabels.reserved(modes)) {
                if (each.role() == Role.NONE && each.hasLabel(label)) {
                    throw Rule.LABEL_RESERVED.refuse(
                            each.place(), each.said() + " has label \"" + label + "\", which only a role gives");
                }
            }
        }
    }

    private static void checkEmmc(Volume volume) {
        if (volume.bootloader() != null
                || !volume.id().isEmpty()
                || !volume.partial().isEmpty()) {
            throw Rule.EMMC_VOLUME.refuse(
                    volume.place(), volume.said() + " has schema emmc and so neither bootloader nor id nor partial");
        }
        for (Structure each : volume.structures()) {
            if (!each.name().equals("boot0") && !each.name().equals("boot1")) {
                throw Rule.EMMC_NAME.refuse(
                        each.place(), "\"" + each.name() + "\" is no boot area of an eMMC; there are boot0 and boot1");
            }
        }
    }

    private void checkCore() {
        checkSeedAndData();
        checkSave();
        if (modes) {
            for (Role each : List.of(Role.SYSTEM_BOOT, Role.SYSTEM_DATA, Role.SYSTEM_SAVE)) {
                checkVolumeOf(each, Role.SYSTEM_SEED);
            }
        }
    }

    private void checkSeedAndData() {
        boolean seed = has(Role.SYSTEM_SEED);
        boolean data = has(Role.SYSTEM_DATA);
        if (modes && !seed) {
            throw Rule.ROLE_SEED_MISSING.refuse(
                    top,
                    "no structure has role system-seed, which Ubuntu Core 20 and later need",
                    "Is this a gadget for an older Ubuntu Core?");
        }
        if (seed && !data) {
            throw Rule.ROLE_DATA_MISSING.refuse(
                    placeOf(Role.SYSTEM_SEED), "there is a system-seed, but no structure has role system-data");
        }
        if (seed && !modes) {
            throw Rule.ROLE_SEED_UNSUPPORTED.refuse(
                    placeOf(Role.SYSTEM_SEED),
                    "role system-seed is for Ubuntu Core 20 and later, the model is older",
                    "Use the gadget that belongs to the model's base.");
        }
        if (data) {
            checkLabel(Role.SYSTEM_DATA, seed ? SystemLabels.DATA : SystemLabels.WRITABLE);
        }
        if (seed) {
            checkLabel(Role.SYSTEM_SEED, SystemLabels.SEED);
        }
    }

    private void checkSave() {
        if (!has(Role.SYSTEM_SAVE)) {
            return;
        }
        if (!modes) {
            throw Rule.ROLE_SAVE_UNSUPPORTED.refuse(
                    placeOf(Role.SYSTEM_SAVE), "role system-save is for Ubuntu Core 20 and later, the model is older");
        }
        checkLabel(Role.SYSTEM_SAVE, SystemLabels.SAVE);
    }

    private void checkClassicWithModes() {
        for (Role each : List.of(Role.SYSTEM_BOOT, Role.SYSTEM_DATA)) {
            if (!has(each)) {
                throw Rule.ROLE_CLASSIC.refuse(
                        top, "no structure has role " + each.text() + ", which a classic system with modes needs");
            }
        }
        for (Role each : List.of(
                Role.SYSTEM_BOOT, Role.SYSTEM_DATA, Role.SYSTEM_SEED, Role.SYSTEM_SEED_NULL, Role.SYSTEM_SAVE)) {
            checkLabel(each, SystemLabels.of(each));
        }
        for (Role each : List.of(Role.SYSTEM_SEED, Role.SYSTEM_SEED_NULL, Role.SYSTEM_SAVE)) {
            checkVolumeOf(each, Role.SYSTEM_BOOT);
        }
    }

    private void checkLabel(Role role, String label) {
        Structure structure = structures.get(role);
        if (structure != null && !structure.label().isEmpty() && !structure.hasLabel(label)) {
            throw Rule.ROLE_LABEL.refuse(
                    structure.place(),
                    structure.said() + " has role " + role.text() + " and so label \"" + label + "\", not \""
                            + structure.label() + "\"");
        }
    }

    private void checkVolumeOf(Role role, Role with) {
        @Nullable Volume mine = volumes.get(role);
        @Nullable Volume other = volumes.get(with);
        if (mine != null && other != null && !mine.name().equals(other.name())) {
            throw Rule.ROLE_VOLUME.refuse(
                    placeOf(role),
                    "role " + role.text() + " must be on the volume of " + with.text() + ", \"" + other.name()
                            + "\", not on \"" + mine.name() + "\"");
        }
    }

    private Place placeOf(Role role) {
        Structure structure = structures.get(role);
        return structure == null ? top : structure.place();
    }
}
