package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.List;
import java.util.regex.Pattern;

/** What snapd demands of a snap.yaml that is packed, beyond what must hold of one that is read. */
final class DefinitionRules {

    private static final Pattern USER = Pattern.compile("[a-z0-9_](?:-?[a-z0-9_])*");

    private final Fields fields;

    DefinitionRules(Fields fields) {
        this.fields = fields;
    }

    void check(SnapInfo info) {
        List.of("architectures", "assumes").forEach(fields::list);
        if (fields.has("license") && !isLicense(fields.text("license"))) {
            throw fields.refused(
                    "license", "\"" + fields.text("license") + "\" is no expression of SPDX licences that snapd knows");
        }
        LinkRules.check(fields);
        new AppRules(fields).check();
        fields.map("hooks").forEach(DefinitionRules::checkHook);
        PlugRules.check(fields);
        new LayoutRules(info.name()).check(fields);
        fields.map("system-usernames").forEach(DefinitionRules::checkUser);
    }

    private static boolean isLicense(String text) {
        return text.isEmpty() || LicenseText.isValid(text);
    }

    private static void checkHook(String name, YamlNode node) {
        String what = "hook \"" + name + "\"";
        AppRules.checkChain(what, new Fields(node.map(what)));
    }

    private static void checkUser(String name, YamlNode node) {
        String what = "system-usernames: \"" + name + "\"";
        if (!USER.matcher(name).matches()) {
            throw new YamlException(node.place(), what + " is no name of a user");
        }
        YamlNode scope =
                node instanceof YamlNode.Mapping mapping ? mapping.values().get("scope") : node;
        if (scope == null || scope.isNothing()) {
            throw new YamlException(node.place(), what + " has no scope");
        }
        scope.text("scope of " + what);
    }
}
