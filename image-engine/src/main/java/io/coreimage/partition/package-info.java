/** Partition tables, GPT and MBR: planned, read and checked. The room to read first. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.partition;

import org.jspecify.annotations.NullMarked;
