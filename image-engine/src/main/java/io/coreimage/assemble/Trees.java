package io.coreimage.assemble;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.Node;
import io.coreimage.problem.RefusedException;

/** Puts trees into one. */
final class Trees {

    private Trees() {}

    /** Return both trees in one; what the gadget brings may not stand where the system has a file. */
    static FileTree join(FileTree one, FileTree other) {
        FileTree.Builder joined =
                FileTree.builder(((Directory) one.entries().get(0).node()).attributes());
        one.entries().forEach(each -> joined.add(each.path(), each.node()));
        for (FileTree.Entry each : other.entries()) {
            Node known = one.find(each.path());
            if (known == null) {
                joined.add(each.path(), each.node());
            } else if (!(known instanceof Directory && each.node() instanceof Directory)) {
                throw new RefusedException(
                        "cannot place \"" + each.path() + "\": the gadget puts another file there",
                        "Take it out of the content in gadget.yaml; the image needs that place itself.");
            }
        }
        return joined.build();
    }
}
