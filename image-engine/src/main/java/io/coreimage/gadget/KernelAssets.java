package io.coreimage.gadget;

import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlNode.Text;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a kernel snap offers for the gadget's partitions: {@code meta/kernel.yaml}, which may be missing.
 * @param assets by name
 */
record KernelAssets(Map<String, Asset> assets) {

    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*");

    private static final String PATH = "meta/kernel.yaml";
    private static final Set<String> MODULES = Set.of("", "$SNAP_DATA", "${SNAP_DATA}");

    /**
     * Files of a kernel under one name.
     * @param update whether they change with the kernel
     * @param content the paths of files and directories
     */
    record Asset(boolean update, List<String> content) {

        boolean holds(String path) {
            return content.stream()
                    .map(each -> each.endsWith("/") ? each.substring(0, each.length() - 1) : each)
                    .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
        }
    }

    static KernelAssets read(SnapFiles kernel) throws IOException {
        return kernel.find(PATH) == null ? new KernelAssets(Map.of()) : parse(kernel.text(PATH));
    }

    static KernelAssets parse(String text) {
        Fields top = Fields.read("kernel.yaml", text);
        if (!MODULES.contains(top.text("dynamic-modules"))) {
            throw Rule.KERNEL_ASSET.refuse(
                    top.placeOf("dynamic-modules"), "dynamic-modules must be empty or $SNAP_DATA");
        }
        Map<String, Asset> assets = new LinkedHashMap<>();
        top.fields("assets").all().forEach((name, value) -> assets.put(checked(name), asset(value)));
        return new KernelAssets(assets);
    }

    private static Asset asset(YamlNode node) {
        Fields fields = Fields.of(node, "an asset");
        return new Asset(fields.flag("update"), fields.texts("content"));
    }

    private static String checked(Text name) {
        if (!NAME.matcher(name.value()).matches()) {
            throw Rule.KERNEL_ASSET.refuse(name.place(), "\"" + name.value() + "\" is no name of an asset");
        }
        return name.value();
    }
}
