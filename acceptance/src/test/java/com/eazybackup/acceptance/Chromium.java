package com.eazybackup.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One browser for all tests of this module: the system's own, ended with the JVM. */
final class Chromium {

    /** Nothing that a browser does on its own account: no update, no synchronisation, no QUIC. */
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /**
     * So long only a failure lasts. What a page does by itself it does after two or three seconds,
     * and a busy machine takes several times as long: the usual five are no failure yet.
     */
    private static final double PATIENCE = 30_000;

    private Chromium() {}

    static Browser get() {
        return Running.BROWSER;
    }

    private static final class Running {

        static final Browser BROWSER = launch();

        private Running() {}

        private static Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            String executable =
                    Optional.ofNullable(System.getenv("EB_CHROMIUM")).orElse("/usr/bin/chromium");
            return Playwright.create()
                    .chromium()
                    .launch(
                            new LaunchOptions()
                                    .setExecutablePath(Path.of(executable))
                                    .setArgs(QUIET));
        }
    }
}
