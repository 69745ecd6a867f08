package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.SnapDeclaration;
import io.coreimage.assertion.SnapResourceRevision;
import io.coreimage.assertion.SnapRevision;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ComponentName;
import io.coreimage.snap.Epoch;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapInfo;
import io.coreimage.snap.SnapName;
import io.coreimage.store.Ask;
import io.coreimage.store.AssertionQuery;
import io.coreimage.store.Download;
import io.coreimage.store.Listing;
import io.coreimage.store.Offer;
import io.coreimage.store.OfferedComponent;
import io.coreimage.store.Progress;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import io.coreimage.store.StorePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of the oracle as a store: snaps, components and an {@code asserts} folder, all of it taken as it is. */
public final class ShopFolder implements SnapStore {

    private final Map<Digest, Path> files = new HashMap<>();
    private final List<Assertion> assertions = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private int questions;

    public ShopFolder(Path folder) throws IOException {
        for (Path each : list(folder.resolve("asserts"))) {
            assertions.addAll(Assertion.decodeStream(Files.readAllBytes(each)));
        }
        for (Path each : list(folder)) {
            if (Files.isRegularFile(each)) {
                files.put(Digest.compute(Digest.Algorithm.SHA3_384, Files.readAllBytes(each)), each);
            }
        }
        for (Map.Entry<Digest, Path> each : files.entrySet()) {
            if (each.getValue().toString().endsWith(".snap")) {
                offer(each.getKey(), each.getValue());
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private Stream<Assertion> ofType(AssertionType type) {
        return assertions.stream().filter(each -> each.type() == type);
    }

    private void offer(Digest digest, Path file) throws IOException {
        Optional<SnapRevision> signed = ofType(AssertionType.SNAP_REVISION)
                .map(SnapRevision::of)
                .filter(each -> each.digest().equals(digest))
                .findFirst();
        if (signed.isEmpty()) {
            return;
        }
        String id = signed.get().snapId();
        SnapDeclaration declaration = ofType(AssertionType.SNAP_DECLARATION)
                .map(SnapDeclaration::of)
                .filter(each -> each.snapId().equals(id))
                .findFirst()
                .orElseThrow();
        SnapInfo info = SnapFile.open(file.toString(), digest, source(digest)).info();
        offers.add(new Offer(
                info.name(),
                new SnapId(id),
                Revision.of((int) signed.get().revision()),
                info.version(),
                info.type(),
                info.architectures(),
                info.base(),
                info.confinement().toString(),
                Epoch.ZERO,
                new Offer.Publisher(declaration.publisherId(), declaration.publisherId()),
                StorePage.EMPTY,
                null,
                null,
                null,
                new Download(file.getFileName().toString(), file.toUri(), digest, Size.ofBytes(Files.size(file))),
                components(info.name(), id)));
    }

    private List<OfferedComponent> components(SnapName snap, String id) throws IOException {
        List<OfferedComponent> components = new ArrayList<>();
        for (Assertion each : ofType(AssertionType.SNAP_RESOURCE_REVISION).toList()) {
            SnapResourceRevision signed = SnapResourceRevision.of(each);
            Path file = files.get(signed.digest());
            if (signed.snapId().equals(id) && file != null) {
                components.add(new OfferedComponent(
                        new ComponentName(snap, new SnapName(signed.name())),
                        "component/standard",
                        Revision.of((int) signed.revision()),
                        "1",
                        new Download(
                                file.getFileName().toString(),
                                file.toUri(),
                                signed.digest(),
                                Size.ofBytes(Files.size(file)))));
            }
        }
        return components;
    }

    /** Return how many questions were asked. */
    public int questions() {
        return questions;
    }

    @Override
    public List<Offer> refresh(Refresh question) {
        questions++;
        return question.asks().stream().map(this::answer).toList();
    }

    private Offer answer(Ask ask) {
        return offers.stream()
                .filter(each -> each.name().equals(ask.name()))
                .filter(each -> ask.revision() == null || ask.revision().equals(each.revision()))
                .max(Comparator.comparing(Offer::revision))
                .orElseThrow(() -> new RefusedException("cannot find snap \"" + ask.name() + "\" in the store"));
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        questions++;
        AssertionType type = AssertionType.named(query.type()).orElseThrow();
        return ofType(type)
                .filter(each -> each.format() <= query.maxFormat())
                .filter(each -> matches(each.primaryKey(), query))
                .max(Comparator.comparing((Assertion each) -> Long.parseLong("0" + each.header("sequence")))
                        .thenComparing(Assertion::revision))
                .map(Assertion::encoded);
    }

    private static boolean matches(List<String> key, AssertionQuery query) {
        if (query.point() == null) {
            return key.equals(query.key());
        }
        Integer number = query.point().sequence();
        int last = key.size() - 1;
        return key.subList(0, last).equals(query.key())
                && (number == null || number.toString().equals(key.get(last)));
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        questions++;
        return source(file.digest());
    }

    private ByteSource source(Digest digest) {
        try {
            Path file = files.get(digest);
            return ByteSource.ofFile(file, digest, Files.size(file));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public String name() {
        return "the shop";
    }
}
