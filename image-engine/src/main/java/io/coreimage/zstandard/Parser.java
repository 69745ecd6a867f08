package io.coreimage.zstandard;

/** Divides a block into literals and matches; takes a match only if none of the next two places has a better one. */
final class Parser {

    private static final int LOOK_AHEAD = 2;
    private static final int[] WAIT_FOR = {0, 4, 7};
    private static final int HURRY_SHIFT = 8;

    private final MatchFinder finder;

    Parser(MatchFinder finder) {
        this.finder = finder;
    }

    void parse(int from, int to, Sequences sequences) {
        int done = from;
        int place = from;
        while (place <= to - MatchFinder.SHORTEST_REPEATED) {
            Match match = find(place, done, to, sequences);
            if (match.isNone()) {
                place += 1 + ((place - done) >> HURRY_SHIFT);
                continue;
            }
            match = finder.extendBack(better(match, done, to, sequences), done);
            sequences.add(finder.input(), done, match.place(), match.offset(), match.length());
            done = match.place() + match.length();
            place = done;
        }
        sequences.addLiterals(finder.input(), done, to);
    }

    private Match find(int place, int done, int to, Sequences sequences) {
        return finder.find(place, to, sequences.offsets(), place > done);
    }

    /** Return the match, or a better one that begins a little later. */
    private Match better(Match found, int done, int to, Sequences sequences) {
        Match best = found;
        for (int ahead = 1; ahead <= LOOK_AHEAD && best.place() + ahead < to; ahead++) {
            Match next = find(best.place() + ahead, done, to, sequences);
            if (next.worth() > best.worth() + WAIT_FOR[ahead]) {
                best = next;
                ahead = 0;
            }
        }
        return best;
    }
}
