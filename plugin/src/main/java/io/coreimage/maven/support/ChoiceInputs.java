package io.coreimage.maven.support;

import io.coreimage.assemble.InputDigest;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.resolve.KeptChoice;
import io.coreimage.resolve.LocalFile;
import io.coreimage.resolve.Wishes;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * All that the choice of snaps depends on, and nothing else.
 * @param model the signed model
 * @param lock the lock that says what was chosen
 * @param wishes what the user says besides, with the files that stand in for snaps
 * @param roots where every chain of signatures ends
 */
public record ChoiceInputs(Path model, Path lock, Wishes wishes, TrustedRoots roots) {

    /** Return the digests of all of it. */
    public InputDigest digest() {
        InputDigest digest = new InputDigest();
        digest.addFile("model", model);
        digest.addFile("lock", lock).addFile("assertions", KeptChoice.assertionsOf(lock));
        filesOf(wishes).forEach(each -> digest.addFile(each.origin(), each.path()));
        digest.add("roots", roots.keyIds().stream().sorted().toList());
        digest.add("assertions of the user", wishes.assertions());
        digest.add("plugin", BuildFacts.pluginVersion());
        return digest;
    }

    /** Return the files that stand in for snaps and components. */
    public static Stream<LocalFile> filesOf(Wishes wishes) {
        Stream<LocalFile> snaps = wishes.snaps().stream().flatMap(each -> Stream.ofNullable(each.file()));
        Stream<LocalFile> components = wishes.components().stream().flatMap(each -> Stream.ofNullable(each.file()));
        return Stream.concat(snaps, components);
    }
}
