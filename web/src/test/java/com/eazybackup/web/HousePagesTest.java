package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the Content-Security-Policy and the design ask of every page, held before a browser sees it.
 */
class HousePagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path ICONS = PAGES.resolve("WEB-INF/includes/icons.xhtml");
    private static final Pattern INLINE =
            Pattern.compile(
                    "\\s(style|on[a-z]+)=\"|<style|<script(?![^>]*( src=|application/json))");
    private static final Pattern RAW_COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(");
    private static final Pattern TOKEN = Pattern.compile("var\\((--[\\w-]+)");
    private static final Pattern TOKEN_SET = Pattern.compile("(--[\\w-]+)\\s*:");
    private static final Pattern TOKEN_BY_MODULE = Pattern.compile("['`](--[\\w-]+)");
    private static final Pattern ICON = Pattern.compile("<eb:icon name=\"([\\w-]+)\"|#i-([\\w-]+)");

    /** Repair: put the looks into a stylesheet and the behaviour into a module of resources/js. */
    @Test
    void noPageCarriesStylesOrScriptsOfItsOwn() throws IOException {
        assertThat(files(".xhtml"))
                .allSatisfy(
                        page ->
                                assertThat(INLINE.matcher(Files.readString(page)).results())
                                        .isEmpty());
    }

    /**
     * What posts nothing needs none. Repair: put eb:secret right behind the beginning of the form;
     * see OwnForms.
     */
    @Test
    void everyFormRepeatsTheSecretOfTheSession() throws IOException {
        Pattern form =
                Pattern.compile(
                        "<(?:h:)?form\\b(?![^>]*method=\"(?:get|dialog)\")[^>]*>\\s*(<eb:secret/>)?");
        List<String> forms = new ArrayList<>();
        for (Path page : files(".xhtml")) {
            form.matcher(Files.readString(page))
                    .results()
                    .forEach(hit -> forms.add(page.getFileName() + " " + hit.group()));
        }
        assertThat(forms)
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(one -> assertThat(one).endsWith("<eb:secret/>"));
    }

    /** Repair: name the colour in tokens.css, for both themes. */
    @Test
    void onlyTheTokensHaveColours() throws IOException {
        assertThat(files(".css").stream().filter(file -> !file.endsWith("tokens.css")))
                .allSatisfy(
                        file ->
                                assertThat(RAW_COLOUR.matcher(withoutAddresses(file)).results())
                                        .isEmpty());
    }

    @Test
    void everyTokenThatIsUsedIsSetSomewhere() throws IOException {
        Set<String> set = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        for (Path file : files(".css")) {
            String css = Files.readString(file);
            TOKEN_SET.matcher(css).results().forEach(hit -> set.add(hit.group(1)));
            TOKEN.matcher(css).results().forEach(hit -> used.add(hit.group(1)));
        }
        for (Path file : files(".js")) {
            TOKEN_BY_MODULE
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(hit -> set.add(hit.group(1)));
        }
        // --g1 to --g4 are written with a number that the module counts.
        set.addAll(Set.of("--g1", "--g2", "--g3", "--g4"));
        assertThat(set).containsAll(used);
    }

    @Test
    void everyIconIsDrawn() throws IOException {
        String drawn = Files.readString(ICONS);
        Set<String> asked = new TreeSet<>();
        for (Path file : Stream.concat(files(".xhtml").stream(), files(".js").stream()).toList()) {
            ICON.matcher(Files.readString(file))
                    .results()
                    .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                    .forEach(asked::add);
        }
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(icon -> assertThat(drawn).contains("id=\"i-" + icon + "\""));
    }

    @Test
    void everyModuleThatIsImportedExists() throws IOException {
        Pattern imported =
                Pattern.compile("from '\\./([\\w.]+)'|^import '\\./([\\w.]+)'", Pattern.MULTILINE);
        for (Path file : files(".js")) {
            List<String> names =
                    imported.matcher(Files.readString(file))
                            .results()
                            .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                            .toList();
            assertThat(names)
                    .as(file.toString())
                    .allSatisfy(name -> assertThat(file.resolveSibling(name)).exists());
        }
    }

    private static String withoutAddresses(Path file) throws IOException {
        return Files.readString(file).replaceAll("url\\([^)]*\\)", "");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .collect(Collectors.toList());
        }
    }
}
