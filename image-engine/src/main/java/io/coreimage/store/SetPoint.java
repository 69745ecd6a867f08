package io.coreimage.store;

/**
 * One version of a validation set.
 * @param accountId whose it is
 * @param name its name
 * @param sequence which version
 */
public record SetPoint(String accountId, String name, int sequence) {}
