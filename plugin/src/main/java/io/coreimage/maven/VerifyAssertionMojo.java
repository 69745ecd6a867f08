package io.coreimage.maven;

import io.coreimage.assertion.Verdict;
import io.coreimage.maven.support.VerdictReport;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Proves an assertion, or every one of a stream, and fails with the reason where one cannot be trusted.
 * Example: <code>mvn core-image:verify-assertion -Dcore-image.assertionFile=my-pi3.model</code>
 */
@Mojo(name = "verify-assertion", requiresProject = false, threadSafe = true)
public class VerifyAssertionMojo extends JudgeMojo {

    /** The file with the assertion, or with a stream of them. Example: <code>target/kiosk.model</code> */
    @Parameter(property = "core-image.assertionFile", required = true)
    private File assertionFile;

    @Override
    void run() {
        List<Verdict> verdicts = engine().prove(request(assertionFile));
        verdicts.forEach(verdict -> verdict.warnings().forEach(getLog()::warn));
        verdicts.forEach(verdict -> getLog().info(VerdictReport.line(verdict)));
    }
}
