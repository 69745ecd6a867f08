package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AssertionFetcherTest {

    private final Map<AssertionRef, Assertion> stock = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private final AssertionFetcher fetcher = new AssertionFetcher(
            ChainVectorsTest.roots()::contain,
            new AssertionSource() {
                @Override
                public Optional<Assertion> retrieve(AssertionRef ref) {
                    asked.add(ref.type().typeName());
                    return Optional.ofNullable(stock.get(ref));
                }

                @Override
                public Optional<Assertion> retrieve(SequenceRef ref) {
                    asked.add(ref.toString());
                    return stock.values().stream()
                            .filter(each -> each.type() == ref.type())
                            .findFirst();
                }
            },
            assertion -> saved.add(assertion.ref().type().typeName()));

    private Assertion stock(String file) {
        Assertion assertion = Vectors.assertion(file);
        stock.put(assertion.ref(), assertion);
        return assertion;
    }

    private void stockBrand() {
        stock("chain/03-brand-account.assert");
        stock("chain/04-brand-account-key.assert");
    }

    @Test
    void whatIsNeededComesFirstAndTheRootNever() throws IOException {
        stockBrand();
        fetcher.fetch(stock("chain/07-model.assert").ref());
        assertThat(saved).containsExactly("account", "account-key", "model");
    }

    @Test
    void aRevisionComesBehindItsDeclarationAndItsPeople() throws IOException {
        stockBrand();
        stock("types/snap-declaration.assert");
        fetcher.fetch(stock("types/snap-revision.assert").ref());
        assertThat(saved).containsExactly("account", "snap-declaration", "snap-revision");
    }

    @Test
    void everythingIsAskedForOnce() throws IOException {
        stockBrand();
        AssertionRef model = stock("chain/07-model.assert").ref();
        fetcher.fetch(model);
        int count = asked.size();
        fetcher.fetch(model);
        fetcher.save(Vectors.assertion("chain/07-model.assert"));
        assertThat(asked).hasSize(count);
        assertThat(saved).hasSize(3);
    }

    @Test
    void ofASequenceOnlyTheFirstPointThatWasAskedForIsFetched() throws IOException {
        stockBrand();
        stock("types/validation-set.assert");
        String brand = "VectorBrandAccountId000000000001";
        fetcher.fetch(SequenceRef.validationSet(brand, "base-set", OptionalLong.of(2)));
        fetcher.fetch(SequenceRef.validationSet(brand, "base-set", OptionalLong.empty()));
        assertThat(asked).containsOnlyOnce("validation-set/16/" + brand + "/base-set/2");
        assertThat(saved).containsExactly("account", "account-key", "validation-set");
    }

    @Test
    void whatIsMissingIsNamedWithTheOneWhoNeedsIt() {
        stock("types/snap-declaration.assert");
        AssertionRef ref = stock("types/snap-revision.assert").ref();
        assertThatThrownBy(() -> fetcher.fetch(ref))
                .isInstanceOf(MissingAssertionException.class)
                .hasMessage("cannot find assertion account/VectorBrandAccountId000000000001: "
                        + "snap-declaration/16/vectorApp00000000000000000000001 needs it");
        assertThat(saved).isEmpty();
    }

    @Test
    void aFetcherGoesOnAfterSomethingWasMissing() throws IOException {
        AssertionRef store = stock("types/store.assert").ref();
        assertThatThrownBy(() -> fetcher.fetch(store)).isInstanceOf(MissingAssertionException.class);
        stockBrand();
        fetcher.fetch(store);
        assertThat(saved).containsExactly("account", "store");
    }

    @Test
    void aChainThatRestsOnItselfIsRefused() {
        Assertion key = Vectors.assertion("chain/04-brand-account-key.assert");
        String own = String.valueOf(key.header("public-key-sha3-384"));
        String text = new String(key.encoded(), StandardCharsets.UTF_8);
        String selfSigned = text.replace(String.valueOf(key.signKey()), own);
        Assertion circle = Assertion.decode(selfSigned.getBytes(StandardCharsets.UTF_8));
        stock("chain/03-brand-account.assert");
        assertThatThrownBy(() -> fetcher.save(circle))
                .hasMessage("cannot trust account-key/" + own + ": it rests on itself");
    }
}
