package io.coreimage.gadget;

import io.coreimage.yaml.Place;
import java.util.Arrays;

/**
 * A source of content that is in the kernel snap: {@code $kernel:<asset>/<path>}.
 * @param asset the asset's name
 * @param path where in the kernel, without the slash at the end
 * @param inside whether what is in the directory is meant, not the directory
 */
record KernelReference(String asset, String path, boolean inside) {

    private static final String PREFIX = "$kernel:";

    static boolean is(String source) {
        return source.startsWith(PREFIX);
    }

    static KernelReference parse(String source, Place place) {
        String rest = source.substring(PREFIX.length());
        int slash = rest.indexOf('/');
        String asset = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        if (!KernelAssets.NAME.matcher(asset).matches()) {
            throw refuse(source, place, "\"" + asset + "\" is no name of an asset");
        }
        boolean inside = path.endsWith("/");
        String plain = inside ? path.substring(0, path.length() - 1) : path;
        if (plain.isEmpty() || !isClean(plain)) {
            throw refuse(source, place, "behind the asset must stand a plain path");
        }
        return new KernelReference(asset, plain, inside);
    }

    private static boolean isClean(String path) {
        return !path.contains("..")
                && Arrays.stream(path.split("/", -1)).noneMatch(each -> each.isEmpty() || each.equals("."));
    }

    void check(KernelAssets assets, Place place) {
        KernelAssets.Asset known = assets.assets().get(asset);
        if (known == null) {
            throw refuse(toString(), place, "the kernel snap has no asset \"" + asset + "\" in its meta/kernel.yaml");
        }
        if (!known.holds(path)) {
            throw refuse(
                    toString(), place, "asset \"" + asset + "\" of the kernel snap does not list \"" + path + "\"");
        }
    }

    private static GadgetRefusedException refuse(String source, Place place, String reason) {
        return Rule.KERNEL_REFERENCE.refuse(place, "source \"" + source + "\": " + reason);
    }

    @Override
    public String toString() {
        return PREFIX + asset + "/" + path + (inside ? "/" : "");
    }
}
