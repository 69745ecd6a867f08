/**
 * What makes a disk start: which boot loader, its files, its environment and the kernel's command line. Nothing is
 * {@code null} unless marked.
 */
@NullMarked
package io.coreimage.bootloader;

import org.jspecify.annotations.NullMarked;
