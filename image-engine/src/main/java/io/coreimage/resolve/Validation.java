package io.coreimage.resolve;

/** Whether the store's and the model's rules about which revisions go together are kept. */
public enum Validation {
    ENFORCE,
    IGNORE
}
