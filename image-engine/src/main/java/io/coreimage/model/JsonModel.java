package io.coreimage.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a model in JSON, keeping the line of every value. */
final class JsonModel {

    private static final int DEEPEST = 50;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final ModelRefusal refusal;
    private final JsonParser parser;

    private JsonModel(ModelRefusal refusal, JsonParser parser) {
        this.refusal = refusal;
        this.parser = parser;
    }

    static Node read(String text, ModelRefusal refusal) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new JsonModel(refusal, parser).whole();
        } catch (JsonProcessingException ex) {
            throw refusal.at(place(ex.getLocation()), "it is not JSON (" + ex.getOriginalMessage() + ")", advice());
        } catch (IOException ex) {
            throw new IllegalStateException("a text in memory was not readable", ex);
        }
    }

    private static String advice() {
        return "Mend the file; a comma too many or too few, or a missing quote, are the usual reasons.";
    }

    private Node whole() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw refusal.of("it is empty", "Write the model's headers as one JSON object.");
        }
        Node node = value(first);
        if (parser.nextToken() != null) {
            throw refusal.at(place(), "there is something behind the end of the model", "Keep one model in one file.");
        }
        return node;
    }

    private Node value(JsonToken token) throws IOException {
        String place = place();
        return switch (token) {
            case VALUE_STRING -> new Node.Text(parser.getText(), place);
            case START_ARRAY -> new Node.Items(items(), place);
            case START_OBJECT -> new Node.Entries(entries(), place);
            case VALUE_NULL -> new Node.Stranger("null", "Give it a value, or leave the line out.", place);
            case VALUE_TRUE, VALUE_FALSE -> stranger("the truth value", place);
            default -> stranger("the number", place);
        };
    }

    private Node stranger(String kind, String place) throws IOException {
        String text = parser.getText();
        return new Node.Stranger(kind + " " + text, "Headers are texts: write \"" + text + "\" in quotes.", place);
    }

    private List<Node> items() throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            items.add(value(next));
        }
        return items;
    }

    private List<Node.Entry> entries() throws IOException {
        List<Node.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String place = place();
            entries.add(new Node.Entry(name, place, value(parser.nextToken())));
        }
        return entries;
    }

    private String place() {
        return place(parser.currentTokenLocation());
    }

    /** Where the parser refuses to go on for its own sake, it does not always say where it is. */
    private static String place(@Nullable JsonLocation location) {
        return location == null ? "inside" : "line " + location.getLineNr();
    }
}
