package io.coreimage.maven;

import io.coreimage.CoreImage;
import io.coreimage.JudgeRequest;
import io.coreimage.assertion.Verdict;
import io.coreimage.maven.support.Terminal;
import io.coreimage.maven.support.VerdictReport;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows the assertions of a file: their headers, who signed them, and whether they can be trusted. */
@Mojo(name = "show", requiresProject = false, threadSafe = true)
public class ShowMojo extends JudgeMojo {

    /** Print JSON. */
    @Parameter(property = "core-image.json", defaultValue = "false")
    private boolean json;

    @Override
    void judge(CoreImage engine, JudgeRequest request) {
        List<Verdict> verdicts = engine.judge(request);
        Terminal.print(json ? VerdictReport.json(verdicts) : VerdictReport.text(verdicts));
    }
}
