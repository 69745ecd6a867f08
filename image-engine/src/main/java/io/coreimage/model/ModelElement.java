package io.coreimage.model;

import java.util.List;

/**
 * An element of a model that is written in XML. The model's own schema says whether its children are a list or a map.
 * @param name the element's name
 * @param text its text, empty where there is none
 * @param children the elements in it
 */
public record ModelElement(String name, String text, List<ModelElement> children) {

    public ModelElement {
        children = List.copyOf(children);
    }
}
