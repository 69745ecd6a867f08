package io.coreimage.seed;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionDatabase;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.Model;
import io.coreimage.assertion.Preseed;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Hasher;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.Trust;
import java.io.IOException;
import java.util.List;

/**
 * The first boot done in advance: the files that the device's own snapd wrote, and the assertion that vouches for them. To
 * make it somebody has to run that snapd as root; here it is checked against all else in the seed, and placed.
 * @param artifact the bytes of {@code preseed.tgz}
 * @param stream the assertion, with the keys that signed it
 * @param trust what it is verified against
 */
public record Preseeding(ByteSource artifact, List<Assertion> stream, Trust trust) {

    public Preseeding {
        stream = List.copyOf(stream);
    }

    /** Refuse what a device would refuse, or would find to be of another system. */
    void check(Choice choice, SystemLabel label) {
        Preseed preseed = Preseed.of(only());
        verify(choice, preseed.assertion());
        checkSystem(choice.model(), preseed, label);
        new PreseededSnaps(preseed).check(choice.snaps());
        if (!digest().equals(preseed.artifact())) {
            throw refused("the file has another digest than the assertion says");
        }
    }

    void addTo(FileTree.Builder tree, String system) {
        tree.file(system + "preseed.tgz", artifact);
        tree.file(system + "preseed", AssertionText.stream(stream));
    }

    private Assertion only() {
        List<Assertion> preseeds = stream.stream()
                .filter(each -> each.type() == AssertionType.PRESEED)
                .toList();
        if (preseeds.size() != 1) {
            throw refused("its file has " + preseeds.size() + " preseed assertions, and should have one");
        }
        stream.stream()
                .filter(each -> each.type() != AssertionType.PRESEED && each.type() != AssertionType.ACCOUNT_KEY)
                .findFirst()
                .ifPresent(each -> {
                    throw refused(
                            "its file has an assertion of type " + each.type().typeName()
                                    + " too, and should have only the preseed and the keys that signed it");
                });
        return preseeds.get(0);
    }

    private void verify(Choice choice, Assertion preseed) {
        AssertionDatabase database = new AssertionDatabase(trust.roots(), trust.moment());
        database.addAll(trust.given());
        database.addAll(choice.assertions().all());
        database.addAll(stream.stream().filter(each -> !each.equals(preseed)).toList());
        database.check(preseed).orThrow();
        if (!choice.model().preseedAuthority().include(preseed.header("authority-id"))) {
            throw refused("the model does not allow \"" + preseed.header("authority-id") + "\" to sign it");
        }
    }

    private static void checkSystem(Model model, Preseed preseed, SystemLabel label) {
        compare("series", preseed.assertion().header("series"), model.series());
        compare("brand", preseed.brandId(), model.brandId());
        compare("model", preseed.model(), model.name());
        compare("system", preseed.systemLabel(), label.value());
    }

    private static void compare(String what, String is, String expected) {
        if (!is.equals(expected)) {
            throw refused("it is for " + what + " \"" + is + "\", not \"" + expected + "\"");
        }
    }

    private Digest digest() {
        Hasher hasher = Digest.Algorithm.SHA3_384.newHasher();
        try {
            artifact.copyTo(0, artifact.size(), hasher);
            return hasher.finish();
        } catch (IOException ex) {
            throw new FaultException("cannot read the preseed: " + ex.getMessage(), ex);
        }
    }

    static RefusedException refused(String reason) {
        return new RefusedException(
                "cannot place the preseed: " + reason,
                "Make it with exactly these snaps, by snap prepare-image --preseed, and name both of its files.");
    }
}
