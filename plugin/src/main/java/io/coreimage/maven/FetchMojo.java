package io.coreimage.maven;

import io.coreimage.Fetched;
import io.coreimage.evidence.Evidence;
import io.coreimage.evidence.Findings;
import io.coreimage.maven.support.EarlierRun;
import io.coreimage.resolve.KeptChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches and verifies the snaps of an image: exactly those of the lock, or without a lock those that the store has now.
 * The lock that was used is left in the output folder.
 * Example: <code>mvn core-image:fetch -Dcore-image.modelFile=my-model.json</code>
 */
@Mojo(name = "fetch", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public class FetchMojo extends ImageMojo {

    private static final String GOAL = "fetch";

    @Inject
    public FetchMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work() throws IOException {
        Optional<EarlierRun> earlier = places().isLocked() ? earlierRun(GOAL) : Optional.empty();
        Optional<Evidence> evidence = earlier.isPresent() ? earlier.get().holding() : Optional.empty();
        if (evidence.isPresent() && isInCache(evidence.get())) {
            repeat(evidence.get());
            takeUnchanged(evidence.get());
            return;
        }
        if (earlier.isPresent()) {
            earlier.get().begin();
        }
        Fetched fetched = fetched();
        fetched.choice().warnings().forEach(events()::warn);
        String sentence = fetched.choice().snaps().size() + " snaps are here and verified";
        getLog().info(sentence
                + (fetched.locked()
                        ? ", as locked in " + places().committedLock()
                        : ", kept in " + places().usedLock()));
        if (earlier.isPresent()) {
            earlier.get()
                    .succeeded(outcome(
                            fetched, "Nothing changed: " + sentence + ", as locked in " + places().committedLock()));
        }
    }

    private Findings.Outcome outcome(Fetched fetched, String sentence) {
        Path used = places().usedLock();
        return new Findings.Outcome(
                modelPath(),
                List.of(modelPath(), used, KeptChoice.assertionsOf(used)),
                fetched.kept().lock().storeFiles(),
                fetched.soundUntil(roots(), Instant.now()),
                sentence,
                events().warnings());
    }
}
