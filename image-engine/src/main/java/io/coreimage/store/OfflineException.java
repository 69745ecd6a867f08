package io.coreimage.store;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A build must not open a connection, and something is not here: it says all of what, and how to get it. */
public final class OfflineException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private static final String ONLINE = "Run mvn core-image:fetch once without -o.";

    private final transient List<Download> files;

    OfflineException(String message) {
        this(message, List.of());
    }

    private OfflineException(String message, List<Download> files) {
        super(message, ONLINE);
        this.files = files;
    }

    /** Say which files are missing, and how much there is to fetch. */
    static OfflineException missing(List<Download> files) {
        String list = files.stream()
                .map(each -> each.fileName() + " (" + each.size() + ")")
                .collect(Collectors.joining(", "));
        Size sum = files.stream().map(Download::size).reduce(Size.ZERO, Size::plus);
        return new OfflineException(
                "cannot fetch " + list + ": the build is offline, and the cache lacks these " + sum,
                List.copyOf(files));
    }

    /** Return one that says what both say. */
    OfflineException and(OfflineException other) {
        List<Download> all = new ArrayList<>(files);
        all.addAll(other.files);
        return missing(all);
    }
}
