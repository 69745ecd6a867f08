package io.coreimage.store;

import io.coreimage.cache.Intake;
import io.coreimage.cache.Supply;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Brings one file, in as many pieces as the network breaks it into. */
final class OnlineSupply implements Supply {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int OUT_OF_RANGE = 416;
    private static final int SHORT_ANSWER = 1 << 16;
    private static final int MOST_REFRESHES = 4;

    private final StoreClient client;
    private final StoreHeaders headers;
    private final Download file;
    private final Progress progress;

    OnlineSupply(StoreClient client, StoreHeaders headers, Download file, Progress progress) {
        this.client = client;
        this.headers = headers;
        this.file = file;
        this.progress = progress;
    }

    @Override
    public String origin() {
        return Addresses.brief(file.location());
    }

    private String purpose() {
        return "download \"" + file.fileName() + "\"";
    }

    @Override
    public void pour(Intake intake) throws IOException {
        try {
            new Retries(RetryPlan.DOWNLOAD, client.pacer()).run(() -> attempt(intake));
        } catch (GivenUpException ex) {
            throw client.unreachable(file.location(), purpose(), ex);
        }
    }

    private boolean attempt(Intake intake) throws IOException {
        for (int i = 0; i <= MOST_REFRESHES; i++) {
            Call call = call(intake);
            Courier.Delivery delivery = client.courier().fetch(client.authorize(call));
            try (Reply reply = delivery.reply()) {
                if (reply.status() == OK || reply.status() == PARTIAL) {
                    receive(delivery, intake);
                    return true;
                }
                boolean again = StoreClient.wantsFreshLogin(refusal(delivery, intake)) && client.refresh(call);
                if (!again) {
                    break;
                }
            }
        }
        throw new RefusedException(
                "cannot " + purpose() + ": " + origin() + " rejects the login",
                StoreErrors.loginStep(client.session()));
    }

    private Call call(Intake intake) {
        Map<String, String> all = headers.files();
        if (intake.received() > 0) {
            all.put("Range", "bytes=" + intake.received() + "-");
        }
        return new Call("GET", file.location(), all, null, PATIENCE);
    }

    /** Return the answer of a server that wants another login; everything else it says is thrown. */
    private Answer refusal(Courier.Delivery delivery, Intake intake) throws IOException {
        long deadline = client.pacer().nanos() + PATIENCE.toNanos();
        Answer answer = Answer.read(delivery.reply(), delivery.uri(), SHORT_ANSWER, client.pacer(), deadline);
        if (answer.status() == OUT_OF_RANGE && intake.received() > 0) {
            intake.restart();
            throw new CutException("it does not know the rest of the file", new IOException("416"), 0);
        }
        if (answer.mayPass()) {
            throw new BadStatusException(answer);
        }
        if (answer.status() == PAYMENT_REQUIRED) {
            throw new RefusedException(
                    "cannot " + purpose() + ": it has to be bought first",
                    "Buy it in the store with the account of the login, then run the build again.");
        }
        if (answer.status() != Answer.UNAUTHORIZED) {
            throw StoreErrors.refusal(answer, purpose(), client.session());
        }
        return answer;
    }

    private void receive(Courier.Delivery delivery, Intake intake) throws IOException {
        Reply reply = delivery.reply();
        if (reply.status() == OK && intake.received() > 0) {
            // A server without ranges sends the whole file.
            intake.restart();
        }
        checkStart(reply, intake);
        checkLength(delivery, intake);
        long before = intake.received();
        SlowGuard guard = new SlowGuard(client.pacer(), purpose());
        try {
            copy(reply, intake, guard);
        } catch (IOException ex) {
            throw new CutException(
                    "the connection broke after " + intake.received() + " of "
                            + file.size().bytes() + " bytes",
                    ex,
                    intake.received() - before);
        }
        if (intake.missing() > 0) {
            throw new CutException(
                    "only " + intake.received() + " of " + file.size().bytes() + " bytes came",
                    new IOException("short body"),
                    intake.received() - before);
        }
    }

    private void copy(Reply reply, Intake intake, SlowGuard guard) throws IOException {
        ByteBuffer piece = reply.next(guard.patience());
        while (piece != null) {
            guard.received(piece.remaining());
            write(intake, piece);
            progress.received(file, intake.received());
            piece = reply.next(guard.patience());
        }
    }

    /** Trouble with our own disk is not the network's. */
    private static void write(Intake intake, ByteBuffer piece) {
        try {
            intake.write(piece);
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot write \"" + intake.wanted().name() + "\" to the cache: " + ex.getMessage(),
                    "Free some space or choose another folder with -Dcore-image.cacheDirectory.",
                    ex);
        }
    }

    private static void checkStart(Reply reply, Intake intake) throws IOException {
        if (reply.status() != PARTIAL) {
            return;
        }
        String range = reply.header("Content-Range").orElse("");
        if (!range.startsWith("bytes " + intake.received() + "-")) {
            intake.restart();
            throw new CutException("it sends another part than the one asked for", new IOException(range), 0);
        }
    }

    /** A web page in the file's place is found before it is taken in. */
    private void checkLength(Courier.Delivery delivery, Intake intake) {
        Optional<String> length = delivery.reply().header("Content-Length").filter(text -> text.matches("[0-9]{1,18}"));
        if (length.isEmpty() || Long.parseLong(length.get()) == intake.missing()) {
            return;
        }
        boolean page = delivery.reply().header("Content-Type").orElse("").startsWith("text/html");
        throw new FaultException(
                "cannot " + purpose() + ": " + Addresses.brief(delivery.uri())
                        + (page ? " answers with a web page of " : " sends ") + length.get() + " bytes instead of "
                        + intake.missing(),
                page
                        ? "A network that wants a login or a proxy answers in the store's place; open a page in a browser."
                        : "The store's list and its files do not fit; run the build again, perhaps without a proxy between.",
                null);
    }
}
