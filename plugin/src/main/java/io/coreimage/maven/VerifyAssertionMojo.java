package io.coreimage.maven;

import io.coreimage.CoreImage;
import io.coreimage.JudgeRequest;
import io.coreimage.assertion.Verdict;
import io.coreimage.maven.support.VerdictReport;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Proves an assertion, or every one of a stream, and fails with the reason where one cannot be trusted. */
@Mojo(name = "verify-assertion", requiresProject = false, threadSafe = true)
public class VerifyAssertionMojo extends JudgeMojo {

    @Override
    void judge(CoreImage engine, JudgeRequest request) {
        List<Verdict> verdicts = engine.prove(request);
        verdicts.forEach(verdict -> verdict.warnings().forEach(getLog()::warn));
        verdicts.forEach(verdict -> getLog().info(VerdictReport.line(verdict)));
    }
}
