package io.coreimage.model;

import java.util.List;

/** Decides by the schema what the elements of a POM are: a text, a list or a map; never by how many there are. */
final class Elements {

    private Elements() {}

    static Node decide(Node node, Shape shape, ModelRefusal refusal) {
        if (!(node instanceof Node.Undecided undecided)) {
            return node;
        }
        ModelElement element = undecided.element();
        boolean bare = element.children().isEmpty();
        if (!bare && !element.text().isBlank()) {
            throw refusal.at(node.place(), "it has both text and elements in it", "Keep one of the two.");
        }
        return bare ? leaf(undecided, shape) : parent(undecided, shape, refusal);
    }

    private static Node leaf(Node.Undecided node, Shape shape) {
        String text = node.element().text();
        boolean empty = text.isBlank();
        if (empty && shape instanceof Shape.ListOf) {
            return new Node.Items(List.of(), node.place());
        }
        return empty && (shape instanceof Shape.Fields || shape instanceof Shape.MapOf)
                ? new Node.Entries(List.of(), node.place())
                : new Node.Text(text, node.place());
    }

    private static Node parent(Node.Undecided node, Shape shape, ModelRefusal refusal) {
        Shape inner = shape.structure();
        if (inner instanceof Shape.ListOf) {
            return new Node.Items(children(node), node.place());
        }
        if (inner instanceof Shape.Fields || inner instanceof Shape.MapOf) {
            return new Node.Entries(entries(node), node.place());
        }
        String reason = inner instanceof Shape.Text
                ? "it is a text and cannot have elements in it"
                : "whether its elements are a list or a map is known for headers of models only";
        throw refusal.at(node.place(), reason, "Correct it, or keep the model in a JSON or YAML file.");
    }

    private static List<Node> children(Node.Undecided node) {
        return node.element().children().stream()
                .map(child -> undecided(node, child))
                .toList();
    }

    private static List<Node.Entry> entries(Node.Undecided node) {
        return node.element().children().stream()
                .map(child -> new Node.Entry(child.name(), place(node, child), undecided(node, child)))
                .toList();
    }

    private static Node undecided(Node.Undecided parent, ModelElement child) {
        return new Node.Undecided(child, place(parent, child));
    }

    private static String place(Node.Undecided parent, ModelElement child) {
        return parent.place() + "/" + child.name();
    }
}
