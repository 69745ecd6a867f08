package io.coreimage.cache;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The files of a cache as one build sees them. */
final class Blobs implements AutoCloseable {

    private static final int TRIES = 2;

    private final Folder folder;
    private final BlobCheck check;
    private final ConcurrentMap<Digest, Slot> slots = new ConcurrentHashMap<>();

    Blobs(Folder folder, Instant now) {
        this.folder = folder;
        this.check = new BlobCheck(folder, now);
    }

    Optional<ByteSource> find(Wanted wanted) throws IOException {
        Slot slot = slot(wanted);
        synchronized (slot) {
            HeldBlob held = slot.held;
            if (held == null || !held.isCurrent()) {
                slot.hold(check.open(wanted.digest()));
            }
            return Optional.ofNullable(slot.held).map(found -> checkSize(wanted, found.source()));
        }
    }

    boolean areUntouched(List<Digest> digests) throws IOException {
        return check.areUntouched(digests);
    }

    private Slot slot(Wanted wanted) {
        return slots.computeIfAbsent(wanted.digest(), key -> new Slot());
    }

    /** The digest decides; a size that does not belong to it was never this file's. */
    private static ByteSource checkSize(Wanted wanted, ByteSource found) {
        if (found.size() != wanted.size().bytes()) {
            throw new RefusedException("cannot use \"" + wanted.name() + "\": the file with its digest has "
                    + found.size() + " bytes, not " + wanted.size().bytes());
        }
        return found;
    }

    ByteSource obtain(Wanted wanted, Supply supply) throws IOException {
        Optional<ByteSource> here = find(wanted);
        if (here.isPresent()) {
            return here.get();
        }
        return BlobLock.holding(folder, folder.lock(wanted.digest()), () -> {
            // Whoever held the lock before may have brought it.
            Optional<ByteSource> now = find(wanted);
            return now.isPresent() ? now.get() : fetch(wanted, supply);
        });
    }

    private ByteSource fetch(Wanted wanted, Supply supply) throws IOException {
        FileChannel file = folder.openOwn(folder.partial(wanted.digest()));
        try {
            fill(Intake.resume(wanted, file), supply);
            return publish(wanted, file);
        } catch (IOException | RuntimeException ex) {
            file.close();
            throw ex;
        }
    }

    private static void fill(Intake intake, Supply supply) throws IOException {
        Wanted wanted = intake.wanted();
        Digest got = wanted.digest();
        for (int i = 0; i < TRIES; i++) {
            if (intake.missing() > 0) {
                supply.pour(intake);
            }
            if (intake.missing() > 0) {
                throw new FaultException(
                        "cannot fetch \"" + wanted.name() + "\": only " + intake.received() + " of "
                                + wanted.size().bytes() + " bytes came from " + supply.origin(),
                        null);
            }
            got = intake.finish();
            if (got.equals(wanted.digest())) {
                return;
            }
            intake.restart();
        }
        throw new FaultException(
                "cannot fetch \"" + wanted.name() + "\": the bytes from " + supply.origin() + " have the digest " + got
                        + ", not " + wanted.digest(),
                "Somebody on the way changes the file, or the store's answer does not fit its file.",
                null);
    }

    private ByteSource publish(Wanted wanted, FileChannel file) throws IOException {
        Path blob = folder.publish(wanted.digest(), file);
        Slot slot = slot(wanted);
        ContentId id = ContentId.ofWhole(wanted.digest(), file.size());
        synchronized (slot) {
            HeldBlob held = new HeldBlob(blob, id, check.remember(wanted.digest()), file);
            slot.hold(Optional.of(held));
            return held.source();
        }
    }

    @Override
    public void close() throws IOException {
        for (Slot each : slots.values()) {
            synchronized (each) {
                each.hold(Optional.empty());
            }
        }
    }

    /** What this build knows about one digest. */
    private static final class Slot {

        private @Nullable HeldBlob held;

        void hold(Optional<HeldBlob> other) throws IOException {
            HeldBlob before = held;
            held = other.orElse(null);
            if (before != null) {
                before.close();
            }
        }
    }
}
