package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Channel;
import io.coreimage.snap.SnapName;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A snap that the user names: from the store by name, or from a file.
 * @param name its name, where it comes from the store
 * @param file the file, where it comes from one
 * @param channel the channel to follow
 */
public record SnapWish(
        @Nullable SnapName name,
        @Nullable LocalFile file,
        @Nullable Channel channel) {

    private static final String SUFFIX = ".snap";

    public SnapWish {
        if ((name == null) == (file == null)) {
            throw new IllegalArgumentException("a snap is wished by name or by file");
        }
    }

    /**
     * Return the wish in a text: {@code name}, {@code name=channel}, {@code path.snap} or {@code path.snap=channel}.
     * @param folder what a relative path starts from
     */
    public static SnapWish parse(String text, Path folder) {
        int equals = text.indexOf('=');
        String what = equals < 0 ? text : text.substring(0, equals);
        Channel channel = equals < 0 ? null : Channel.parse(text.substring(equals + 1));
        if (what.endsWith(SUFFIX)) {
            return new SnapWish(null, new LocalFile(folder.resolve(what), what, false), channel);
        }
        if (what.indexOf('_') >= 0 && SnapName.isValid(what.substring(0, what.indexOf('_')))) {
            throw new RefusedException(
                    "cannot use snap \"" + what + "\": an image has no parallel instances of a snap");
        }
        return new SnapWish(SnapName.parse(what), null, channel);
    }

    /** Return a wish for a file. */
    public static SnapWish ofFile(LocalFile file) {
        return new SnapWish(null, file, null);
    }

    /** Return the wish in the user's words. */
    @Override
    public String toString() {
        String what = name == null ? Objects.requireNonNull(file).origin() : name.value();
        return channel == null ? what : what + "=" + channel;
    }
}
