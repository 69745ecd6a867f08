package io.coreimage;

import io.coreimage.AssembleResult.BuiltFile;
import io.coreimage.assemble.Assembler;
import io.coreimage.assemble.BuildStamp;
import io.coreimage.assemble.ImagePlan;
import io.coreimage.problem.FaultException;
import io.coreimage.resolve.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds images: looks whether there is something to do, plans, writes, and leaves a stamp for the next time. */
final class ImageBuild {

    static final String STAMP = ".core-image.stamp";

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
        if (!request.dryRun()) {
            prepareFolder();
        }
        Choice choice = request.choice().choose();
        choice.warnings().forEach(events::warn);
        ImagePlan plan = Assembler.plan(choice, request.options());
        plan.warnings().forEach(events::warn);
        if (request.dryRun()) {
            return new AssembleResult(List.of(), plan.structures(), true);
        }
        return new AssembleResult(write(plan, choice), plan.structures(), true);
    }

    private Optional<AssembleResult> earlier() throws IOException {
        Optional<BuildStamp> stamp = BuildStamp.read(folder.resolve(STAMP));
        return !request.dryRun()
                        && stamp.isPresent()
                        && stamp.get().holds(request.inputs().finish(), folder)
                ? Optional.of(new AssembleResult(filesOf(stamp.get(), folder), List.of(), false))
                : Optional.empty();
    }

    /** Return the files of a stamp. Written without a stream, which a build that has nothing to do would have to load. */
    static List<BuiltFile> filesOf(BuildStamp stamp, Path folder) {
        List<BuiltFile> files = new ArrayList<>();
        for (Map.Entry<String, BuildStamp.Output> each : stamp.outputs().entrySet()) {
            BuildStamp.Output output = each.getValue();
            files.add(new BuiltFile(
                    output.type(), output.qualifier(), output.holdsSeed(), folder.resolve(each.getKey())));
        }
        return files;
    }

    private List<BuiltFile> write(ImagePlan plan, Choice choice) throws IOException {
        forgetEarlier();
        List<BuiltFile> files = new ImageFiles(request, events).write(plan, choice);
        stamp(files).write(folder.resolve(STAMP));
        return files;
    }

    /** What an earlier build left is not of this one, and may not look as if it were. */
    private void forgetEarlier() throws IOException {
        Optional<BuildStamp> stamp = BuildStamp.read(folder.resolve(STAMP));
        Files.deleteIfExists(folder.resolve(STAMP));
        if (stamp.isPresent()) {
            for (BuiltFile each : filesOf(stamp.get(), folder)) {
                Files.deleteIfExists(each.file());
            }
        }
    }

    private BuildStamp stamp(List<BuiltFile> files) throws IOException {
        BuildStamp stamp = BuildStamp.of(request.inputs().finish());
        for (BuiltFile each : files) {
            stamp = stamp.with(each.file(), each.type(), each.qualifier(), each.holdsSeed());
        }
        return stamp;
    }

    /** Found out before anything is fetched: whether there can be a result at all. */
    private void prepareFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException ex) {
            throw noFolder("it cannot be created", ex);
        }
        if (!Files.isWritable(folder)) {
            throw noFolder("you may not write there", null);
        }
    }

    private FaultException noFolder(String reason, @Nullable IOException cause) {
        return new FaultException(
                "cannot write to folder \"" + folder + "\": " + reason,
                "Name a folder that you may write to with core-image.outputDirectory.",
                cause);
    }
}
