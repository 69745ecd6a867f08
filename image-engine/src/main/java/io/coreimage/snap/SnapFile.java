package io.coreimage.snap;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A {@code .snap} file: what it says about itself, and what is in it. */
public final class SnapFile {

    private final SnapInfo info;
    private final PackedFiles files;

    private SnapFile(SnapInfo info, PackedFiles files) {
        this.info = info;
        this.files = files;
    }

    /**
     * Return the snap in a file.
     * @param name what people call the file, for errors
     * @param digest the SHA3-384 of the whole file
     * @param content the file
     */
    public static SnapFile open(String name, Digest digest, ByteSource content) throws IOException {
        PackedFiles files = PackedFiles.open(name, "snap", digest, content);
        String yaml = files.text("meta/snap.yaml")
                .orElseThrow(
                        () -> new RefusedException("cannot use \"" + name + "\" as snap: no meta/snap.yaml in it"));
        return new SnapFile(SnapYaml.read(yaml, "\"" + name + "\""), files);
    }

    /** Return what it says about itself. */
    public SnapInfo info() {
        return info;
    }

    /** Return what the snapd inside says about itself, if there is one at the place that is usual for its type. */
    public Optional<SnapdInfo> snapdInfo() throws IOException {
        String path = info.type() == SnapType.KERNEL ? SnapdInfo.PATH_IN_KERNEL : SnapdInfo.PATH_IN_SNAPD;
        return files.text(path).map(text -> SnapdInfo.read(text, "snap \"" + info.name() + "\""));
    }

    /** Return the Debian packages that it was made of, in order, as far as it lists them. */
    public List<SnapPackage> packages() throws IOException {
        PackageLists lists = new PackageLists();
        files.note(PackageLists.MANIFEST).ifPresent(lists::addManifest);
        files.note(PackageLists.DPKG_LIST).ifPresent(lists::addDpkgList);
        return lists.packages();
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

    /** Return all files in it. */
    public FileTree files() throws IOException {
        return files.tree();
    }

    @Override
    public String toString() {
        return "snap " + info.name() + " " + info.version();
    }
}
