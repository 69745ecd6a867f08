package io.coreimage;

import io.coreimage.assemble.ImageOptions;
import io.coreimage.assemble.InputDigest;
import io.coreimage.delivery.BuildEnvironment;
import io.coreimage.delivery.OutputFormat;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Choice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Images to be built.
 * @param inputs everything that the images depend on
 * @param choice gives the snaps; asked only if something is to be built
 * @param options how the images are to be
 * @param output where they go
 * @param dryRun whether to stop before anything is written
 */
public record AssembleRequest(
        InputDigest inputs, ChoiceSource choice, ImageOptions options, Output output, boolean dryRun) {

    /** Gives the snaps and assertions of the images. */
    @FunctionalInterface
    public interface ChoiceSource {
        Choice choose() throws IOException;
    }

    /**
     * Where images go.
     * @param folder the folder of images and manifests
     * @param finalName a name that the user wants instead of the volume's
     * @param formats what is made of each image
     * @param threads how many threads may work at it
     * @param environment what the build record says of who builds, if records are wanted
     */
    public record Output(
            Path folder,
            Optional<String> finalName,
            List<OutputFormat> formats,
            int threads,
            Optional<BuildEnvironment> environment) {

        public Output {
            formats = List.copyOf(formats);
            finalName.ifPresent(Output::checkName);
        }

        private static void checkName(String name) {
            if (name.isBlank() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
                throw new RefusedException(
                        "cannot use final name \"" + name + "\": it is no name of a file",
                        "Name the folder with core-image.outputDirectory, and the image with core-image.finalName.");
            }
        }

        /** Return the name of a volume's image without its suffix. */
        String nameOf(String volume, int volumes) {
            return finalName
                    .map(name -> volumes == 1 ? name : name + "-" + volume)
                    .orElse(volume);
        }
    }
}
