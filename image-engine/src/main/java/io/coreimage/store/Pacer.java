package io.coreimage.store;

import java.time.Duration;

/** How time passes. A value, so that tests need not wait. */
public interface Pacer {

    /** Time as it really passes. */
    Pacer REAL = new Pacer() {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    };

    /** Return a time that only means something in comparison with another one. */
    long nanos();

    /** Wait. */
    void pause(Duration duration) throws InterruptedException;
}
