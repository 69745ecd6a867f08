package io.coreimage.assertion;

import java.time.Instant;

/**
 * The rules of interfaces that hold for all snaps. Normally inside snapd itself.
 * @param assertion what was read
 * @param timestamp when this was said
 */
public record BaseDeclaration(Assertion assertion, Instant timestamp) implements TypedAssertion {

    /** Read a base-declaration. */
    public static BaseDeclaration of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.BASE_DECLARATION);
        InterfaceRules.check("base-declaration.1", headers, InterfaceRules.Side.PLUG);
        InterfaceRules.check("base-declaration.2", headers, InterfaceRules.Side.SLOT);
        Instant timestamp = headers.date("base-declaration.3", "timestamp");
        return new BaseDeclaration(assertion, timestamp);
    }
}
