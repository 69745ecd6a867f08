package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;
import java.util.Arrays;

/** The numbers of one kind in all sequences of a block, with the code that is best for them. */
final class CodeColumn {

    private static final int PREDEFINED = 0;
    private static final int ONE_SYMBOL = 1;
    private static final int DESCRIBED = 2;
    private static final int DESCRIPTION_ROOM = 256;

    private final SequenceCode code;
    private final FseTable predefined;
    private final byte[] codes = new byte[Sequences.MOST];
    private final int[] frequencies;
    private final byte[] description = new byte[DESCRIPTION_ROOM];
    private int[] values = {};
    private int descriptionLength;
    private int form;
    private FseTable table;
    private int state;

    CodeColumn(SequenceCode code) {
        this.code = code;
        this.predefined = new FseTable(code.predefined());
        this.table = predefined;
        this.frequencies = new int[code.codes()];
    }

    /** Take up the numbers, of which there is one or more. */
    void take(Sequences sequences) {
        values = sequences.values(code);
        state = 0;
        Arrays.fill(frequencies, 0);
        for (int i = 0; i < sequences.count(); i++) {
            codes[i] = (byte) code.code(values[i]);
            frequencies[codes[i]]++;
        }
        if (frequencies[codes[0]] == sequences.count()) {
            form = ONE_SYMBOL;
            table = new FseTable(Distribution.ofOne(codes[0]));
            description[0] = codes[0];
            descriptionLength = 1;
        } else {
            choose();
        }
    }

    private void choose() {
        Distribution own = Distribution.ofFrequencies(frequencies, code.mostLog());
        BitWriter bits = new BitWriter(description, 0, description.length);
        own.writeTo(bits);
        long cost = own.cost(frequencies) + (long) bits.position() * Byte.SIZE;
        if (code.predefined().cost(frequencies) <= cost) {
            form = PREDEFINED;
            table = predefined;
            descriptionLength = 0;
        } else {
            form = DESCRIBED;
            table = new FseTable(own);
            descriptionLength = bits.position();
        }
    }

    int form() {
        return form;
    }

    void writeCode(BitWriter bits) {
        bits.putBytes(description, 0, descriptionLength);
    }

    /** Put a code, the last one first: that is where the states end. */
    void putCode(int index, BitWriter bits) {
        state = state == 0 ? table.last(codes[index]) : table.put(codes[index], state, bits);
    }

    void putFurther(int index, BitWriter bits) {
        code.putFurther(values[index], codes[index], bits);
    }

    void putFirst(BitWriter bits) {
        table.putFirst(state, bits);
    }
}
