package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a breach of the content policy would be seen: every browser test relies on it. */
class WatchIT {

    @RegisterExtension final Browsing browsing = new Browsing();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "style-src|document.head.append(Object.assign(document.createElement('style'), {textContent: 'b { color: red }'}))",
                "script-src|document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))",
                "script-src-attr|document.body.setAttribute('onclick', 'window.ran = 1')",
                "img-src|new Promise(done => { const i = new Image(); i.onerror = done; i.src = 'https://evil.example/x.png'; }).then(() => 1)",
                "connect-src|fetch('https://evil.example/').catch(() => 1)",
                "frame-src|document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://evil.example/'}))",
                "base-uri|document.head.append(Object.assign(document.createElement('base'), {href: 'https://evil.example/'}))"
            })
    void aBreachOfThePolicyIsRefusedAndSeen(String directive, String breach) throws Exception {
        Page page = browsing.page();
        page.navigate("signin");
        page.evaluate("() => { " + breach + "; }");

        World.eventually(
                "the breach is seen",
                () -> {
                    page.evaluate("1"); // lets the browser's messages in
                    return browsing.watch().found().stream()
                            .anyMatch(line -> line.contains("policy: " + directive));
                });
        assertThat(page.evaluate("window.ran === undefined")).isEqualTo(true);
        browsing.watch().expect("policy: ");
        browsing.watch().expect("Content Security Policy");
        browsing.watch().expect("Refused to");
        browsing.watch().expect("evil.example");
    }

    @Test
    void whatGoesWrongOnASecondPageOfAReaderIsSeenToo() throws Exception {
        browsing.page().navigate("signin");
        Page second = browsing.context().newPage();
        second.navigate("signin");
        second.evaluate("() => console.error('behind the back')");

        World.eventually(
                "the line is seen",
                () -> {
                    second.evaluate("1");
                    return browsing.watch().found().stream()
                            .anyMatch(line -> line.contains("behind the back"));
                });
        browsing.watch().expect("behind the back");
    }

    /** Repair: take the page from Browsing, which watches it. */
    @Test
    void nobodyOpensABrowserBesideBrowsing() throws IOException {
        Path tests = Path.of("src/test/java/com/eazybackup/acceptance");
        try (Stream<Path> files = Files.list(tests)) {
            List<String> makers =
                    files.filter(file -> text(file).matches("(?s).*\\bnewContext\\(.*"))
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("WatchIT.java"))
                            .toList();
            assertThat(makers).containsExactly("Browsing.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
