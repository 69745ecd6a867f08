package io.coreimage.maven.support;

import io.coreimage.evidence.Evidence;
import io.coreimage.evidence.Findings;
import io.coreimage.evidence.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** What a goal left when it last succeeded in the same execution of the same project, and what it is about to leave. */
public final class EarlierRun {

    private final Path file;
    private final Sighting sighting;
    private final Log log;
    private final Instant now = Instant.now();
    private @Nullable Findings findings;

    /**
     * Create an instance.
     * @param file where the evidence is
     * @param sighting everything that the goal's result depends on
     */
    public EarlierRun(Path file, Sighting sighting, Log log) {
        this.file = file;
        this.sighting = sighting;
        this.log = log;
    }

    /** Return the evidence that the goal would come to the same, if there is such. */
    public Optional<Evidence> holding() throws IOException {
        Optional<Evidence> evidence = Evidence.holding(file, sighting, now);
        log.debug(file + (evidence.isPresent() ? " still holds" : " is not there or no longer true"));
        return evidence;
    }

    /** Look closely at everything before the goal begins its work. */
    public void begin() throws IOException {
        findings = sighting.look(now);
    }

    /** Keep what the goal came to. Where that is not possible, the next build only works more. */
    public void succeeded(Findings.Outcome outcome) {
        try {
            if (findings != null) {
                findings.keep(file, outcome, Instant.now());
            }
        } catch (IOException ex) {
            log.debug("cannot keep " + file, ex);
        }
    }
}
