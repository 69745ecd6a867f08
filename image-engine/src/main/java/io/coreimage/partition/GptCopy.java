package io.coreimage.partition;

import io.coreimage.problem.Flaw;
import java.util.List;

/**
 * One of the two copies of a GPT, as it was found.
 * @param name {@code primary} or {@code backup}
 * @param offset where its header stands, in bytes
 * @param header the header, which means nothing where there are flaws
 * @param entries every entry that there is room for, used or not; none where the header has flaws
 * @param flaws what makes this copy unusable
 * @param oddities what is wrong but hinders nobody from reading this copy
 */
record GptCopy(
        String name, long offset, GptHeader header, List<GptEntry> entries, List<Flaw> flaws, List<Flaw> oddities) {

    boolean isUsable() {
        return flaws.isEmpty();
    }

    List<GptPartition> partitions() {
        return GptEntryCheck.used(entries);
    }
}
