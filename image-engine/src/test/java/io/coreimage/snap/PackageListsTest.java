package io.coreimage.snap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageListsTest {

    private final PackageLists lists = new PackageLists();

    @Test
    void aManifestNamesWhatWasStagedAndWhatWasPrimed() {
        lists.addManifest("""
                snapcraft-version: 8.1
                primed-stage-packages:
                - libssl3=3.0.2-0ubuntu1.15
                - libc6:amd64=2.35-0ubuntu3.6
                - not a package
                parts:
                  app:
                    plugin: nil
                    stage-packages: [curl=7.81.0-1ubuntu1.15, libssl3=3.0.2-0ubuntu1.15]
                  bare:
                    plugin: nil
                """);
        assertThat(lists.packages())
                .containsExactly(
                        new SnapPackage("curl", "7.81.0-1ubuntu1.15", ""),
                        new SnapPackage("libc6", "2.35-0ubuntu3.6", "amd64"),
                        new SnapPackage("libssl3", "3.0.2-0ubuntu1.15", ""));
    }

    @Test
    void theTableOfABaseNamesWhatIsInstalled() {
        lists.addDpkgList("""
                Desired=Unknown/Install/Remove/Purge/Hold
                ||/ Name           Version            Architecture Description
                +++-==============-==================-============-===========
                ii  adduser        3.118ubuntu5       all          add and remove users and groups
                ii  libc6:amd64    2.35-0ubuntu3.6    amd64        GNU C Library: Shared libraries
                rc  gone           1.0                amd64        removed
                """);
        assertThat(lists.packages())
                .containsExactly(
                        new SnapPackage("adduser", "3.118ubuntu5", "all"),
                        new SnapPackage("libc6", "2.35-0ubuntu3.6", "amd64"));
    }

    @Test
    void aListThatNobodyUnderstandsIsAsGoodAsNone() {
        lists.addManifest("primed-stage-packages: {a: b}");
        lists.addManifest("[");
        lists.addDpkgList("\u0000ii");
        assertThat(lists.packages()).isEmpty();
    }
}
