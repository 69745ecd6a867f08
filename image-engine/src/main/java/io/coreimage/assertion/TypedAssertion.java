package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an assertion says, read by the rules of its type. */
interface TypedAssertion {

    /** Check an assertion by the rules of its type and return what it says. */
    static TypedAssertion of(Assertion assertion) {
        return switch (assertion.type()) {
            case ACCOUNT -> Account.of(assertion);
            case ACCOUNT_KEY -> AccountKey.of(assertion);
            case MODEL -> Model.of(assertion);
            case SERIAL -> Serial.of(assertion);
            case BASE_DECLARATION -> BaseDeclaration.of(assertion);
            case SNAP_DECLARATION -> SnapDeclaration.of(assertion);
            case SNAP_BUILD -> SnapBuild.of(assertion);
            case SNAP_REVISION -> SnapRevision.of(assertion);
            case SNAP_DEVELOPER -> SnapDeveloper.of(assertion);
            case SNAP_RESOURCE_REVISION -> SnapResourceRevision.of(assertion);
            case SNAP_RESOURCE_PAIR -> SnapResourcePair.of(assertion);
            case SYSTEM_USER -> SystemUser.of(assertion);
            case VALIDATION -> Validation.of(assertion);
            case VALIDATION_SET -> ValidationSet.of(assertion);
            case REPAIR -> Repair.of(assertion);
            case STORE -> Store.of(assertion);
            case PRESEED -> Preseed.of(assertion);
            case CONFDB_SCHEMA -> ConfdbSchema.of(assertion);
            case CLUSTER -> UncheckedAssertion.sequence(assertion);
            case DEVICE_SESSION_REQUEST -> UncheckedAssertion.dated(assertion);
            case ACCOUNT_KEY_REQUEST -> AccountKeyRequest.of(assertion);
            case CONFDB_CONTROL -> UncheckedAssertion.ofDevice(assertion);
            case REQUEST_MESSAGE, HARDWARE_IDENTITY, SERIAL_REQUEST, RESPONSE_MESSAGE ->
                UncheckedAssertion.of(assertion);
        };
    }

    /** Return the assertion that was read. */
    Assertion assertion();

    /** Return the assertions that must be known before this one can be trusted, besides its signing key. */
    default List<AssertionRef> prerequisites() {
        return List.of();
    }

    /** Return the time that the signer names, at which the signing key must have been valid. */
    default @Nullable Instant timestamp() {
        return null;
    }
}
