package io.coreimage.assemble;

import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;

/**
 * A file system in a structure.
 * @param plan its bytes
 * @param used how much of it is taken
 */
record FileSystemPlan(DiskPlan plan, Size used) {}
