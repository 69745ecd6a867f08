package io.coreimage.maven.config;

import io.coreimage.model.ModelElement;
import io.coreimage.model.ModelText;
import java.util.Arrays;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** A model in the configuration of a POM: an element for each header. What is a list and what a map, the engine knows. */
public final class InlineModel {

    private InlineModel() {}

    /** Return the model that an element holds. */
    public static ModelText read(PlexusConfiguration element) {
        return ModelText.xml(element(element));
    }

    /** Return whether a text stands anywhere in an element. */
    public static boolean mentions(PlexusConfiguration element, String text) {
        String value = element.getValue("");
        return (value != null && value.contains(text))
                || Arrays.stream(element.getChildren()).anyMatch(each -> mentions(each, text));
    }

    private static ModelElement element(PlexusConfiguration element) {
        String text = element.getValue("");
        return new ModelElement(
                element.getName(),
                text == null ? "" : text.strip(),
                Arrays.stream(element.getChildren()).map(InlineModel::element).toList());
    }
}
