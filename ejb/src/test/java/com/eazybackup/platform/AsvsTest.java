package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the ASVS counts right and names what exists; so does SECURITY.md. */
class AsvsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> STATES =
            List.of("met", "partly", "not yet", "not applicable");
    private static final Set<String> OF_LEVEL_3 = Set.of("1.2.10", "2.3.5", "6.3.8", "7.5.3");
    private static final int LONGEST_SUMMARY = 15;

    private static final Pattern ROW =
            Pattern.compile(
                    "\\| ([0-9]+(?:\\.[0-9]+){2}) \\| ([123]) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+)"
                            + " \\| ([^|]+) \\|");
    private static final Pattern COUNTED =
            Pattern.compile(
                    "\\| (?:V([0-9]+) [^|]*|(\\*\\*all\\*\\*)) \\| ([0-9]+) \\| ([0-9]+) \\|"
                            + " ([0-9]+) \\| ([0-9]+) \\| ([0-9]+) \\|");
    private static final Pattern FENCED = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https:)([^)#]+)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z][A-Za-z]*)?");
    private static final Pattern DEFAULT = Pattern.compile("`(EB_[A-Z_]+)` \\(([0-9]+)\\)");

    /** What is called like a class of ours, and is not one. */
    private static final Set<String> STANDARDS_WORDS =
            Set.of("Origin", "SecureRandom", "ValidateLogin", "DecryptPassword");

    private record Requirement(String id, int level, String asks, String state, String test) {

        String chapter() {
            return id.substring(0, id.indexOf('.'));
        }
    }

    @Test
    void everyRequirementOfBothLevelsIsThereOnce() throws IOException {
        List<Requirement> all = requirements();
        assertThat(all).extracting(Requirement::id).doesNotHaveDuplicates();
        // As many as the release of 5.0.0 has.
        assertThat(all).filteredOn(one -> one.level() == 1).hasSize(70);
        assertThat(all).filteredOn(one -> one.level() == 2).hasSize(183);
        assertThat(all)
                .filteredOn(one -> one.level() == 3)
                .extracting(Requirement::id)
                .containsExactlyInAnyOrderElementsOf(OF_LEVEL_3);
    }

    @Test
    void everyRequirementHasOneOfFourStatesInAFewWords() throws IOException {
        for (Requirement one : requirements()) {
            assertThat(STATES).as(one.id()).contains(one.state());
            assertThat(one.asks().split(" ").length)
                    .as(one.id())
                    .isLessThanOrEqualTo(LONGEST_SUMMARY);
            boolean shown = QUOTED.matcher(one.test()).find() || one.test().contains("no test");
            boolean neither = one.test().equals("–");
            assertThat(shown || neither).as(one.id() + " says " + one.test()).isTrue();
        }
    }

    @Test
    void theCountsAreThoseOfTheRows() throws IOException {
        Map<String, List<Long>> counted = new TreeMap<>();
        List<Requirement> all = requirements();
        all.stream()
                .map(Requirement::chapter)
                .distinct()
                .forEach(
                        chapter ->
                                counted.put(
                                        chapter,
                                        count(
                                                all.stream()
                                                        .filter(
                                                                one ->
                                                                        one.chapter()
                                                                                .equals(chapter))
                                                        .toList())));
        counted.put("all", count(all));
        Map<String, List<Long>> said = new TreeMap<>();
        Matcher row = COUNTED.matcher(text("docs/asvs.md"));
        while (row.find()) {
            List<Long> numbers = new ArrayList<>();
            for (int group = 3; group <= 7; group++) {
                numbers.add(Long.valueOf(row.group(group)));
            }
            said.put(row.group(1) == null ? "all" : row.group(1), numbers);
        }
        assertThat(said).isEqualTo(counted);
    }

    private static List<Long> count(List<Requirement> some) {
        List<Long> counts =
                STATES.stream()
                        .map(
                                state ->
                                        some.stream()
                                                .filter(one -> one.state().equals(state))
                                                .count())
                        .collect(Collectors.toCollection(ArrayList::new));
        counts.add((long) some.size());
        return counts;
    }

    @Test
    void whatIsNamedAsAProofExists() throws IOException {
        Set<String> tests = classes("src/test/java");
        Set<String> product = classes("src/main/java");
        Set<String> missing = new TreeSet<>();
        for (Requirement one : requirements()) {
            Matcher name = QUOTED.matcher(one.test());
            while (name.find()) {
                String named = name.group(1);
                boolean test = named.endsWith("Test") || named.endsWith("IT");
                boolean there =
                        test
                                ? tests.contains(named)
                                : product.contains(named)
                                        || named.equals("Runtime")
                                        || Files.isRegularFile(ROOT.resolve(named));
                if (!there) {
                    missing.add(one.id() + " " + named);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theDocumentOfSecurityNamesWhatExistsAndTheDefaultsOfSettings() throws IOException {
        String document = FENCED.matcher(text("SECURITY.md")).replaceAll("");
        Set<String> known = classes("src/main/java");
        known.addAll(STANDARDS_WORDS);
        Matcher name = QUOTED.matcher(document);
        while (name.find()) {
            if (CLASS.matcher(name.group(1)).matches()) {
                assertThat(known).contains(name.group(1));
            }
        }
        Matcher link = LINK.matcher(document);
        while (link.find()) {
            assertThat(ROOT.resolve(link.group(1))).isRegularFile();
        }
        Matcher setting = DEFAULT.matcher(document);
        int settings = 0;
        while (setting.find()) {
            settings++;
            assertThat(Setting.valueOf(setting.group(1)).byDefault())
                    .as(setting.group(1))
                    .contains(setting.group(2));
        }
        assertThat(settings).isPositive();
    }

    private static List<Requirement> requirements() throws IOException {
        List<Requirement> found = new ArrayList<>();
        Matcher row = ROW.matcher(text("docs/asvs.md"));
        while (row.find()) {
            found.add(
                    new Requirement(
                            row.group(1),
                            Integer.parseInt(row.group(2)),
                            row.group(3),
                            row.group(4),
                            row.group(6)));
        }
        return found;
    }

    private static String text(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    private static Set<String> classes(String sources) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("ejb", "web", "batch", "acceptance")) {
            Path folder = ROOT.resolve(module).resolve(sources);
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".java"))
                            .forEach(file -> names.add(file.replace(".java", "")));
                }
            }
        }
        return names;
    }
}
