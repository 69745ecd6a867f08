package io.coreimage.gadget;

import java.util.List;

/**
 * What an update of the gadget does with a structure; nothing at build.
 * @param edition newer ones are written on update
 * @param preserve files that an update leaves alone
 */
public record Update(long edition, List<String> preserve) {

    public Update {
        preserve = List.copyOf(preserve);
    }
}
