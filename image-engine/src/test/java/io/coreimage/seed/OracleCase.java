package io.coreimage.seed;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.resolve.ComponentWish;
import io.coreimage.resolve.Customization;
import io.coreimage.resolve.SeedManifest;
import io.coreimage.resolve.SnapWish;
import io.coreimage.resolve.Validation;
import io.coreimage.resolve.Wishes;
import io.coreimage.snap.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of the oracle: what {@code snap prepare-image} was asked, in our words.
 * @param name the name of its outputs
 * @param model the model
 * @param store the folder of the store
 * @param options the wishes, as words: {@code name}, {@code name=channel}, a file, {@code --…}
 */
public record OracleCase(String name, String model, String store, List<String> options) {

    public static final List<OracleCase> GOOD = List.of(
            of("uc16-small", "uc16", "uc16-small"),
            of("uc16-disp-small", "uc16-disp", "uc16-small"),
            of("uc16-local-small", "uc16", "uc16-small", "snaps/small/local-app16.snap"),
            of("uc16-local-asserted-small", "uc16", "uc16-small", "snaps/small/hello16.snap", "snaps/small/core.snap"),
            of("uc16-channel-small", "uc16", "uc16-small", "--channel=edge", "hello16=beta"),
            of("uc18-small", "uc18", "uc18-small"),
            of("uc18-needs-core-small", "uc18-needs-core", "uc18-small"),
            of("uc18-channel-small", "uc18", "uc18-small", "--channel=candidate", "hello18=latest/edge", "pc=18/beta"),
            of("uc18-defaults-small", "uc18-defaults", "uc18-defaults-small"),
            of("uc18-pi-small", "uc18-pi", "uc18-pi-small"),
            of("uc20-dangerous-small", "uc20-dangerous", "uc20-small"),
            of("uc20-devmode-dangerous-small", "uc20-devmode-dangerous", "uc20-small"),
            of("uc20-implicit-small", "uc20-implicit", "uc20-small"),
            of("uc20-secured-small", "uc20-secured", "uc20-small"),
            of("uc20-signed-small", "uc20-signed", "uc20-small"),
            of("uc20-bootflags-small", "uc20-signed", "uc20-small", "--factory"),
            of("uc20-local-small", "uc20-dangerous", "uc20-small", "snaps/small/local-app.snap"),
            of("uc20-local-kernel-small", "uc20-dangerous", "uc20-small", "snaps/small/pc-kernel-22.snap"),
            of("uc20-channel-small", "uc20-dangerous", "uc20-small", "--channel=edge", "hello20=beta", "pc=20/edge"),
            of("uc20-pi-small", "uc20-pi", "uc20-pi-small"),
            of("uc22-dangerous-small", "uc22-dangerous", "uc22-small"),
            of("uc22-secured-small", "uc22-secured", "uc22-small"),
            of("uc22-signed-small", "uc22-signed", "uc22-small"),
            of("uc22-optional-small", "uc22-signed", "uc22-small", "hello20"),
            of("uc22-pi-small", "uc22-pi", "uc22-pi-small"),
            of("uc24-dangerous-small", "uc24-dangerous", "uc24-small"),
            of("uc24-secured-small", "uc24-secured", "uc24-small"),
            of("uc24-signed-small", "uc24-signed", "uc24-small"),
            of("x24-comp-signed", "x24-comp-signed", "uc24x"),
            of("x24-comp-signed-opt", "x24-comp-signed", "uc24x", "comp-app+two"),
            of("x24-comp-dangerous-all", "x24-comp-dangerous", "uc24x", "comp-app+two", "comp-app+three"),
            of(
                    "x24-comp-dangerous-local",
                    "x24-comp-dangerous",
                    "uc24x",
                    "snaps/x/comp-app.snap",
                    "snaps/x/comp-app+one.comp",
                    "snaps/x/comp-app+two.comp"),
            of("x24-vset", "x24-vset", "uc24x"),
            of("x24-vset-seq1", "x24-vset-seq1", "uc24x"),
            of("x24-revisions", "x24-comp-dangerous", "uc24x", "--revisions=prepared-newest/x24.revisions"));

    static OracleCase of(String name, String model, String store, String... options) {
        return new OracleCase(name, model, store, List.of(options));
    }

    /** Return one of the good cases. */
    public static OracleCase named(String name) {
        return GOOD.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
    }

    /** Return whether only the newest snapd understands it. */
    public boolean isNew() {
        return model.startsWith("x24");
    }

    /** Return what the reference made of it. */
    public Path reference(Path scenario) {
        return scenario.resolve(isNew() ? "prepared-newest" : "prepared").resolve(name);
    }

    public Model model(Path scenario) throws IOException {
        return Model.of(Assertion.decode(Files.readAllBytes(scenario.resolve("models/" + model + ".model"))));
    }

    public Path store(Path scenario) {
        return scenario.resolve("stores").resolve(store);
    }

    public Wishes wishes(Path scenario) throws IOException {
        List<SnapWish> snaps = words(each -> !each.startsWith("--") && !isComponent(each))
                .map(each -> SnapWish.parse(each, scenario))
                .toList();
        List<ComponentWish> components = words(OracleCase::isComponent)
                .map(each -> ComponentWish.parse(each, scenario))
                .toList();
        Wishes wishes = Wishes.NONE.withSnaps(snaps).withComponents(components);
        for (String each : words(word -> word.startsWith("--")).toList()) {
            wishes = with(wishes, each, scenario);
        }
        return wishes;
    }

    private Stream<String> words(java.util.function.Predicate<String> kind) {
        return options.stream().filter(kind);
    }

    private static boolean isComponent(String word) {
        return !word.startsWith("--") && word.contains("+");
    }

    private static Wishes with(Wishes wishes, String word, Path scenario) throws IOException {
        String value = word.substring(word.indexOf('=') + 1);
        return switch (word.substring(2).split("=", 2)[0]) {
            case "channel" -> wishes.withChannel(Channel.parse(value));
            case "revisions" -> wishes.withAllowed(SeedManifest.read(Files.readString(scenario.resolve(value)), value));
            case "ignore" -> wishes.withValidation(Validation.IGNORE);
            case "factory" -> wishes.withCustomization(new Customization(false, false, List.of("factory"), false));
            case "cloud" -> wishes.withCustomization(new Customization(true, true, List.of(), false));
            default -> throw new IllegalArgumentException(word);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
