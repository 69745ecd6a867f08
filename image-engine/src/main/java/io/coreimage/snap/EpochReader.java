package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an epoch in its three forms: {@code 2}, {@code 2*}, and a map of what is read and written. */
final class EpochReader {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final long LARGEST = 0xffff_ffffL;
    private static final int MOST = 10;

    private EpochReader() {}

    static Epoch read(YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.value().isEmpty() ? Epoch.ZERO : ofText(text);
        }
        Map<String, YamlNode> map = node.map("epoch");
        if (!map.containsKey("read") && !map.containsKey("write")) {
            return Epoch.ZERO;
        }
        YamlNode read = map.getOrDefault("read", map.get("write"));
        YamlNode write = map.getOrDefault("write", map.get("read"));
        return check(node, new Epoch(numbers(read == null ? node : read), numbers(write == null ? node : write)));
    }

    private static Epoch ofText(YamlNode.Text text) {
        boolean both = text.value().endsWith("*");
        String digits = both ? text.value().substring(0, text.value().length() - 1) : text.value();
        long number = number(text, digits);
        if (both && number == 0) {
            throw refused(text, "0* reads nothing before it");
        }
        return new Epoch(both ? List.of(number - 1, number) : List.of(number), List.of(number));
    }

    private static List<Long> numbers(YamlNode node) {
        return node.list("epoch's list").stream()
                .map(each -> number(each, each.text("epoch")))
                .toList();
    }

    private static long number(YamlNode node, String text) {
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) > LARGEST) {
            throw refused(node, "\"" + text + "\" is no number");
        }
        return Long.parseLong(text);
    }

    private static Epoch check(YamlNode node, Epoch epoch) {
        if (!isRising(epoch.read()) || !isRising(epoch.write())) {
            throw refused(node, "needs one to ten rising numbers in each list");
        }
        if (epoch.read().stream().noneMatch(epoch.write()::contains)) {
            throw refused(node, "reads nothing of what it writes");
        }
        return epoch;
    }

    private static boolean isRising(List<Long> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                return false;
            }
        }
        return !numbers.isEmpty() && numbers.size() <= MOST;
    }

    private static RuntimeException refused(YamlNode node, String reason) {
        return new YamlException(node.place(), "epoch " + reason);
    }
}
