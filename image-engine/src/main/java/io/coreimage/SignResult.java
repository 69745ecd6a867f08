package io.coreimage;

import io.coreimage.assertion.Assertion;
import java.nio.file.Path;

/**
 * A signed model.
 * @param model the assertion, as it was read back
 * @param file where it is
 * @param fresh whether it was signed now; if not, an earlier file says exactly the same
 */
public record SignResult(Assertion model, Path file, boolean fresh) {}
