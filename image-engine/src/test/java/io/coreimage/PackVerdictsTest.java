package io.coreimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.problem.RefusedException;
import io.coreimage.squashfs.Compression;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of folders, each with the verdict of {@code snap pack} of the newest snapd; where ours is another one, the
 * table says why.
 */
class PackVerdictsTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "snap", "pack-verdicts.jsonl");

    /** snapd itself is asked about every one of so many; about all of them with {@code -Dcore-image.pack=all}. */
    private static final int SAMPLE = "all".equals(System.getProperty("core-image.pack")) ? 1 : 15;

    @TempDir
    private Path temporary;

    private record Row(String name, JsonNode json) {

        boolean snapdPacks() {
            return json.get("snapd").asText().equals("packs");
        }

        boolean wePack() {
            return json.has("ours") ? json.get("ours").asText().equals("packs") : snapdPacks();
        }

        /** Make the folder. */
        void writeTo(Path folder) throws IOException {
            write(folder, "meta", "755", null);
            String kind = json.get("kind").asText();
            if (!kind.equals("none")) {
                String file = kind.equals("snap") ? "meta/snap.yaml" : "meta/component.yaml";
                write(folder, file, "644", json.get("yaml").asText());
            }
            for (Map.Entry<String, JsonNode> each : json.path("links").properties()) {
                Path link = folder.resolve(each.getKey());
                Files.createDirectories(link.getParent());
                Files.createSymbolicLink(link, Path.of(each.getValue().asText()));
            }
            List<Map.Entry<String, JsonNode>> files =
                    new ArrayList<>(json.path("files").properties());
            for (Map.Entry<String, JsonNode> each : files) {
                boolean isFolder = each.getKey().endsWith("/");
                String text = isFolder ? null : each.getValue().get(1).asText();
                write(folder, each.getKey(), each.getValue().get(0).asText(), text);
            }
        }

        private static void write(Path folder, String path, String mode, String textOrFolder) throws IOException {
            Path place = folder.resolve(path);
            if (textOrFolder == null) {
                Files.createDirectories(place);
            } else {
                Files.createDirectories(place.getParent());
                Files.writeString(place, textOrFolder);
            }
            Files.setAttribute(place, "unix:mode", Integer.parseInt(mode, 8));
        }
    }

    private static List<Row> rows() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            JsonNode node = json.readTree(line);
            rows.add(new Row(node.get("name").asText(), node));
        }
        return rows;
    }

    private Path folder(int index, Row row) throws IOException {
        Path folder = temporary.resolve("case " + index);
        row.writeTo(folder);
        return folder;
    }

    @Test
    void everyFolderIsPackedOrRefusedAsTheTableSays() throws IOException {
        List<String> surprises = new ArrayList<>();
        List<Row> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            String refusal = refusal(folder(i, rows.get(i)));
            if (refusal.isEmpty() != rows.get(i).wePack()) {
                surprises.add(rows.get(i).name() + (refusal.isEmpty() ? ": packed" : ": " + refusal));
            }
        }

        assertThat(surprises).isEmpty();
        assertThat(rows)
                .hasSizeGreaterThan(700)
                .filteredOn(each -> each.json().has("ours"))
                .allMatch(each -> each.json().has("because"));
    }

    private String refusal(Path folder) throws IOException {
        try {
            new PackRequest(folder, Instant.EPOCH, Compression.GZIP, 1).look();
            return "";
        } catch (RefusedException ex) {
            assertThat(ex.getMessage()).startsWith("cannot pack \"" + folder + "\": ");
            return ex.getMessage();
        }
    }

    @Test
    void snapPackSaysWhatTheTableSays() throws IOException {
        List<String> surprises = new ArrayList<>();
        List<Row> rows = rows();
        for (int i = 0; i < rows.size(); i += SAMPLE) {
            var verdict = Foreign.oracleTool("newest/snap").judge("pack", folder(i, rows.get(i)), temporary);
            if ((verdict.status() == 0) != rows.get(i).snapdPacks()) {
                surprises.add(rows.get(i).name() + ": " + verdict.output());
            }
        }

        assertThat(surprises).isEmpty();
    }
}
