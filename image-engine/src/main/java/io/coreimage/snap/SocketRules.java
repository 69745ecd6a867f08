package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What snapd demands of the sockets that start a service. */
final class SocketRules {

    private static final Pattern NAME = Pattern.compile("[a-z](?:-?[a-z0-9])*");
    private static final Pattern PORT = Pattern.compile(
            "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}" + "|655[0-2][0-9]|6553[0-5]");
    private static final Set<String> ADDRESSES = Set.of("127.0.0.1", "[::1]", "[::]");
    private static final List<String> OF_THE_SYSTEM = List.of("$SNAP_DATA/", "$SNAP_COMMON/", "$XDG_RUNTIME_DIR/");
    private static final List<String> OF_A_USER =
            List.of("$SNAP_USER_DATA/", "$SNAP_USER_COMMON/", "$XDG_RUNTIME_DIR/");

    private final String what;
    private final Fields app;
    private final Fields top;

    SocketRules(String what, Fields app, Fields top) {
        this.what = what;
        this.app = app;
        this.top = top;
    }

    void check(String name, YamlNode node) {
        String socket = "socket \"" + name + "\" of " + what;
        if (!NAME.matcher(name).matches()) {
            throw new YamlException(node.place(), socket + " needs a name of small letters, digits and single dashes");
        }
        if (!PlugRules.hasPlug(app, top, "network-bind")) {
            throw new YamlException(node.place(), socket + " needs the plug network-bind");
        }
        Map<String, YamlNode> fields = node.map(socket);
        YamlNode stream = fields.get("listen-stream");
        String address = stream == null ? "" : stream.text("listen-stream of " + socket);
        if (!isAddress(address)) {
            throw new YamlException(
                    node.place(),
                    "listen-stream of " + socket + " is \"" + address + "\", where no such socket can be");
        }
    }

    private boolean isAddress(String address) {
        if (address.startsWith("@")) {
            return address.startsWith("@snap." + top.text("name") + ".");
        }
        if (address.startsWith("/") || address.startsWith("$")) {
            List<String> folders = ServiceRules.isOfTheSystem(app) ? OF_THE_SYSTEM : OF_A_USER;
            return CleanPath.isClean(address) && folders.stream().anyMatch(address::startsWith);
        }
        int colon = address.lastIndexOf(':');
        return PORT.matcher(address.substring(colon + 1)).matches()
                && (colon < 0 || ADDRESSES.contains(address.substring(0, colon)));
    }
}
