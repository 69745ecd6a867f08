package io.coreimage.store;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionReader;
import io.coreimage.assertion.AssertionType;
import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All assertions on a shelf: in files {@code *.assert}, and in any file of a folder {@code asserts} or {@code assertions}. */
final class ShelfAssertions {

    private static final int LONGEST_FILE = 64 << 20;

    /** By unique name; of several revisions the newest. */
    private final Map<String, Assertion> byName = new TreeMap<>();

    static ShelfAssertions of(Shelf shelf) {
        ShelfAssertions found = new ShelfAssertions();
        shelf.names().stream().filter(ShelfAssertions::holdsAssertions).forEach(name -> found.addAll(shelf, name));
        return found;
    }

    private static boolean holdsAssertions(String name) {
        String path = name.replace('\\', '/');
        return path.endsWith(".assert")
                || path.endsWith(".assertions")
                || path.startsWith("asserts/")
                || path.startsWith("assertions/");
    }

    private void addAll(Shelf shelf, String name) {
        String where = "\"" + name + "\" in \"" + shelf.path() + "\"";
        try {
            AssertionReader.readAll(shelf.read(name, LONGEST_FILE)).forEach(this::add);
        } catch (CoreImageException ex) {
            throw new RefusedException(
                    "cannot read assertions of " + where + ": " + ex.getMessage(), ex.nextStep(), ex);
        } catch (IOException ex) {
            throw new FaultException("cannot read assertions of " + where + ": " + ex, ex);
        }
    }

    private void add(Assertion assertion) {
        byName.merge(assertion.ref().uniqueName(), assertion, (a, b) -> a.revision() >= b.revision() ? a : b);
    }

    Stream<Assertion> all(AssertionType type) {
        return byName.values().stream().filter(each -> each.type() == type);
    }

    Optional<Assertion> find(AssertionQuery query) {
        List<String> key = query.shortKey();
        String name = query.type() + "/" + String.join("/", key);
        AssertionQuery.Point point = query.point();
        if (point == null) {
            return readable(byName.get(name), query);
        }
        return point.sequence() != null
                ? readable(byName.get(name + "/" + point.sequence()), query)
                : latest(name, query);
    }

    private static Optional<Assertion> readable(
            @org.jspecify.annotations.Nullable Assertion found, AssertionQuery query) {
        return Optional.ofNullable(found).filter(each -> each.format() <= query.maxFormat());
    }

    private Optional<Assertion> latest(String sequenceName, AssertionQuery query) {
        return byName.entrySet().stream()
                .filter(each -> each.getKey().startsWith(sequenceName + "/"))
                .map(Map.Entry::getValue)
                .filter(each -> each.type().isSequence() && each.format() <= query.maxFormat())
                .max(Comparator.comparingLong(each ->
                        Long.parseLong(each.primaryKey().get(each.primaryKey().size() - 1))));
    }
}
