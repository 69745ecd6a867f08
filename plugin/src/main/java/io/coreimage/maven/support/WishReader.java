package io.coreimage.maven.support;

import io.coreimage.AssertionFile;
import io.coreimage.InputFile;
import io.coreimage.assertion.Assertion;
import io.coreimage.maven.config.SnapElement;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.ComponentWish;
import io.coreimage.resolve.Customization;
import io.coreimage.resolve.LocalFile;
import io.coreimage.resolve.SeedManifest;
import io.coreimage.resolve.SequenceWish;
import io.coreimage.resolve.SnapWish;
import io.coreimage.resolve.Validation;
import io.coreimage.resolve.Wishes;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's wishes about snaps, from texts and elements to values of the engine.
 * @param folder what relative names start from
 * @param artifacts finds snaps that are Maven artifacts
 */
public record WishReader(Path folder, SnapArtifacts artifacts) {

    private static final int LONGEST = 1;

    /** Return the wishes that texts and elements stand for. */
    public Wishes read(WishTexts texts, Customization customization) {
        return new Wishes(
                channel(texts.channel()),
                texts.cohort(),
                snaps(texts.snaps()),
                components(texts.components()),
                revisions(texts.revisions()),
                sequences(texts.sequences()),
                validation(texts.validation()),
                architecture(texts.architecture()),
                customization,
                assertions(texts.assertions()),
                texts.allowSnapdKernelMismatch());
    }

    private static List<Assertion> assertions(@Nullable List<File> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .flatMap(each -> AssertionFile.read(each.toPath()).stream())
                        .toList();
    }

    private static @Nullable Channel channel(@Nullable String text) {
        return text == null || text.isBlank() ? null : Channel.parse(text.strip());
    }

    private static @Nullable Architecture architecture(@Nullable String text) {
        return text == null || text.isBlank() ? null : Architecture.parse(text.strip());
    }

    private static Validation validation(String text) {
        return switch (text) {
            case "enforce" -> Validation.ENFORCE;
            case "ignore" -> Validation.IGNORE;
            default ->
                throw new RefusedException(
                        "cannot use core-image.validation \"" + text + "\": neither enforce nor ignore");
        };
    }

    private List<SnapWish> snaps(@Nullable List<SnapElement> elements) {
        return elements == null ? List.of() : elements.stream().map(this::snap).toList();
    }

    private SnapWish snap(SnapElement element) {
        String text = element.text();
        if (text != null && !text.isBlank()) {
            return SnapWish.parse(text.strip(), folder);
        }
        long origins = Stream.of(element.name(), element.file(), element.artifact())
                .filter(Objects::nonNull)
                .count();
        if (origins != 1) {
            throw new RefusedException(
                    "cannot use a <snap> of the configuration: it needs one of <name>, <file> and <artifact>");
        }
        Channel channel = channel(element.channel());
        String name = element.name();
        return name == null
                ? new SnapWish(null, file(element), channel)
                : new SnapWish(SnapName.parse(name.strip()), null, channel);
    }

    private LocalFile file(SnapElement element) {
        File file = element.file();
        return file == null
                ? artifacts.find(String.valueOf(element.artifact()).strip(), element.isFloating())
                : new LocalFile(file.toPath(), relative(file.toPath()), element.isFloating());
    }

    /** A lock is read on other machines too, so that it names files as seen from the POM. */
    private String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = folder.toAbsolutePath().normalize();
        return absolute.startsWith(base)
                ? base.relativize(absolute).toString().replace(File.separatorChar, '/')
                : String.valueOf(file.getFileName());
    }

    private List<ComponentWish> components(@Nullable List<String> texts) {
        return given(texts).map(each -> ComponentWish.parse(each, folder)).toList();
    }

    private static List<SequenceWish> sequences(@Nullable List<String> texts) {
        return given(texts).map(SequenceWish::parse).toList();
    }

    private SeedManifest revisions(@Nullable List<String> texts) {
        SeedManifest all = SeedManifest.EMPTY;
        for (String each : given(texts).toList()) {
            all = all.orElse(isManifest(each) ? manifest(each) : revision(each));
        }
        return all;
    }

    /** Return which of the texts about revisions are names of files. */
    public static List<String> manifests(@Nullable List<String> revisions) {
        return given(revisions).filter(WishReader::isManifest).toList();
    }

    private static boolean isManifest(String text) {
        return text.indexOf(':') <= 0;
    }

    private static SeedManifest revision(String text) {
        int colon = text.indexOf(':');
        String number = text.substring(colon + 1);
        Revision revision = Revision.parse(number.startsWith("-") ? "x" + number.substring(1) : number);
        SortedMap<SnapName, Revision> revisions = new TreeMap<>();
        revisions.put(SnapName.parse(text.substring(0, colon)), revision);
        return new SeedManifest(new TreeMap<>(), revisions);
    }

    private SeedManifest manifest(String text) {
        byte[] content = InputFile.read(folder.resolve(text), LONGEST);
        return SeedManifest.read(new String(content, StandardCharsets.UTF_8), text);
    }

    private static Stream<String> given(@Nullable List<String> texts) {
        return texts == null ? Stream.of() : texts.stream().map(String::strip).filter(each -> !each.isEmpty());
    }
}
