package io.coreimage.maven.config;

import io.coreimage.InputFile;
import io.coreimage.model.ModelText;
import io.coreimage.problem.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file with a model. Its ending says what is in it, {@code .json}, {@code .yaml}, {@code .yml} or {@code .model}; with
 * another ending its beginning does.
 * @param file where it is
 * @param text what is in it
 */
public record ModelFile(Path file, String text) {

    private static final Pattern SIGNED = Pattern.compile("(?m)^sign-key-sha3-384: \\S");

    /** Far more MiB than any model has. */
    private static final int LONGEST = 1;

    /** Read the file. */
    public static ModelFile read(Path file) {
        byte[] content = InputFile.read(file, LONGEST);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new ModelFile(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException ex) {
            throw new RefusedException(
                    "cannot read model \"" + file + "\": it is not text in UTF-8",
                    "Save it in UTF-8, or check the name of the file.",
                    ex);
        }
    }

    /** Return whether it is signed already. */
    public boolean isSigned() {
        return endsWith(".model")
                || endsWith(".assert")
                || (!isJson() && !isYaml() && SIGNED.matcher(text).find());
    }

    /** Return the model, which is not signed yet. */
    public ModelText model() {
        String name = String.valueOf(file.getFileName());
        return isJson() || (!isYaml() && text.stripLeading().startsWith("{"))
                ? ModelText.json(text, name)
                : ModelText.yaml(text, name);
    }

    private boolean isJson() {
        return endsWith(".json");
    }

    private boolean isYaml() {
        return endsWith(".yaml") || endsWith(".yml");
    }

    private boolean endsWith(String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
