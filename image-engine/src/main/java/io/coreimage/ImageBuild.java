package io.coreimage;

import io.coreimage.AssembleResult.BuiltFile;
import io.coreimage.AssembleResult.Kind;
import io.coreimage.assemble.Assembler;
import io.coreimage.assemble.BuildStamp;
import io.coreimage.assemble.ImagePlan;
import io.coreimage.assemble.VolumePlan;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.problem.FaultException;
import io.coreimage.resolve.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds images: looks whether there is something to do, plans, writes, and leaves a stamp for the next time. */
final class ImageBuild {

    private static final String STAMP = ".core-image.stamp";

    private final AssembleRequest request;
    private final BuildEvents events;
    private final Path folder;

    ImageBuild(AssembleRequest request, BuildEvents events) {
        this.request = request;
        this.events = events;
        this.folder = request.output().folder();
    }

    AssembleResult run() throws IOException {
        Optional<AssembleResult> earlier = earlier();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Choice choice = request.choice().choose();
        choice.warnings().forEach(events::warn);
        ImagePlan plan = Assembler.plan(choice, request.options());
        plan.warnings().forEach(events::warn);
        if (request.dryRun()) {
            return new AssembleResult(List.of(), plan.structures(), true);
        }
        return new AssembleResult(write(plan), plan.structures(), true);
    }

    private Optional<AssembleResult> earlier() throws IOException {
        Optional<BuildStamp> stamp = BuildStamp.read(folder.resolve(STAMP));
        return !request.dryRun() && stamp.isPresent() && stamp.get().holds(request.inputs(), folder)
                ? Optional.of(new AssembleResult(filesOf(stamp.get()), List.of(), false))
                : Optional.empty();
    }

    private List<BuiltFile> filesOf(BuildStamp stamp) {
        return stamp.outputs().entrySet().stream()
                .map(each -> new BuiltFile(
                        Kind.valueOf(each.getValue().kind()),
                        each.getValue().qualifier(),
                        folder.resolve(each.getKey())))
                .toList();
    }

    private List<BuiltFile> write(ImagePlan plan) throws IOException {
        createFolder();
        Files.deleteIfExists(folder.resolve(STAMP));
        List<BuiltFile> files = new ArrayList<>();
        for (VolumePlan volume : plan.volumes()) {
            String name =
                    request.output().nameOf(volume.volume(), plan.volumes().size()) + ".img";
            Path image = folder.resolve(name);
            DiskWriter.write(volume.disk(), image);
            events.note("Wrote " + image + " (" + Size.ofBytes(volume.disk().size()) + ", of which "
                    + Size.ofBytes(volume.disk().mappedSize()) + " hold something)");
            files.add(new BuiltFile(Kind.IMAGE, volume.volume(), image));
        }
        files.add(manifest("seed", plan.seedManifest()));
        files.add(manifest("snaps", plan.snapsManifest()));
        stamp(files).write(folder.resolve(STAMP));
        return files;
    }

    private BuiltFile manifest(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".manifest");
        DiskWriter.write(DiskPlan.of(ByteSource.of(text.getBytes(StandardCharsets.UTF_8))), file);
        return new BuiltFile(Kind.MANIFEST, name, file);
    }

    private BuildStamp stamp(List<BuiltFile> files) throws IOException {
        BuildStamp stamp = BuildStamp.of(request.inputs());
        for (BuiltFile each : files) {
            stamp = stamp.with(each.file(), each.kind().name(), each.qualifier());
        }
        return stamp;
    }

    private void createFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot write to folder \"" + folder + "\": it cannot be created",
                    "Name a folder that you may write to with core-image.outputDirectory.",
                    ex);
        }
    }
}
