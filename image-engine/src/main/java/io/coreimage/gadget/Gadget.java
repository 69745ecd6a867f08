package io.coreimage.gadget;

import io.coreimage.assertion.Model;
import io.coreimage.assertion.StorageSafety;
import io.coreimage.bytes.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What gadget.yaml says, checked against the kind of model it is used with.
 * @param volumes the disks, in the order of the file
 * @param defaults the configuration that snaps get
 * @param connections what is connected on its own
 * @param kernelCommandLine what it wants of the kernel's command line
 * @param assignments the variants of the device
 */
public record Gadget(
        List<Volume> volumes,
        Defaults defaults,
        List<Connection> connections,
        KernelCommandLine kernelCommandLine,
        List<VolumeAssignment> assignments) {

    /** Where it is in a gadget snap. */
    public static final String PATH = "meta/gadget.yaml";

    public Gadget {
        volumes = List.copyOf(volumes);
        connections = List.copyOf(connections);
        assignments = List.copyOf(assignments);
    }

    /** Read a gadget.yaml and check it. */
    public static Gadget parse(String text, ModelKind model) {
        Gadget gadget = new GadgetReader(model).read(Fields.read("gadget.yaml", text));
        ModelRules.check(gadget, model);
        return gadget;
    }

    /** Read and check the gadget.yaml of a gadget snap. */
    public static Gadget read(FileTree snap, ModelKind model) throws IOException {
        return parse(SnapFiles.of(snap, "the gadget snap").text(PATH), model);
    }

    /** Read and check the gadget.yaml of the gadget snap that a model names. */
    public static Gadget read(FileTree snap, Model model) throws IOException {
        Gadget gadget = read(snap, ModelKind.of(model));
        if (model.storageSafety() == StorageSafety.ENCRYPTED) {
            gadget.checkEncryption();
        }
        return gadget;
    }

    /** A device that must encrypt its data cannot be installed without a place for what must outlive them. */
    void checkEncryption() {
        Structure data = find(Role.SYSTEM_DATA);
        if (data != null && find(Role.SYSTEM_SAVE) == null) {
            throw Rule.ROLE_SAVE_MISSING.refuse(
                    data.place(),
                    "the model wants encrypted data, but no structure has role system-save",
                    "Add one, or relax the model's storage-safety.");
        }
    }

    /** Return what is allowed but worth a word. */
    public List<String> warnings() {
        return TableWarnings.of(volumes);
    }

    /** Return the volume that the system starts from, if there are volumes. */
    public Optional<Volume> bootVolume() {
        return volumes.stream().filter(each -> each.bootloader() != null).findFirst();
    }

    /** Return the structure with a role on whichever volume, or {@code null}. */
    public @Nullable Structure find(Role role) {
        return volumes.stream()
                .map(each -> each.find(role))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Return whether it has a seed partition: UC20 and later. */
    public boolean isSeeded() {
        return find(Role.SYSTEM_SEED) != null;
    }
}
