package io.coreimage.assertion;

import io.coreimage.problem.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of assertions that there are. */
public enum AssertionType {
    ACCOUNT("account", 0, "account-id"),
    ACCOUNT_KEY("account-key", 1, "public-key-sha3-384"),
    MODEL("model", 0, "series brand-id model"),
    SERIAL("serial", 0, "brand-id model serial"),
    BASE_DECLARATION("base-declaration", 0, "series"),
    SNAP_DECLARATION("snap-declaration", 7, "series snap-id"),
    SNAP_BUILD("snap-build", 0, "snap-sha3-384"),
    SNAP_REVISION("snap-revision", 0, "snap-sha3-384 provenance"),
    SNAP_DEVELOPER("snap-developer", 0, "snap-id publisher-id"),
    SNAP_RESOURCE_REVISION("snap-resource-revision", 0, "snap-id resource-name resource-sha3-384 provenance"),
    SNAP_RESOURCE_PAIR("snap-resource-pair", 0, "snap-id resource-name resource-revision snap-revision provenance"),
    SYSTEM_USER("system-user", 2, "brand-id email"),
    VALIDATION("validation", 0, "series snap-id approved-snap-id approved-snap-revision"),
    VALIDATION_SET("validation-set", 0, "series account-id name sequence"),
    REPAIR("repair", 0, "brand-id repair-id"),
    STORE("store", 0, "store"),
    PRESEED("preseed", 0, "series brand-id model system-label"),
    CONFDB_SCHEMA("confdb-schema", 0, "account-id name"),
    CLUSTER("cluster", 0, "cluster-id sequence"),
    REQUEST_MESSAGE("request-message", 0, "account-id message-id"),
    HARDWARE_IDENTITY("hardware-identity", 0, "issuer-id hardware-id-key-sha3-384"),
    DEVICE_SESSION_REQUEST("device-session-request", 0, "brand-id model serial"),
    SERIAL_REQUEST("serial-request", 0, ""),
    ACCOUNT_KEY_REQUEST("account-key-request", 0, "public-key-sha3-384"),
    CONFDB_CONTROL("confdb-control", 0, "brand-id model serial"),
    RESPONSE_MESSAGE("response-message", 0, "account-id message-id device");

    private static final int LONGEST_TYPO = 40;

    private static final Map<String, AssertionType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AssertionType::typeName, type -> type));

    private static final Map<AssertionType, List<KeyHeader>> KEYS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Function.identity(), AssertionType::readKey));

    private final String typeName;
    private final long maxFormat;
    private final String keyNames;

    AssertionType(String typeName, long maxFormat, String keyNames) {
        this.typeName = typeName;
        this.maxFormat = maxFormat;
        this.keyNames = keyNames;
    }

    private List<KeyHeader> readKey() {
        return Stream.of(keyNames.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(KeyHeader::of)
                .toList();
    }

    /** Return the type with that name. */
    public static Optional<AssertionType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Return what to say about a name that is none of a type. */
    static String unknown(String name) {
        String question = name.length() > LONGEST_TYPO ? "" : NearestName.question(name, BY_NAME.keySet());
        return "is no type of assertions: " + Quote.of(name) + question;
    }

    /** Return the name as the {@code type} header has it. */
    public String typeName() {
        return typeName;
    }

    /** Return the newest format that is understood. */
    public long maxFormat() {
        return maxFormat;
    }

    /** Return the headers that tell one assertion of the type from another, in order. */
    public List<KeyHeader> primaryKey() {
        return KEYS.getOrDefault(this, List.of());
    }

    /** Return whether somebody with an account vouches for it; what a device or a key owner signs has no authority. */
    public boolean hasAuthority() {
        return compareTo(DEVICE_SESSION_REQUEST) < 0;
    }

    /** Return whether the last part of the key counts up, so that there is a latest one. */
    public boolean isSequence() {
        return this == VALIDATION_SET || this == REPAIR || this == CLUSTER;
    }

    /** Return whether the body must be JSON in its canonical form. */
    boolean hasJsonBody() {
        return this == CONFDB_SCHEMA;
    }

    @Override
    public String toString() {
        return typeName;
    }
}
