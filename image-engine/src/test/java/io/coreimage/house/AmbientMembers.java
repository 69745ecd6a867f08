package io.coreimage.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Members of the JDK whose result depends on something that nobody passed in. */
final class AmbientMembers {

    /** Patterns over {@code class.member(parameter types)}. */
    private static final List<Pattern> FORBIDDEN = List.of(
                    // time
                    "java\\.time\\.\\w+\\.now\\(\\)",
                    "java\\.time\\.Clock\\.system\\w*\\(.*",
                    "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
                    "java\\.util\\.Date\\.<init>\\(\\)",
                    "java\\.util\\.(Gregorian)?Calendar\\.(getInstance|<init>)\\(.*",
                    // randomness
                    "java\\.util\\.UUID\\.randomUUID\\(\\)",
                    "java\\.util\\.Random\\.<init>\\(.*",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
                    "java\\.lang\\.Math\\.random\\(\\)",
                    "java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)\\(.*",
                    // locale, zone, charset
                    "java\\.util\\.Locale\\.getDefault\\(.*",
                    "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
                    "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)",
                    "java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)",
                    "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
                    "java\\.lang\\.String\\.formatted\\(.*",
                    "java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)",
                    "java\\.io\\.File(Reader|Writer)\\..*",
                    "java\\.text\\.(Simple)?DateFormat\\..*",
                    // user, environment, console
                    "java\\.lang\\.System\\.(getenv|getProperty|getProperties|console)\\(.*",
                    "java\\.lang\\.System\\.(out|err|in)",
                    "java\\.lang\\.(Integer|Long|Boolean)\\.get(Integer|Long|Boolean)\\(.*",
                    // directory order
                    "java\\.nio\\.file\\.Files\\.(list|walk|walkFileTree|find|newDirectoryStream)\\(.*",
                    "java\\.io\\.File\\.list\\w*\\(.*")
            .stream()
            .map(Pattern::compile)
            .toList();

    /**
     * Where one of them is the point: a class, and the members that it may use. Each with its reason.
     */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of(
            // The one class that lists folders, and sorts what it gets.
            "io.coreimage.bytes.Directories",
            Set.of(
                    "java.nio.file.Files.list",
                    "java.nio.file.Files.walkFileTree",
                    "java.nio.file.Files.newDirectoryStream"));

    private AmbientMembers() {}

    static boolean forbid(String member) {
        String arrays = member.replace("[]", "");
        return FORBIDDEN.stream()
                .anyMatch(each ->
                        each.matcher(member).matches() || each.matcher(arrays).matches());
    }

    static boolean allow(String caller, String member) {
        String outer = caller.contains("$") ? caller.substring(0, caller.indexOf('$')) : caller;
        return EXCEPTIONS.getOrDefault(outer, Set.of()).stream().anyMatch(each -> member.startsWith(each + "("));
    }
}
