package io.coreimage.gadget;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever stands in gadget.yaml and kernel.yaml, it is read, or refused with a sentence. */
class GadgetFuzzTest {

    private static final List<ModelKind> MODELS = List.of(ModelKind.values());

    private static final FileTree SNAP = FileTree.builder(Attributes.directory(GadgetFixture.TIME))
            .file("a", new byte[100])
            .file("d/b", new byte[10])
            .symlink("d/up", "..")
            .symlink("out", "/etc")
            .build();

    @FuzzTest(maxDuration = "10m")
    void gadget(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ModelKind model = MODELS.get(bytes.length % MODELS.size());
        try {
            Gadget gadget = Gadget.parse(text, model);
            Refusals.checkNoNull(gadget.warnings(), gadget.defaults().system());
            layOut(gadget);
        } catch (RefusedException expected) {
            Refusals.check(expected);
        }
    }

    private static void layOut(Gadget gadget) throws IOException {
        Size sector = Size.ofBytes(512);
        for (LaidOutVolume each :
                GadgetLayout.of(gadget, SNAP, SNAP, GadgetFixture.TIME).volumes()) {
            each.withSize(Role.SYSTEM_DATA, Size.ofMiB(16)).check(sector);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void kernel(byte[] bytes) {
        try {
            KernelAssets.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (RefusedException expected) {
            Refusals.check(expected);
        }
    }
}
