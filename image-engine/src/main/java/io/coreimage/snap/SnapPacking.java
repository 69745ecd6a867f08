package io.coreimage.snap;

import io.coreimage.bytes.FileTree;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * A folder with {@code meta/snap.yaml} that is about to become a snap.
 * @param info what the snap says about itself
 * @param files what goes into it
 * @param time the time of every file in it, and its own
 */
public record SnapPacking(SnapInfo info, FileTree files, Instant time) implements Packing {

    static final String YAML = "meta/snap.yaml";
    static final int SMALLEST = 16384;

    static SnapPacking of(FileTree files, Instant time) throws IOException {
        MetaFiles meta = new MetaFiles(files);
        String yaml = meta.text(YAML);
        SnapInfo info = SnapYaml.read(yaml, "the folder");
        Fields fields = Fields.read(YAML, yaml);
        new DefinitionRules(fields).check(info);
        meta.check();
        new PackingRules(files, fields).check(info);
        return new SnapPacking(info, files, time);
    }

    @Override
    public String title() {
        return info.name() + " " + info.version();
    }

    @Override
    public String fileName() {
        List<Architecture> architectures = info.architectures();
        String architecture = architectures.size() == 1 ? architectures.get(0).name() : "multi";
        return info.name() + "_" + info.version() + "_" + architecture + ".snap";
    }

    @Override
    public String extension() {
        return "snap";
    }
}
