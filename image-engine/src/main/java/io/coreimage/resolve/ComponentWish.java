package io.coreimage.resolve;

import io.coreimage.snap.ComponentName;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A component that the user names: from the store by name, or from a file.
 * @param name its full name, where it comes from the store
 * @param file the file, where it comes from one
 */
public record ComponentWish(
        @Nullable ComponentName name, @Nullable LocalFile file) {

    private static final String SUFFIX = ".comp";

    public ComponentWish {
        if ((name == null) == (file == null)) {
            throw new IllegalArgumentException("a component is wished by name or by file");
        }
    }

    /**
     * Return the wish in a text: {@code snap+component} or {@code path.comp}.
     * @param folder what a relative path starts from
     */
    public static ComponentWish parse(String text, Path folder) {
        return text.endsWith(SUFFIX)
                ? new ComponentWish(null, new LocalFile(folder.resolve(text), text, false))
                : new ComponentWish(ComponentName.parse(text), null);
    }

    /** Return the wish in the user's words. */
    @Override
    public String toString() {
        return name == null ? Objects.requireNonNull(file).origin() : name.toString();
    }
}
