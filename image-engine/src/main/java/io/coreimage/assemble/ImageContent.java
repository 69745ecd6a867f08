package io.coreimage.assemble;

import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.resolve.Choice;
import org.jspecify.annotations.Nullable;

/** What an image's bytes depend on, in one digest that its ids are derived from. */
final class ImageContent {

    private ImageContent() {}

    static Digest digest(Choice choice, ImageOptions options) {
        InputDigest digest = new InputDigest();
        digest.add("timestamp", options.timestamp())
                .add("sector", options.sector().bytes())
                .add("label", options.labelOrDay())
                .add("disk info", idOf(options.diskInfo()))
                .add("customization", options.customization().disableConsoleConf())
                .add("user data", idOf(options.customization().userData()))
                .add("boot flags", options.customization().bootFlags());
        if (options.preseeding() != null) {
            digest.add("preseed", options.preseeding().artifact().id());
            options.preseeding().stream().forEach(each -> add(digest, each));
        }
        add(digest, choice.model().assertion());
        choice.assertions().all().forEach(each -> add(digest, each));
        choice.snaps().forEach(snap -> {
            digest.add("snap " + snap.name(), snap.file().digest() + " " + snap.revision() + " " + snap.channel());
            snap.components()
                    .forEach(each -> digest.add(
                            "component " + each.info().name(), each.content().id() + " " + each.revision()));
        });
        return digest.finish();
    }

    private static void add(InputDigest digest, Assertion assertion) {
        digest.add(assertion.ref().toString(), Digest.compute(Digest.Algorithm.SHA_256, assertion.encoded()));
    }

    private static String idOf(@Nullable ByteSource source) {
        return source == null ? "" : source.id().toString();
    }
}
