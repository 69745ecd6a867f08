package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;

/**
 * Writes the sequences of a block (RFC 8878, section 3.1.1.3.2).
 *
 * <pre>
 * count (1 to 3 bytes) │ 2 bits form of each code, 2 bits zero │ codes │ bits, from the last sequence to the first
 * </pre>
 */
final class SequencesSection {

    private static final int ONE_BYTE = 128;
    private static final int TWO_BYTES = 0x7F00;
    private static final int FORM_SHIFT = 2;

    private final CodeColumn literalLengths = new CodeColumn(SequenceCode.LITERAL_LENGTH);
    private final CodeColumn offsets = new CodeColumn(SequenceCode.OFFSET);
    private final CodeColumn matchLengths = new CodeColumn(SequenceCode.MATCH_LENGTH);

    void writeTo(BitWriter bits, Sequences sequences) {
        int count = sequences.count();
        putCount(bits, count);
        if (count == 0) {
            return;
        }
        literalLengths.take(sequences);
        offsets.take(sequences);
        matchLengths.take(sequences);
        int forms = literalLengths.form();
        forms = forms << FORM_SHIFT | offsets.form();
        forms = forms << FORM_SHIFT | matchLengths.form();
        bits.put(forms << FORM_SHIFT, Byte.SIZE);
        literalLengths.writeCode(bits);
        offsets.writeCode(bits);
        matchLengths.writeCode(bits);
        putSequences(bits, count);
    }

    private static void putCount(BitWriter bits, int count) {
        if (count < ONE_BYTE) {
            bits.put(count, Byte.SIZE);
        } else if (count < TWO_BYTES) {
            bits.put(ONE_BYTE | count >> Byte.SIZE, Byte.SIZE);
            bits.put(count & 0xFF, Byte.SIZE);
        } else {
            bits.put(0xFF, Byte.SIZE);
            bits.put(count - TWO_BYTES, Short.SIZE);
        }
    }

    /** What the decoder reads first is put last, and a bit behind everything says where that is. */
    private void putSequences(BitWriter bits, int count) {
        for (int i = count - 1; i >= 0; i--) {
            offsets.putCode(i, bits);
            matchLengths.putCode(i, bits);
            literalLengths.putCode(i, bits);
            literalLengths.putFurther(i, bits);
            matchLengths.putFurther(i, bits);
            offsets.putFurther(i, bits);
        }
        matchLengths.putFirst(bits);
        offsets.putFirst(bits);
        literalLengths.putFirst(bits);
        bits.put(1, 1);
        bits.align();
    }
}
