package io.coreimage.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.Digest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a store with a certain stock says to a question. */
final class StoreAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RISKS = List.of("stable", "candidate", "beta", "edge");
    private static final String ASSERTIONS = "/v2/assertions/";
    private static final String DOWNLOAD = "/download/";
    private static final String INFO = "/v2/snaps/info/";
    private static final Pattern SEQUENCE = Pattern.compile("(?:^|&)sequence=([^&]+)");

    private final Stock stock;
    private final String url;

    StoreAnswers(Stock stock, String url) {
        this.stock = stock;
        this.url = url;
    }

    StoreAnswer answer(RecordedRequest request) {
        URI uri = URI.create(request.path());
        String path = uri.getPath();
        if (path.equals("/v2/snaps/refresh") && request.method().equals("POST")) {
            return refresh(request);
        }
        if (path.startsWith(ASSERTIONS)) {
            return assertion(uri);
        }
        if (path.startsWith(DOWNLOAD)) {
            return stock.file(path.substring(DOWNLOAD.length()))
                    .map(StoreAnswer::file)
                    .orElse(StoreAnswer.error(404, "not-found", "no such file"));
        }
        if (path.startsWith(INFO)) {
            return info(path.substring(INFO.length()));
        }
        return StoreAnswer.error(404, "not-found", "no such endpoint");
    }

    private StoreAnswer refresh(RecordedRequest request) {
        JsonNode question;
        try {
            question = JSON.readTree(request.body());
        } catch (JsonProcessingException ex) {
            return StoreAnswer.error(400, "bad-argument", "not JSON");
        }
        if (request.header("User-Agent").isEmpty()
                || request.header("Snap-Device-Series").isEmpty()) {
            return StoreAnswer.error(400, "missing-header", "a header is missing");
        }
        String architecture = request.header("Snap-Device-Architecture").orElse("");
        ObjectNode body = JSON.createObjectNode();
        ArrayNode results = body.putArray("results");
        question.path("actions").forEach(action -> results.add(result(action, architecture)));
        body.putArray("error-list");
        return StoreAnswer.json(200, body.toString());
    }

    private ObjectNode result(JsonNode action, String architecture) {
        String name = action.path("name").asText();
        if (!action.has("epoch")) {
            return error(action, "unexpected-data", "the client knows nothing of epochs");
        }
        List<StockedSnap> revisions = stock.revisions(name);
        if (revisions.isEmpty()) {
            return error(action, "name-not-found", "Snap not found");
        }
        Optional<Found> found = choose(action, architecture, revisions);
        return found.isPresent() ? offer(action, found.get()) : noRevision(action, revisions);
    }

    private Optional<Found> choose(JsonNode action, String architecture, List<StockedSnap> revisions) {
        List<StockedSnap> fitting = revisions.stream()
                .filter(each -> each.architectures().contains("all")
                        || each.architectures().contains(architecture))
                .toList();
        if (action.has("revision")) {
            int revision = action.get("revision").asInt();
            return fitting.stream()
                    .filter(each -> each.revision() == revision)
                    .map(each -> new Found(each, ""))
                    .findFirst();
        }
        String channel = full(action.path("channel").asText("stable"));
        Optional<Map<String, Integer>> map = stock.channels(revisions.get(0).name());
        if (map.isEmpty()) {
            return fitting.stream()
                    .max((a, b) -> Integer.compare(a.revision(), b.revision()))
                    .map(each -> new Found(each, channel));
        }
        return fallbacks(channel).stream()
                .filter(map.get()::containsKey)
                .flatMap(each -> fitting.stream()
                        .filter(snap -> snap.revision() == map.get().get(each))
                        .map(snap -> new Found(snap, each)))
                .findFirst();
    }

    private static String full(String channel) {
        String first = channel.contains("/") ? channel.substring(0, channel.indexOf('/')) : channel;
        if (RISKS.contains(first)) {
            return "latest/" + channel;
        }
        return channel.contains("/") ? channel : channel + "/stable";
    }

    /** Return where to look: a closed risk is stood in for by the safer ones. */
    private static List<String> fallbacks(String channel) {
        String[] parts = channel.split("/");
        int risk = RISKS.indexOf(parts[1]);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(channel),
                        java.util.stream.IntStream.rangeClosed(0, risk)
                                .mapToObj(i -> parts[0] + "/" + RISKS.get(risk - i)))
                .toList();
    }

    private static ObjectNode error(JsonNode action, String code, String message) {
        ObjectNode result = JSON.createObjectNode();
        result.put("result", "error");
        result.put("instance-key", action.path("instance-key").asText());
        result.putNull("snap-id");
        result.put("name", action.path("name").asText());
        ObjectNode error = result.putObject("error");
        error.put("code", code);
        error.put("message", message);
        error.putObject("extra");
        return result;
    }

    private ObjectNode noRevision(JsonNode action, List<StockedSnap> revisions) {
        ObjectNode result = error(action, "revision-not-found", "No revision was found in the Store.");
        ArrayNode releases = ((ObjectNode) result.path("error").path("extra")).putArray("releases");
        Set<String> open =
                stock.channels(revisions.get(0).name()).map(Map::keySet).orElse(Set.of("latest/stable"));
        for (String architecture : revisions.get(0).architectures()) {
            open.stream().sorted().forEach(channel -> {
                ObjectNode release = releases.addObject();
                release.put("architecture", architecture);
                release.put("channel", channel);
            });
        }
        return result;
    }

    private ObjectNode offer(JsonNode action, Found found) {
        ObjectNode result = JSON.createObjectNode();
        result.put("result", action.path("action").asText());
        result.put("instance-key", action.path("instance-key").asText());
        result.put("snap-id", found.snap.id());
        result.put("name", found.snap.name());
        if (!found.channel.isEmpty()) {
            result.put("effective-channel", found.channel);
        }
        result.put("released-at", "2024-05-02T08:00:00.000000+00:00");
        result.set("snap", snap(found.snap));
        return result;
    }

    private ObjectNode snap(StockedSnap stocked) {
        ObjectNode snap = JSON.createObjectNode();
        snap.put("snap-id", stocked.id());
        snap.put("name", stocked.name());
        snap.put("revision", stocked.revision());
        snap.put("version", stocked.version());
        snap.put("type", stocked.type());
        stocked.architectures().forEach(snap.putArray("architectures")::add);
        snap.put("base", stocked.base());
        snap.put("confinement", "strict");
        snap.put("created-at", "2024-05-01T10:00:00.000000+00:00");
        ObjectNode epoch = snap.putObject("epoch");
        epoch.putArray("read").add(0);
        epoch.putArray("write").add(0);
        snap.set("publisher", publisher(stocked.publisher()));
        snap.put("snap-yaml", stocked.yaml());
        snap.set("download", download(stocked.file().getFileName().toString(), stocked.digest(), stocked.size()));
        ArrayNode resources = snap.putArray("resources");
        stocked.components().forEach(each -> {
            ObjectNode resource = resources.addObject();
            resource.put("name", each.name());
            resource.put("type", "component/" + each.type());
            resource.put("revision", each.revision());
            resource.put("version", each.version());
            resource.put("created-at", "2024-05-01T10:00:00.000000+00:00");
            resource.set("download", download(each.file().getFileName().toString(), each.digest(), each.size()));
        });
        return snap;
    }

    private ObjectNode publisher(String accountId) {
        Optional<Assertion> account = stock.find("account/" + accountId);
        ObjectNode publisher = JSON.createObjectNode();
        publisher.put("id", accountId);
        publisher.put("username", account.map(each -> each.header("username")).orElse(accountId));
        publisher.put(
                "display-name", account.map(each -> each.header("display-name")).orElse(accountId));
        publisher.put("validation", "unproven");
        return publisher;
    }

    private ObjectNode download(String fileName, Digest digest, long size) {
        ObjectNode download = JSON.createObjectNode();
        download.put("url", url + "download/" + fileName.replace("+", "%2B"));
        download.put("size", size);
        download.put("sha3-384", digest.hex());
        download.putArray("deltas");
        return download;
    }

    private StoreAnswer info(String name) {
        List<StockedSnap> revisions = stock.revisions(name);
        if (revisions.isEmpty()) {
            return StoreAnswer.error(404, "resource-not-found", "No snap named '" + name + "' found in series '16'.");
        }
        ObjectNode body = JSON.createObjectNode();
        body.put("name", name);
        body.put("snap-id", revisions.get(0).id());
        body.putNull("default-track");
        body.set("snap", snap(revisions.get(0)));
        ArrayNode map = body.putArray("channel-map");
        for (StockedSnap each : revisions) {
            ObjectNode entry = map.addObject();
            ObjectNode channel = entry.putObject("channel");
            channel.put("architecture", each.architectures().get(0));
            channel.put("name", "stable");
            channel.put("risk", "stable");
            channel.put("track", "latest");
            entry.put("revision", each.revision());
            entry.put("version", each.version());
        }
        return StoreAnswer.json(200, body.toString());
    }

    private StoreAnswer assertion(URI uri) {
        String key = URLDecoder.decode(
                uri.getRawPath().substring(ASSERTIONS.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        Matcher sequence = SEQUENCE.matcher(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        Optional<Assertion> found = stock.find(key);
        if (sequence.find()) {
            found = sequence.group(1).equals("latest") ? stock.latest(key) : stock.find(key + "/" + sequence.group(1));
        }
        return found.map(each -> StoreAnswer.assertion(each.encoded()))
                .orElse(StoreAnswer.error(404, "not-found", "not found: no such assertion"));
    }

    /** A snap and the channel that it was found in. */
    private record Found(StockedSnap snap, String channel) {}
}
