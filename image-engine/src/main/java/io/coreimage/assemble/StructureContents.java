package io.coreimage.assemble;

import io.coreimage.bytes.FileTree;
import io.coreimage.gadget.LaidOutStructure;
import io.coreimage.gadget.Role;
import java.util.Map;

/**
 * The files of each structure: what the system puts there by the structure's role, or what the gadget alone says.
 * @param byRole the whole content of the structures that the system has a part in
 */
record StructureContents(Map<Role, FileTree> byRole) {

    StructureContents {
        byRole = Map.copyOf(byRole);
    }

    FileTree of(LaidOutStructure structure) {
        return byRole.getOrDefault(structure.role(), structure.files());
    }
}
