package io.coreimage.assemble;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.Extent;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.seed.OracleCase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that plans every image of the oracle and prints the digest of its bytes, for {@link LawTest} to start in
 * different worlds. The smallest kind of image is written too, and what lies on the disk is taken into its digest.
 */
final class PlanPrinter {

    private static final String WRITTEN = "uc18";

    private PlanPrinter() {}

    /** Print a line for each image. The arguments are the oracle's scenario, the file of its root, and a folder. */
    public static void main(String[] arguments) throws IOException {
        Path scenario = Path.of(arguments[0]);
        byte[] root = Files.readAllBytes(Path.of(arguments[1]));
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        OracleImages images = new OracleImages(scenario, OracleTrust.at(OracleImages.TIME, root));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (OracleCase each : OracleCase.GOOD) {
            if (Files.isDirectory(each.store(scenario))) {
                for (VolumePlan volume :
                        images.plan(each, folder.resolve(each.name())).volumes()) {
                    out.println(each + " " + volume.volume() + " " + digest(each, volume.disk(), folder));
                }
            }
        }
    }

    private static Digest digest(OracleCase each, DiskPlan disk, Path folder) throws IOException {
        if (!each.model().equals(WRITTEN)) {
            return digest(disk);
        }
        Path image = folder.resolve(each.name() + ".img");
        DiskWriter.write(disk, image);
        return Digest.compute(Digest.Algorithm.SHA_256, Files.readAllBytes(image));
    }

    /** What lies between extents is zero, so that their places and bytes are all there is to know. */
    private static Digest digest(DiskPlan disk) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        for (Extent extent : disk.extents()) {
            hasher.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(extent.offset())
                    .putLong(extent.source().size())
                    .flip());
            extent.source().copyTo(0, extent.source().size(), hasher);
        }
        hasher.update(ByteBuffer.allocate(Long.BYTES).putLong(disk.size()).flip());
        return hasher.finish();
    }
}
