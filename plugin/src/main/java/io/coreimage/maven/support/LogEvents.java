package io.coreimage.maven.support;

import io.coreimage.BuildEvents;
import org.apache.maven.plugin.logging.Log;

/**
 * What happens in the engine, told in Maven's log.
 * @param log where it is told
 */
public record LogEvents(Log log) implements BuildEvents {

    @Override
    public void note(String sentence) {
        log.info(sentence);
    }

    @Override
    public void warn(String sentence) {
        log.warn(sentence);
    }
}
