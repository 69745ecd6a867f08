package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A disk that the gadget describes.
 * @param place where it stands in gadget.yaml
 * @param name its name
 * @param schema how it is divided
 * @param bootloader which boot loader starts from it, or {@code null}
 * @param id the disk's own id, or empty
 * @param partial what is left open
 * @param structures its parts in the order of the disk
 */
public record Volume(
        Place place,
        String name,
        Schema schema,
        @Nullable BootloaderKind bootloader,
        String id,
        Set<Partial> partial,
        List<Structure> structures) {

    public Volume {
        partial = Set.copyOf(partial);
        structures = List.copyOf(structures);
    }

    /** Return where the last structure ends when all have their full size. */
    public Size size() {
        return end(structures.size(), Structure::size);
    }

    /** Return where the last structure ends when all have the least size. */
    public Size minSize() {
        return end(structures.size(), Structure::minSize);
    }

    /** Return where a structure starts in an image: what stands before it has its full size. */
    public Size start(int index) {
        Size offset = structures.get(index).offset();
        return offset == null ? end(index, Structure::size) : offset;
    }

    private Size end(int count, Function<Structure, Size> sizer) {
        long end = 0;
        for (Structure each : structures.subList(0, count)) {
            Size offset = each.offset();
            end = (offset == null ? end : offset.bytes()) + sizer.apply(each).bytes();
        }
        return new Size(end);
    }

    /** Return the structure with a role, or {@code null}. */
    public @Nullable Structure find(Role role) {
        return structures.stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElse(null);
    }

    /** Return how an error names it. */
    public String said() {
        return "volume \"" + name + "\"";
    }
}
