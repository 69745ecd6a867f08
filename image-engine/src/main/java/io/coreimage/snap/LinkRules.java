package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.List;
import java.util.regex.Pattern;

/** What snapd demands of the addresses of a snap's makers. */
final class LinkRules {

    private static final Pattern KEY = Pattern.compile("[a-zA-Z](?:-?[a-zA-Z0-9])*");
    private static final Pattern WEB = Pattern.compile("(?i:https?):(?://)?\\S*");
    private static final Pattern MAIL = Pattern.compile("(?:mailto:)?[^:@]*@[^:@]*");

    private LinkRules() {}

    static void check(Fields top) {
        top.map("links").forEach((key, node) -> {
            if (!KEY.matcher(key).matches()) {
                throw new YamlException(node.place(), "links: \"" + key + "\" is no name of a kind of links");
            }
            List<YamlNode> links = node.list("links \"" + key + "\"");
            if (links.isEmpty()) {
                throw new YamlException(node.place(), "links: \"" + key + "\" has none");
            }
            links.forEach(each -> checkLink(key, each));
        });
    }

    private static void checkLink(String key, YamlNode node) {
        String link = node.text("links \"" + key + "\"");
        if (!WEB.matcher(link).matches() && !MAIL.matcher(link).matches()) {
            throw new YamlException(
                    node.place(), "links: \"" + link + "\" of \"" + key + "\" is no address of the web or of mail");
        }
    }
}
