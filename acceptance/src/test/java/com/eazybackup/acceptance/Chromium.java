package com.eazybackup.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
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

    private Chromium() {}

    static Browser get() {
        return Running.BROWSER;
    }

    private static final class Running {

        static final Browser BROWSER = launch();

        private Running() {}

        private static Browser launch() {
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
