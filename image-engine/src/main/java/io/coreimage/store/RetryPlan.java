package io.coreimage.store;

import java.time.Duration;

/**
 * How often something is tried.
 * @param attempts how often at most
 * @param budget after how long no new attempt is made
 */
record RetryPlan(int attempts, Duration budget) {

    static final RetryPlan API = new RetryPlan(6, Duration.ofSeconds(38));
    static final RetryPlan DOWNLOAD = new RetryPlan(7, Duration.ofSeconds(90));

    private static final double FIRST_SECONDS = 0.5;
    private static final double FACTOR = 2.5;

    /** Return how long after the start of an attempt the next one starts. */
    Duration delayAfter(int attempt) {
        return Duration.ofMillis(Math.round(1000 * FIRST_SECONDS * Math.pow(FACTOR, attempt - 1)));
    }
}
