package io.coreimage.assertion;

import io.coreimage.key.PublicKey;
import java.time.Instant;

/**
 * The identity of one device.
 * @param assertion what was read
 * @param brandId the brand of its model
 * @param model the name of its model
 * @param serial its number
 * @param deviceKey its key
 * @param timestamp when it was given
 */
public record Serial(
        Assertion assertion, String brandId, String model, String serial, PublicKey deviceKey, Instant timestamp)
        implements TypedAssertion {

    /** Read a serial. */
    public static Serial of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SERIAL);
        String brandId = headers.matching("serial.1", "brand-id", Names::isAccountId, "account id");
        String model = headers.matching("serial.2", "model", Names::isModelName, "name for a model");
        String encodedKey = headers.nonEmpty("serial.3", "device-key");
        String keyId = headers.nonEmpty("serial.4", "device-key-sha3-384");
        PublicKey key = KeyBody.decode("device-key", "\"device-key\"", encodedKey);
        if (!key.id().text().equals(keyId)) {
            throw headers.violation("serial.4", "device-key-sha3-384", "is not the id of \"device-key\"");
        }
        Instant timestamp = headers.date("serial.5", "timestamp");
        return new Serial(assertion, brandId, model, assertion.header("serial"), key, timestamp);
    }
}
