package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import java.util.List;

/**
 * Reads what a structure holds.
 * @param emmc whether it is a boot area of an eMMC
 * @param files whether files go into it, not bytes
 */
record ContentReader(boolean emmc, boolean files) {

    List<Content> read(Fields structure) {
        return structure.list("content").stream()
                .map(each -> Fields.of(each, "an entry of content"))
                .map(each -> files ? files(each) : image(each))
                .toList();
    }

    private static Content files(Fields entry) {
        if (entry.has("image") || entry.has("offset") || entry.has("size")) {
            throw Rule.CONTENT_FS_IMAGE.refuse(
                    entry.place(),
                    "\"image\", \"offset\" and \"size\" have no meaning in a structure with a file system");
        }
        String source = entry.text("source");
        String target = entry.text("target");
        if (source.isEmpty()) {
            throw Rule.CONTENT_NO_SOURCE.refuse(entry.place(), "this entry of content has no source");
        }
        if (target.isEmpty()) {
            throw Rule.CONTENT_NO_TARGET.refuse(entry.place(), "this entry of content has no target");
        }
        return new Content.Files(entry.place(), source, target, entry.flag("unpack"));
    }

    private Content image(Fields entry) {
        if (entry.has("source") || entry.has("target")) {
            Rule rule = emmc ? Rule.CONTENT_EMMC_SOURCE : Rule.CONTENT_BARE_SOURCE;
            throw rule.refuse(
                    entry.place(),
                    "\"source\" and \"target\" have no meaning in a structure without a file system",
                    "Write image: with a file of the gadget, or give the structure a filesystem.");
        }
        if (emmc && (entry.has("offset") || entry.has("size"))) {
            throw Rule.CONTENT_EMMC_OFFSET.refuse(
                    entry.place(), "\"offset\" and \"size\" have no meaning in a volume with schema emmc");
        }
        if (entry.text("image").isEmpty()) {
            throw Rule.CONTENT_NO_IMAGE.refuse(entry.place(), "this entry of content has no image");
        }
        Size offset = entry.size("offset");
        return new Content.Image(entry.place(), entry.text("image"), offset, entry.sizeOrZero("size"));
    }
}
