package io.coreimage.maven;

import io.coreimage.maven.support.MavenMirror;
import io.coreimage.maven.support.SnapArtifacts;
import io.coreimage.maven.support.StoreDoors;
import io.coreimage.maven.support.StoreSettings;
import io.coreimage.resolve.Bundle;
import io.coreimage.resolve.KeptChoice;
import io.coreimage.store.Mirror;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that take snaps from somewhere: a store, a folder, a bundle, Maven repositories, the cache. */
abstract class SourceMojo extends ModelMojo {

    private final RepositorySystem repositories;
    private final SettingsDecrypter decrypter;

    /**
     * The address of a store that is asked instead of the Snap Store, such as that of a store proxy. Example:
     * <code>https://store.example.com/</code>
     */
    @Parameter(property = "core-image.storeUrl")
    private @Nullable String storeUrl;

    /**
     * A folder with snaps and their assertions, as <code>snap download</code> leaves them, that is the only source.
     * Example: <code>snaps</code>
     */
    @Parameter(property = "core-image.storeDirectory")
    private @Nullable File storeDirectory;

    /**
     * A bundle, as <code>core-image:bundle</code> makes it, that is the only source. Example:
     * <code>core-image-bundle.zip</code>
     */
    @Parameter(property = "core-image.bundle")
    private @Nullable File bundle;

    /**
     * A group id under which Maven repositories have snaps of the store, as <code>GROUP:NAME:REVISION:snap</code> and
     * <code>GROUP:NAME.COMPONENT:REVISION:comp</code>. Whatever lies there is taken only if it is the file that the store
     * signed. Example: <code>com.example.snaps</code>
     */
    @Parameter(property = "core-image.mirror")
    private @Nullable String mirror;

    /**
     * A Maven repository, <code>ID::URL</code>, to which snaps are deployed that <code>mirror</code> did not have, so that
     * the next machine finds them there. Its login is that of the <code>&lt;server&gt;</code> with this id.
     * Example: <code>nexus::https://nexus.example.com/repository/snaps</code>
     */
    @Parameter(property = "core-image.mirrorRepository")
    private @Nullable String mirrorRepository;

    /** Allow plain http to other machines than this one. Example: <code>true</code> */
    @Parameter(property = "core-image.allowPlainHttp", defaultValue = "false")
    private boolean allowPlainHttp;

    /** A file with a login for the store. Example: <code>/run/secrets/store-login</code> */
    @Parameter(property = "core-image.credentialsFile")
    private @Nullable File credentialsFile;

    /**
     * Where snaps are kept for all builds; by default <code>~/.cache/core-image</code>. Example:
     * <code>/var/cache/core-image</code>
     */
    @Parameter(property = "core-image.cacheDirectory")
    private @Nullable File cacheDirectory;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings mavenSettings;

    private @Nullable StoreDoors doors;

    SourceMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter);
        this.repositories = repositories;
        this.decrypter = decrypter;
    }

    /** Return the doors that the parameters lead to. */
    final StoreDoors doors() {
        if (doors == null) {
            StoreSettings settings =
                    new StoreSettings(storeUrl, shelf(), cacheDirectory, credentialsFile, null, null, allowPlainHttp);
            doors = new StoreDoors(world(), mavenSettings, decrypter, settings);
        }
        return doors;
    }

    /** Close what was opened. */
    final void closeDoors() {
        if (doors != null) {
            doors.close();
            doors = null;
        }
    }

    private @Nullable File shelf() {
        return bundle == null ? storeDirectory : bundle;
    }

    /** Return the choice that the bundle holds, if that is the source. */
    final @Nullable KeptChoice bundled() {
        return bundle == null ? null : Bundle.lockOf(bundle.toPath());
    }

    /** Return where snaps of the store may lie besides. */
    final Mirror mirror() {
        if (shelf() != null || mirror == null) {
            return Mirror.NONE;
        }
        return new MavenMirror(snapArtifacts(), mirror, mirrorRepository, events());
    }

    /** Return the snaps of Maven repositories. */
    final SnapArtifacts snapArtifacts() {
        return new SnapArtifacts(repositories, session());
    }
}
