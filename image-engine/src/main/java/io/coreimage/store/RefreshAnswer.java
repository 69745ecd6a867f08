package io.coreimage.store;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a store answers to a {@link Refresh}, and says of every snap that it does not give why. */
final class RefreshAnswer {

    /** The store's code for a login that is stale though everything was answered. */
    static final String STALE = "user-authorization-needs-refresh";

    private final Refresh question;
    private final Device device;
    private final @Nullable LoginSession session;
    private final Map<String, Json> results = new LinkedHashMap<>();
    private final Json body;

    RefreshAnswer(Refresh question, Device device, @Nullable LoginSession session, Json body) {
        this.question = question;
        this.device = device;
        this.session = session;
        this.body = body;
        body.objects("results").forEach(each -> results.put(each.text("instance-key", ""), each));
    }

    /** Return whether the store wants a fresh login and the question again. */
    boolean isStale() {
        return errors().stream().anyMatch(each -> each.code().equals(STALE));
    }

    private List<StoreErrors.Entry> errors() {
        return StoreErrors.of(body);
    }

    List<Offer> offers() {
        refuseErrors();
        List<Offer> offers = new ArrayList<>();
        List<AskRefusal> refusals = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (int i = 0; i < question.asks().size(); i++) {
            Ask ask = question.asks().get(i);
            Json result = results.get(RefreshBody.instanceKey(ask, i));
            if (result == null) {
                unanswered.add("\"" + ask.name() + "\"");
            } else if (result.text("result", "").equals("error")) {
                refusals.add(AskRefusal.read(ask, result, device, session));
            } else {
                offers.add(offer(ask, result));
            }
        }
        refuse(refusals);
        refuseSilence(unanswered);
        return offers;
    }

    private static Offer offer(Ask ask, Json result) {
        Offer offer = OfferReader.read(result);
        if (!offer.name().equals(ask.name())) {
            throw new FaultException(
                    "cannot choose snap \"" + ask.name() + "\": the store answers with \"" + offer.name() + "\"",
                    StoreErrors.MIXED_UP,
                    null);
        }
        return offer;
    }

    private void refuseErrors() {
        List<StoreErrors.Entry> errors = errors();
        if (isStale()) {
            throw new RefusedException(
                    "cannot choose snaps: the store finds the login stale", StoreErrors.loginStep(session));
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(
                    "cannot choose snaps: the store says: " + StoreErrors.join(errors), StoreErrors.ASK_OWNER);
        }
    }

    private static void refuse(List<AskRefusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        String message = refusals.size() == 1
                ? refusals.get(0).sentence()
                : refusals.stream()
                        .map(AskRefusal::sentence)
                        .collect(Collectors.joining("\n  ", "cannot choose snaps:\n  ", ""));
        String nextStep = refusals.stream()
                .map(AskRefusal::nextStep)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        throw new RefusedException(message, nextStep.isEmpty() ? null : nextStep);
    }

    private static void refuseSilence(List<String> unanswered) {
        if (!unanswered.isEmpty()) {
            throw new FaultException(
                    "cannot choose snaps: the store says nothing about " + String.join(", ", unanswered),
                    "The store may not know such snaps: check the names in the model, and the store's address.",
                    null);
        }
    }
}
