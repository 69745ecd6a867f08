package io.coreimage;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionDatabase;
import io.coreimage.assertion.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges assertions in whatever order they come: those that can be proven are, until nothing more follows from them. */
final class Judgement {

    private final JudgeRequest request;
    private final AssertionDatabase database;

    Judgement(JudgeRequest request) {
        this.request = request;
        this.database = new AssertionDatabase(request.roots(), request.moment());
    }

    List<Verdict> run() {
        settle(request.known());
        Map<Assertion, Verdict> verdicts = settle(request.assertions());
        return request.assertions().stream().map(verdicts::get).toList();
    }

    /** Judge again and again, as long as something new is proven that may prove the rest. */
    private Map<Assertion, Verdict> settle(List<Assertion> assertions) {
        Map<Assertion, Verdict> verdicts = new LinkedHashMap<>();
        List<Assertion> open = new ArrayList<>(assertions);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = open.removeIf(assertion -> isProven(assertion, verdicts));
        }
        return verdicts;
    }

    private boolean isProven(Assertion assertion, Map<Assertion, Verdict> verdicts) {
        Verdict verdict = database.check(assertion);
        verdicts.put(assertion, verdict);
        if (verdict.isTrusted() && !database.knows(assertion.ref())) {
            database.add(assertion);
        }
        return verdict.isTrusted();
    }
}
