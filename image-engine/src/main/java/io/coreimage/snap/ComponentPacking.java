package io.coreimage.snap;

import io.coreimage.bytes.FileTree;
import java.io.IOException;
import java.time.Instant;

/**
 * A folder with {@code meta/component.yaml} that is about to become a component.
 * @param info what the component says about itself
 * @param files what goes into it
 * @param time the time of every file in it, and its own
 */
public record ComponentPacking(ComponentInfo info, FileTree files, Instant time) implements Packing {

    static final String YAML = "meta/component.yaml";

    static ComponentPacking of(FileTree files, Instant time) throws IOException {
        MetaFiles meta = new MetaFiles(files);
        ComponentInfo info = ComponentYaml.read(meta.text(YAML), "the folder");
        meta.check();
        return new ComponentPacking(info, files, time);
    }

    @Override
    public String title() {
        return info.version() == null ? info.name().toString() : info.name() + " " + info.version();
    }

    @Override
    public String fileName() {
        return info.name() + (info.version() == null ? "" : "_" + info.version()) + ".comp";
    }

    @Override
    public String extension() {
        return "comp";
    }
}
