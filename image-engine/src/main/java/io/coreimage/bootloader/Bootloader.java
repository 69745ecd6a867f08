package io.coreimage.bootloader;

import java.io.IOException;

/** One kind of boot loader: what it needs for each generation of systems. */
interface Bootloader {

    /** Return what starts UC16 or UC18. */
    BootFiles run(BootSnaps snaps, RunSystem system) throws IOException;

    /** Return what starts UC20 or later. */
    BootFiles recover(BootSnaps snaps, RecoverySystem system) throws IOException;
}
