package io.coreimage.store;

import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.time.Duration;

/** Tries something again while it fails for reasons that pass. */
final class Retries {

    private final RetryPlan plan;
    private final Pacer pacer;

    Retries(RetryPlan plan, Pacer pacer) {
        this.plan = plan;
        this.pacer = pacer;
    }

    /** Do something, as often as it takes and the plan allows. */
    <T> T run(Attempt<T> attempt) throws IOException {
        long start = pacer.nanos();
        int count = 1;
        while (true) {
            long attemptStart = pacer.nanos();
            try {
                return attempt.go();
            } catch (IOException ex) {
                Trouble trouble = Trouble.of(ex);
                Duration pause = pauseAfter(count, attemptStart, trouble);
                if (!trouble.passes() || count >= plan.attempts() || isLate(start, pause)) {
                    throw new GivenUpException(trouble, count);
                }
                await(pause);
                // A download that gets on is not the same failure again and again.
                count = ex instanceof CutException cut && cut.gotOn() ? 1 : count + 1;
                start = count == 1 ? pacer.nanos() : start;
            }
        }
    }

    private Duration pauseAfter(int count, long attemptStart, Trouble trouble) {
        Duration spent = Duration.ofNanos(pacer.nanos() - attemptStart);
        Duration pause = plan.delayAfter(count).minus(spent);
        Duration asked = trouble.retryAfter();
        Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
        return longer.isNegative() ? Duration.ZERO : longer;
    }

    private boolean isLate(long start, Duration pause) {
        return pacer.nanos() - start + pause.toNanos() > plan.budget().toNanos();
    }

    private void await(Duration pause) {
        try {
            pacer.pause(pause);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new FaultException("cannot wait for the store: interrupted", ex);
        }
    }

    /** One attempt. */
    @FunctionalInterface
    interface Attempt<T> {
        T go() throws IOException;
    }
}
