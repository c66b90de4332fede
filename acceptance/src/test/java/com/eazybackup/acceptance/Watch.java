package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what goes wrong on a reader's pages, all of them, behind the reader's back: errors of
 * scripts, breaches of the content policy, refused or failed answers of our own server.
 */
final class Watch {

    /** The browser reports a breach to the page; the console then holds it with its reason. */
    private static final String TELL_BREACHES =
            "addEventListener('securitypolicyviolation', e => console.error('policy: '"
                    + " + e.violatedDirective + ' forbids ' + e.blockedURI + ' ' + e.sample))";

    private final List<String> found = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /**
     * @param portal whose answers are ours
     */
    Watch(BrowserContext pages, URI portal) {
        pages.addInitScript(TELL_BREACHES);
        pages.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        found.add("console: " + message.text() + " at " + message.location());
                    }
                });
        pages.onWebError(error -> found.add("script: " + error.error()));
        pages.onResponse(
                response -> {
                    if (response.status() >= 400 && response.url().startsWith(portal.toString())) {
                        found.add("HTTP " + response.status() + ": " + response.url());
                    }
                });
    }

    /** This test provokes it: lines that hold the text are no fault. */
    void expect(String text) {
        expected.add(text);
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void isClean() {
        assertThat(found)
                .filteredOn(line -> expected.stream().noneMatch(line::contains))
                .as("what went wrong behind the page")
                .isEmpty();
    }
}
