package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.List;

/**
 * Which assertion: its type and the values of its primary key, the optional ones too.
 * @param type the type
 * @param primaryKey one value for each header of the type's key
 */
public record AssertionRef(AssertionType type, List<String> primaryKey) {

    public AssertionRef {
        primaryKey = List.copyOf(primaryKey);
        if (primaryKey.size() != type.primaryKey().size()) {
            throw new IllegalArgumentException("the key of " + type + " does not have " + primaryKey.size() + " parts");
        }
    }

    /** Return a reference from the key's values; optional ones at the end may be left out. */
    public static AssertionRef of(AssertionType type, String... values) {
        List<String> key = new ArrayList<>(List.of(values));
        for (KeyHeader header :
                type.primaryKey().subList(values.length, type.primaryKey().size())) {
            if (header.fallback() == null) {
                throw new IllegalArgumentException("the key of " + type + " needs \"" + header.name() + "\"");
            }
            key.add(header.fallback());
        }
        return new AssertionRef(type, key);
    }

    public static AssertionRef account(String accountId) {
        return of(AssertionType.ACCOUNT, accountId);
    }

    public static AssertionRef accountKey(String keyId) {
        return of(AssertionType.ACCOUNT_KEY, keyId);
    }

    public static AssertionRef snapDeclaration(String snapId) {
        return of(AssertionType.SNAP_DECLARATION, Assertion.SERIES, snapId);
    }

    /** Return the key's values without the optional ones at the end that say nothing. */
    public List<String> shortKey() {
        int length = primaryKey.size();
        while (length > 0
                && primaryKey
                        .get(length - 1)
                        .equals(type.primaryKey().get(length - 1).fallback())) {
            length--;
        }
        return primaryKey.subList(0, length);
    }

    /** Return the name that no other assertion has: {@code type/key/parts}. */
    public String uniqueName() {
        return type.typeName() + "/" + String.join("/", shortKey());
    }

    @Override
    public String toString() {
        return uniqueName();
    }
}
