package io.coreimage.store;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.SnapDeclaration;
import io.coreimage.assertion.SnapRevision;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.cache.Cache;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapInfo;
import io.coreimage.snap.SnapName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder or a zip archive as a store: snaps, components and their assertions as {@code snap download} leaves them. What a
 * file is follows from its signed revision; files without one are not offered.
 */
public final class ShelfStore implements SnapStore, AutoCloseable {

    private final Shelf shelf;
    private final ShelfAssertions assertions;
    private final ShelfFiles files;
    private final Device device;
    private final Cache cache;

    private ShelfStore(Shelf shelf, Device device, Cache cache) {
        this.shelf = shelf;
        this.assertions = ShelfAssertions.of(shelf);
        this.files = new ShelfFiles(shelf, assertions, cache);
        this.device = device;
        this.cache = cache;
    }

    /**
     * Open a folder or an archive.
     * @param place where it is
     * @param device for which machine
     * @param cache where files of an archive are kept while they are read
     */
    public static ShelfStore open(Path place, Device device, Cache cache) {
        if (!Files.exists(place)) {
            throw new RefusedException("cannot use store \"" + place + "\": there is no such folder or file");
        }
        try {
            Shelf shelf = Files.isDirectory(place) ? new FolderShelf(place) : new ZipShelf(place);
            return new ShelfStore(shelf, device, cache);
        } catch (java.util.zip.ZipException ex) {
            throw new RefusedException(
                    "cannot use store \"" + place + "\": neither a folder nor a zip archive", null, ex);
        } catch (IOException ex) {
            throw new FaultException("cannot use store \"" + place + "\": " + ex, ex);
        }
    }

    @Override
    public List<Offer> refresh(Refresh question) {
        List<Offer> offers = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Ask ask : question.asks()) {
            List<SnapRevision> revisions = revisions(ask.name());
            Optional<Offer> offer = best(ask, revisions);
            offer.ifPresentOrElse(offers::add, () -> refusals.add(refusal(ask, revisions)));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(
                    refusals.size() == 1
                            ? refusals.get(0)
                            : refusals.stream().collect(Collectors.joining("\n  ", "cannot choose snaps:\n  ", "")),
                    "Put the snap with its .assert file there, as snap download leaves them.");
        }
        return offers;
    }

    /** Return the revisions of a snap whose files are here, the newest first. */
    private List<SnapRevision> revisions(SnapName name) {
        List<String> ids = assertions
                .all(AssertionType.SNAP_DECLARATION)
                .map(SnapDeclaration::of)
                .filter(each -> each.assertion().header("snap-name").equals(name.value()))
                .map(each -> each.assertion().header("snap-id"))
                .toList();
        return assertions
                .all(AssertionType.SNAP_REVISION)
                .map(SnapRevision::of)
                .filter(each -> ids.contains(each.snapId()))
                .filter(each -> files.snap(name, each).isPresent())
                .sorted(Comparator.comparingLong(SnapRevision::revision).reversed())
                .toList();
    }

    private Optional<Offer> best(Ask ask, List<SnapRevision> revisions) {
        Revision wish = ask.revision();
        return revisions.stream()
                .filter(each -> wish == null || each.revision() == wish.number())
                .map(each -> offer(ask, each))
                .filter(each -> each.architectures().stream().anyMatch(its -> its.runsOn(device.architecture())))
                .findFirst();
    }

    private Offer offer(Ask ask, SnapRevision signed) {
        String fileName = files.snap(ask.name(), signed).orElseThrow();
        Download file = files.download(fileName, signed.digest(), signed.size());
        SnapInfo info;
        @Nullable String yaml;
        try {
            SnapFile snap = SnapFile.open(file.fileName(), file.digest(), shelf.content(fileName, file, cache));
            info = snap.info();
            yaml = yaml(snap);
        } catch (IOException ex) {
            throw new FaultException("cannot read \"" + fileName + "\" in \"" + shelf.path() + "\": " + ex, ex);
        }
        return new Offer(
                ask.name(),
                SnapId.parse(signed.snapId()),
                Revision.of(Math.toIntExact(signed.revision())),
                info.version(),
                info.type(),
                info.architectures(),
                info.base(),
                info.confinement().toString(),
                info.epoch(),
                new Offer.Publisher(publisher(signed), publisher(signed)),
                StorePage.EMPTY,
                yaml,
                null,
                null,
                file,
                files.components(ask.name(), signed));
    }

    private static @Nullable String yaml(SnapFile snap) throws IOException {
        return snap.files().find("meta/snap.yaml") instanceof FileTree.RegularFile file
                ? new String(file.content().readAll(), StandardCharsets.UTF_8)
                : null;
    }

    private String publisher(SnapRevision signed) {
        return assertions
                .find(AssertionQuery.of("snap-declaration", List.of(Assertion.SERIES, signed.snapId()), Long.MAX_VALUE))
                .map(each -> each.header("publisher-id"))
                .orElse("");
    }

    private String refusal(Ask ask, List<SnapRevision> revisions) {
        String head = "cannot choose snap \"" + ask.name() + "\": ";
        if (revisions.isEmpty()) {
            return head + "\"" + shelf.path() + "\" has no snap of that name with signed assertions";
        }
        String there =
                revisions.stream().map(each -> String.valueOf(each.revision())).collect(Collectors.joining(", "));
        return ask.revision() != null
                ? head + "\"" + shelf.path() + "\" has no revision " + ask.revision() + " for " + device.architecture()
                        + ", only " + there
                : head + "\"" + shelf.path() + "\" has nothing for " + device.architecture();
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        List<SnapRevision> revisions = revisions(name);
        if (revisions.isEmpty()) {
            return Optional.empty();
        }
        Offer newest = offer(Ask.of(name), revisions.get(0));
        return Optional.of(new Listing(name, newest.id(), newest.publisher(), null, List.of()));
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        return assertions.find(query).map(Assertion::encoded);
    }

    @Override
    public ByteSource download(Download file, Cache target, Progress progress) {
        ByteSource source = target.obtain(file.wanted(), files.supply(file));
        progress.received(file, source.size());
        return source;
    }

    @Override
    public String name() {
        return shelf.path().toString();
    }

    @Override
    public void close() {
        try {
            shelf.close();
        } catch (IOException ex) {
            throw new FaultException("cannot close \"" + shelf.path() + "\": " + ex, ex);
        }
    }
}
