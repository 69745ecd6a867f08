package io.coreimage;

import io.coreimage.AssembleResult.BuiltFile;
import io.coreimage.assemble.ImagePlan;
import io.coreimage.assemble.VolumePlan;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.delivery.BuildEnvironment;
import io.coreimage.delivery.BuildRecord;
import io.coreimage.delivery.ImageWriter;
import io.coreimage.delivery.OutputFormat;
import io.coreimage.delivery.Sbom;
import io.coreimage.delivery.Sha256Sums;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenSnap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes every file that comes out of a plan: each volume in each format, the manifests, the sums. */
final class ImageFiles {

    private static final String MANIFEST = "manifest";
    private static final String SBOM = "cdx.json";
    private static final String BUILD_RECORD = "buildinfo";

    private final AssembleRequest request;
    private final AssembleRequest.Output output;
    private final BuildEvents events;
    private final ImageWriter writer;
    private final List<BuiltFile> files = new ArrayList<>();
    private final SortedMap<String, Digest> sums = new TreeMap<>();

    ImageFiles(AssembleRequest request, BuildEvents events) {
        this.request = request;
        this.output = request.output();
        this.events = events;
        this.writer = new ImageWriter(output.threads(), output.formats().contains(OutputFormat.SHA256SUMS));
    }

    /** Write all of them or none: what has been written does not stay where a later one fails. */
    List<BuiltFile> write(ImagePlan plan, Choice choice) throws IOException {
        try {
            writeAll(plan, choice);
            return List.copyOf(files);
        } catch (IOException | RuntimeException ex) {
            for (BuiltFile each : files) {
                if (Files.isRegularFile(each.file())) {
                    Files.deleteIfExists(each.file());
                }
            }
            throw ex;
        }
    }

    private void writeAll(ImagePlan plan, Choice choice) throws IOException {
        for (VolumePlan volume : plan.volumes()) {
            String name = output.nameOf(volume.volume(), plan.volumes().size());
            writeVolume(volume, name);
        }
        writeText(MANIFEST, "seed", "seed.manifest", plan.seedManifest());
        writeText(MANIFEST, "snaps", "snaps.manifest", plan.snapsManifest());
        String name = output.finalName().orElse(plan.model());
        if (output.environment().isPresent()) {
            String version = output.environment().get().toolVersion();
            writeText(
                    SBOM,
                    "",
                    name + "." + SBOM,
                    Sbom.of(choice, request.options().timestamp(), version).toJson());
        }
        if (output.formats().contains(OutputFormat.SHA256SUMS)) {
            writeSums();
        }
        if (output.environment().isPresent()) {
            BuildRecord build = record(output.environment().get(), choice);
            writeText(BUILD_RECORD, "image", name + "." + BUILD_RECORD, build.toText());
        }
    }

    private void writeVolume(VolumePlan volume, String name) throws IOException {
        Map<OutputFormat, Path> forms = new LinkedHashMap<>();
        for (OutputFormat format : output.formats()) {
            if (format != OutputFormat.SHA256SUMS) {
                forms.put(format, output.folder().resolve(name + "." + format.suffix()));
            }
        }
        forms.forEach(
                (format, file) -> files.add(new BuiltFile(format.suffix(), volume.volume(), volume.holdsSeed(), file)));
        writer.write(volume.disk(), forms).forEach((file, digest) -> sums.put(name(file), digest));
        forms.values()
                .forEach(file -> events.note(
                        "Wrote " + file + " (" + Size.ofBytes(volume.disk().size()) + ", of which "
                                + Size.ofBytes(volume.disk().mappedSize()) + " hold something)"));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void writeText(String type, String qualifier, String name, String text) {
        Path file = output.folder().resolve(name);
        DiskWriter.write(DiskPlan.of(ByteSource.of(text.getBytes(StandardCharsets.UTF_8))), file);
        files.add(new BuiltFile(type, qualifier, false, file));
        sums.put(name, Digest.compute(Digest.Algorithm.SHA_256, text));
    }

    private void writeSums() throws IOException {
        Path file = new Sha256Sums(sums).writeInto(output.folder());
        files.add(new BuiltFile(OutputFormat.SHA256SUMS.suffix(), "", false, file));
    }

    /** The snaps' own digests are known; the sums of outputs are where somebody asked for them. */
    private BuildRecord record(BuildEnvironment environment, Choice choice) throws IOException {
        List<BuildRecord.Entry> inputs = new ArrayList<>();
        request.inputs().inputs().forEach(each -> inputs.add(BuildRecord.Entry.of(each.name(), each.digest())));
        for (ChosenSnap snap : choice.snaps()) {
            String name = snap.name() + "_" + snap.revision() + ".snap";
            inputs.add(new BuildRecord.Entry(
                    name, snap.content().size(), snap.file().digest()));
            snap.components()
                    .forEach(each -> inputs.add(BuildRecord.Entry.of(
                            each.info().name() + "_" + each.revision() + ".comp",
                            each.file().digest())));
        }
        List<BuildRecord.Entry> outputs = new ArrayList<>();
        for (BuiltFile each : files) {
            String name = name(each.file());
            outputs.add(new BuildRecord.Entry(name, Files.size(each.file()), sums.get(name)));
        }
        return new BuildRecord(environment, inputs, outputs);
    }
}
