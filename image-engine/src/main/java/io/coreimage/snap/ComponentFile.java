package io.coreimage.snap;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.io.IOException;

/** A {@code .comp} file: what it says about itself. */
public final class ComponentFile {

    private final ComponentInfo info;
    private final PackedFiles files;

    private ComponentFile(ComponentInfo info, PackedFiles files) {
        this.info = info;
        this.files = files;
    }

    /**
     * Return the component in a file.
     * @param name what people call the file, for errors
     * @param digest the SHA3-384 of the whole file
     * @param content the file
     */
    public static ComponentFile open(String name, Digest digest, ByteSource content) throws IOException {
        PackedFiles files = PackedFiles.open(name, "component", digest, content);
        String yaml = files.text("meta/component.yaml")
                .orElseThrow(() ->
                        new RefusedException("cannot use \"" + name + "\" as component: no meta/component.yaml in it"));
        return new ComponentFile(ComponentYaml.read(yaml, "\"" + name + "\""), files);
    }

    /** Return what it says about itself. */
    public ComponentInfo info() {
        return info;
    }

    /** Return the digest of the whole file. */
    public Digest digest() {
        return files.digest();
    }

    public Size size() {
        return Size.ofBytes(content().size());
    }

    /** Return the file as it goes into a seed. */
    public ByteSource content() {
        return files.content();
    }

    @Override
    public String toString() {
        return "component " + info.name();
    }
}
