package io.coreimage.bootloader;

import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.problem.RefusedException;
import java.io.IOException;

/** Reads small files of a gadget that configure its boot loader. */
final class GadgetFile {

    private static final long LARGEST = 1 << 20;

    private GadgetFile() {}

    /** Return the bytes of a file; a file that is not there has none. */
    static byte[] read(SnapFiles gadget, String path) throws IOException {
        RegularFile file = gadget.file(path);
        if (file == null) {
            return new byte[0];
        }
        if (file.content().size() > LARGEST) {
            throw new RefusedException("cannot use " + path + " of the gadget: it is larger than 1 MiB");
        }
        return file.content().readAll();
    }

    /** Return the permissions of a file, or those of a new one. */
    static int mode(SnapFiles gadget, String path) {
        RegularFile file = gadget.file(path);
        return file == null ? 0644 : file.attributes().mode() & 0777;
    }
}
