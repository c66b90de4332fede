package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, and every text is asked for. */
class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/com/eazybackup/web");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java");

    /** {@code many} is a form of French numbers that English does not have; it may be left out. */
    private static final Pattern PLURAL = Pattern.compile("\\.(one|other|many)$");

    private static final Pattern IN_PAGE = Pattern.compile("text\\['([\\w.-]+)'\\]");
    private static final Pattern IN_BEAN = Pattern.compile("text\\(\"([\\w.-]+)\"\\)");
    private static final Pattern IN_MODULE = Pattern.compile("[`']([a-z][\\w]*(?:\\.[\\w]+)+)[`']");

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(withoutPlural(keys("messages_fr.properties")))
                .isEqualTo(withoutPlural(keys("messages.properties")));
    }

    @Test
    void everyNumberHasTheFormsThatEachLanguageCountsIn() throws IOException {
        for (String bundle : List.of("messages.properties", "messages_fr.properties")) {
            Set<String> keys = keys(bundle);
            assertThat(keys.stream().filter(key -> key.endsWith(".one")))
                    .as(bundle)
                    .allSatisfy(
                            key -> assertThat(keys).contains(key.replaceFirst("one$", "other")));
        }
    }

    @Test
    void bothLanguagesFillInTheSameNames() throws IOException {
        Properties english = bundle("messages.properties");
        Properties french = bundle("messages_fr.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(names(french.getProperty(key)))
                    .as(key)
                    .isEqualTo(names(english.getProperty(key)));
        }
    }

    @Test
    void noQuotationMarkStandsAloneAtTheEndOfAFrenchLine() throws IOException {
        Properties french = bundle("messages_fr.properties");
        assertThat(french.stringPropertyNames())
                .allSatisfy(
                        key ->
                                assertThat(french.getProperty(key))
                                        .as(key)
                                        .doesNotContain("« ", " »"));
    }

    @Test
    void noTextIsMissing() throws IOException {
        Set<String> asked = new TreeSet<>();
        asked.addAll(found(PAGES, ".xhtml", IN_PAGE));
        asked.addAll(found(BEANS, ".java", IN_BEAN));
        assertThat(keys("messages.properties")).containsAll(asked);
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> asked = new TreeSet<>();
        asked.addAll(found(PAGES, ".xhtml", IN_PAGE));
        asked.addAll(found(BEANS, ".java", IN_BEAN));
        Set<String> byModules = found(PAGES, ".js", IN_MODULE);
        Set<String> left =
                withoutPlural(keys("messages.properties")).stream()
                        .filter(key -> !asked.contains(key))
                        .filter(
                                key ->
                                        !key.startsWith("js.")
                                                || !byModules.contains(key.substring(3)))
                        .filter(key -> !chosenByValue(key))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(left).isEmpty();
    }

    @Test
    void anEnglishReaderGetsEnglishOnAFrenchMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CANADA_FRENCH);
            assertThat(PageTexts.json(Language.ENGLISH.locale()))
                    .contains("\"live.live\":\"Live\"");
            assertThat(PageTexts.json(Language.FRENCH.locale())).contains("En direct");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theTextsOfModulesCannotEndTheirElement() {
        assertThat(PageTexts.json(Language.FRENCH.locale())).doesNotContain("<");
    }

    @Test
    void kindsOfJobsAreReadAsEverywhereAndANewKindShowsItsNumber() {
        assertThat(PageTexts.json(Language.ENGLISH.locale()))
                .contains("\"job.kind.4003\":\"Retention pass\"")
                .contains("Job of kind {code}")
                .doesNotContain("job.kind.4000");
        assertThat(PageTexts.json(Language.FRENCH.locale()))
                .contains("\"job.kind.4003\":\"Application de la rétention\"");
    }

    /** Asked for with a state, a size, a kind of job, an outcome: {@code state.${look}}. */
    private static boolean chosenByValue(String key) {
        return key.matches(
                "duty\\..*|signin\\.ended(\\..*)?|js\\.(tokens\\.scope|devices\\.col|users\\.reports|services\\.(cycle|status)|service\\.(refused|unit)|vaults\\.(state|note|billing)|state|chip|verdict|minute|incident\\.why|groups\\.(colour|drawing|sum)|report\\.(csv|log|why)|size|job\\.kind|engine|trail\\.(action|result)|ops\\.(state|do|cause|outcome|kind|verdict|empty|detail|alert|api|beat|run|jobs\\.(asked|cause|of|outcome|schedule|step)|stalled\\.(act|done|next|rule))|admins\\.(role|state|ask|yes|done))\\..*");
    }

    private static Set<String> withoutPlural(Set<String> keys) {
        return keys.stream()
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String text) {
        Matcher matcher = Pattern.compile("\\{\\w+}").matcher(text);
        return matcher.results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String name) throws IOException {
        return new TreeSet<>(bundle(name).stringPropertyNames());
    }

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern)
            throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(hit -> found.add(hit.group(1)));
            }
        }
        return found;
    }
}
