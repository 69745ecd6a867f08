package io.coreimage;

import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.KeptChoice;
import io.coreimage.resolve.Lock;
import io.coreimage.resolve.LockDelta;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.SnapsFolder;
import io.coreimage.resolve.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Chooses and fetches, by a lock where there is one; and writes locks. */
final class Fetching {

    private final FetchRequest request;
    private final BuildEvents events;
    private final Path lock;
    private final Wishes wishes;

    Fetching(FetchRequest request, BuildEvents events) {
        this.request = request;
        this.events = events;
        this.lock = request.lock().file();
        this.wishes = new SnapsFolder(request.snapsFolder()).addTo(request.model(), request.wishes());
    }

    /** Fetch what the lock says, or what a new choice says. */
    Fetched fetch() throws IOException {
        KeptChoice committed = committed();
        if (committed == null && request.lock().required()) {
            throw new RefusedException(
                    "cannot build without a lock: there is no file \"" + lock + "\", and core-image.requireLock is set",
                    "Write it with core-image:lock and commit it with core-image.assertions beside it.");
        }
        Fetched fetched = open(resolver -> choose(resolver, committed), committed != null);
        fetched.kept().write(request.lock().used());
        return fetched;
    }

    private @Nullable KeptChoice committed() {
        return Files.isRegularFile(lock)
                ? KeptChoice.read(lock)
                : request.lock().bundled();
    }

    private Choice choose(Resolver resolver, @Nullable KeptChoice committed) throws IOException {
        if (committed != null) {
            return resolver.obey(committed, request.model(), wishes);
        }
        if (request.lock().again() && Files.isRegularFile(request.lock().used())) {
            return resolver.obey(KeptChoice.read(request.lock().used()), request.model(), wishes);
        }
        events.note("The build is not locked: the store says what it takes; core-image:lock keeps that in " + lock);
        return resolver.resolve(request.model(), wishes);
    }

    /** Choose anew and write the lock. */
    LockResult lock() throws IOException {
        Fetched fetched = open(resolver -> resolver.resolve(request.model(), wishes), false);
        fetched.choice().warnings().forEach(events::warn);
        KeptChoice before = Files.isRegularFile(lock) ? KeptChoice.readLoosely(lock) : null;
        fetched.kept().write(lock);
        Lock old = before == null ? null : before.lock();
        return new LockResult(lock, LockDelta.between(old, fetched.kept().lock()));
    }

    /** One way to choose. */
    @FunctionalInterface
    private interface Way {
        Choice choose(Resolver resolver) throws IOException;
    }

    private Fetched open(Way way, boolean locked) throws IOException {
        Resolver resolver = new Resolver(
                request.store().get(), request.cache(), request.trust(), request.mirror(), new FetchNotes(events));
        Choice choice = way.choose(resolver);
        return new Fetched(choice, KeptChoice.of(choice, wishes, String.valueOf(lock.getFileName())), locked);
    }
}
