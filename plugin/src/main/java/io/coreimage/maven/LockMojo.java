package io.coreimage.maven;

import io.coreimage.LockResult;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;
import org.eclipse.aether.RepositorySystem;

/**
 * Chooses the snaps of an image anew, writes the lock with the texts of its assertions beside it, and prints what
 * changed. Both files are made to be committed.
 * Example: <code>mvn core-image:lock -Dcore-image.modelFile=my-model.json</code>
 */
@Mojo(name = "lock", requiresProject = false, threadSafe = true)
public class LockMojo extends ImageMojo {

    @Inject
    public LockMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work() throws IOException {
        LockResult result = engine().lock(request());
        result.delta().stream().map(LockMojo::coloured).forEach(getLog()::info);
        getLog().info(result.delta().isEmpty() ? "Nothing changed in " + result.file() : "Wrote " + result.file());
    }

    /** What comes is green and what goes is red, where Maven shows colours at all. */
    private static String coloured(String line) {
        MessageBuilder message = MessageUtils.buffer();
        return switch (line.charAt(0)) {
            case '+' -> message.success(line).build();
            case '-' -> message.failure(line).build();
            default -> message.strong(line).build();
        };
    }
}
