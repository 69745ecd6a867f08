package io.coreimage;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Verdict;
import io.coreimage.model.ModelDraft;
import java.io.IOException;
import java.util.List;

/** Everything the engine does for others. Not tied to a thread; what happens is told while it happens. */
public final class CoreImage {

    private final BuildEvents events;

    public CoreImage(BuildEvents events) {
        this.events = events;
    }

    /** Return what would be signed. */
    public ModelDraft draft(SignRequest request) {
        return Advice.with(() -> request.model().draft(request.rules()));
    }

    /** Sign a model, unless the output says the same already. */
    public SignResult sign(SignRequest request) {
        return Advice.with(() -> new ModelSigning(request, events).run());
    }

    /** Take a signed model as it is, if it is one and nothing speaks against it. */
    public Assertion use(UseRequest request) {
        return Advice.with(() -> new SignedModel(request, events).run());
    }

    /**
     * Prove assertions with the help of each other.
     * @throws io.coreimage.problem.RefusedException about the first that cannot be trusted
     */
    public List<Verdict> prove(JudgeRequest request) {
        return Advice.with(() -> judge(request).stream().map(Verdict::orThrow).toList());
    }

    /** Judge assertions one by one, each with the help of those that proved to be trusted. */
    public List<Verdict> judge(JudgeRequest request) {
        return new Judgement(request).run();
    }

    /** Choose and fetch the snaps of an image, by its lock where there is one. */
    public Fetched fetch(FetchRequest request) throws IOException {
        return Advice.withFiles(() -> new Fetching(request, events).fetch());
    }

    /** Choose anew and write the lock. */
    public LockResult lock(FetchRequest request) throws IOException {
        return Advice.withFiles(() -> new Fetching(request, events).lock());
    }

    /** Plan and write the images of a choice, unless an earlier build left exactly the same. */
    public AssembleResult assemble(AssembleRequest request) throws IOException {
        return new ImageBuild(request, events).run();
    }
}
