package io.coreimage.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class NearestName {

    private NearestName() {}

    /** Return the known name that differs least, if it does not differ too much; the first of equals by alphabet. */
    public static Optional<String> of(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> Math.abs(name.length() - typed.length()) <= tolerance(name))
                .sorted()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= tolerance(name));
    }

    private static int tolerance(String name) {
        return Math.max(1, name.length() / 3);
    }

    /** Return {@code , did you mean "name"?} for the end of a sentence, or nothing. */
    public static String question(String typed, Collection<String> known) {
        return of(typed, known).map(name -> ", did you mean \"" + name + "\"?").orElse("");
    }

    /** Return how many letters must be typed, left out, replaced or swapped with the next, without regard to case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(int[][] steps, String a, String b, int i, int j) {
        int replace = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        return swapped(a, b, i, j) ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
