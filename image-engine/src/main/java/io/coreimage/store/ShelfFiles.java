package io.coreimage.store;

import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.SnapResourceRevision;
import io.coreimage.assertion.SnapRevision;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.cache.Cache;
import io.coreimage.cache.Supply;
import io.coreimage.problem.FaultException;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.ComponentInfo;
import io.coreimage.snap.ComponentName;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The snaps and components on a shelf, found by their signed revisions: by the name that {@code snap download} gives them,
 * else by size and digest.
 */
final class ShelfFiles {

    private final Shelf shelf;
    private final ShelfAssertions assertions;
    private final Cache cache;
    private final Map<String, Digest> digests = new HashMap<>();
    private final Map<Digest, String> names = new HashMap<>();

    ShelfFiles(Shelf shelf, ShelfAssertions assertions, Cache cache) {
        this.shelf = shelf;
        this.cache = cache;
        this.assertions = assertions;
    }

    /** Return the file of a signed revision. */
    Optional<String> snap(SnapName name, SnapRevision signed) {
        return find(name + "_" + signed.revision() + ".snap", ".snap", signed.digest(), signed.size());
    }

    /** Return the components of a snap whose files are here and which belong to its revision. */
    List<OfferedComponent> components(SnapName snap, SnapRevision signed) {
        return assertions
                .all(AssertionType.SNAP_RESOURCE_REVISION)
                .map(SnapResourceRevision::of)
                .filter(each -> each.snapId().equals(signed.snapId()) && belongsTo(each, signed))
                .sorted(Comparator.comparing(each -> each.assertion().header("resource-name")))
                .flatMap(each -> component(snap, each).stream())
                .toList();
    }

    private boolean belongsTo(SnapResourceRevision resource, SnapRevision signed) {
        List<String> key = List.of(
                signed.snapId(),
                resource.assertion().header("resource-name"),
                resource.assertion().header("resource-revision"),
                String.valueOf(signed.revision()));
        return assertions
                .find(AssertionQuery.of("snap-resource-pair", key, Long.MAX_VALUE))
                .isPresent();
    }

    private Optional<OfferedComponent> component(SnapName snap, SnapResourceRevision resource) {
        ComponentName name =
                new ComponentName(snap, SnapName.parse(resource.assertion().header("resource-name")));
        Revision revision = Revision.parse(resource.assertion().header("resource-revision"));
        Digest digest = resource.digest();
        Size size = resource.size();
        return find(name + "_" + revision + ".comp", ".comp", digest, size).map(file -> {
            Download download = download(file, digest, size);
            ComponentInfo info = info(file, download);
            return new OfferedComponent(
                    name,
                    "component/" + info.type(),
                    revision,
                    Objects.requireNonNullElse(info.version(), ""),
                    download);
        });
    }

    private ComponentInfo info(String fileName, Download file) {
        try {
            return ComponentFile.open(file.fileName(), file.digest(), shelf.content(fileName, file, cache))
                    .info();
        } catch (IOException ex) {
            throw unreadable(fileName, ex);
        }
    }

    Download download(String fileName, Digest digest, Size size) {
        names.put(digest, fileName);
        try {
            return new Download(
                    baseName(fileName), new URI("shelf", null, "/" + fileName.replace('\\', '/'), null), digest, size);
        } catch (URISyntaxException ex) {
            throw new IllegalStateException(ex);
        }
    }

    Supply supply(Download file) {
        String name = names.get(file.digest());
        return shelf.supply(name == null ? file.location().getPath().substring(1) : name);
    }

    private Optional<String> find(String usualName, String suffix, Digest digest, Size size) {
        return shelf.names().stream()
                .filter(each -> each.endsWith(suffix) && size(each) == size.bytes())
                .sorted(Comparator.comparing(each -> !baseName(each).equals(usualName)))
                .filter(each -> baseName(each).equals(usualName) || digest(each).equals(digest))
                .findFirst();
    }

    private static String baseName(String name) {
        return String.valueOf(Path.of(name).getFileName());
    }

    private long size(String name) {
        try {
            return shelf.size(name);
        } catch (IOException ex) {
            throw unreadable(name, ex);
        }
    }

    private Digest digest(String name) {
        return digests.computeIfAbsent(name, key -> {
            try {
                return shelf.digest(key);
            } catch (IOException ex) {
                throw unreadable(key, ex);
            }
        });
    }

    private FaultException unreadable(String name, IOException ex) {
        return new FaultException("cannot read \"" + name + "\" in \"" + shelf.path() + "\": " + ex, ex);
    }
}
