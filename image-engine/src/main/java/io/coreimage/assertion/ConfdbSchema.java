package io.coreimage.assertion;

import org.jspecify.annotations.Nullable;

/**
 * The shape of a configuration database. It has no part in images; only its outer form is checked.
 * @param assertion what was read
 * @param accountId whose it is
 * @param name its name
 * @param summary what it is for
 */
public record ConfdbSchema(
        Assertion assertion,
        String accountId,
        String name,
        @Nullable String summary) implements TypedAssertion {

    /** Read a confdb-schema. */
    public static ConfdbSchema of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.CONFDB_SCHEMA);
        String accountId = assertion.header("account-id");
        String authority = accountId.equals("system") ? "canonical" : accountId;
        if (!authority.equals(assertion.authorityId())) {
            throw headers.violation("confdb-schema.1", "account-id", "and \"authority-id\" must be the same");
        }
        headers.map("confdb-schema.2", "views");
        String summary = headers.optional("confdb-schema.3", "summary");
        headers.date("confdb-schema.4", "timestamp");
        if (!CanonicalJson.hasEntry(assertion.body(), "storage")) {
            throw RuleViolation.at("confdb-schema.5", RuleViolation.BODY, "the body has no \"storage\"");
        }
        return new ConfdbSchema(assertion, accountId, assertion.header("name"), summary);
    }
}
