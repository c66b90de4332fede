package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pages that somebody left open, on a portal whose sessions are idle after a minute. */
@Tag("fault-26")
class UnattendedIT {

    private static final Duration IDLE = Duration.ofMinutes(1);

    /** A busy machine, and two minutes until an open stream is told. */
    private static final Duration LATEST = IDLE.multipliedBy(5);

    @TempDir static Path folder;

    private static AnotherServer server;

    @RegisterExtension final Browsing browsing = new Browsing().at(() -> server.portal());

    @BeforeAll
    static void aServerWithShortSessions() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        server =
                AnotherServer.start(
                                home,
                                AnotherServer.copyOfBase(home, folder.resolve("base")),
                                Map.of("EB_SESSION_MINUTES", Long.toString(IDLE.toMinutes())))
                        .awaitReady();
    }

    @AfterAll
    static void itEnds() {
        server.close();
    }

    @Test
    void aConsoleThatAsksByItselfAndALivePageLeadToTheDoor() throws Exception {
        browsing.watch().expect("401");
        Page console = browsing.page();
        Page live = browsing.another("401");
        signIn(console, DemoWorld.ADMIN_EMAIL, DemoWorld.ADMIN_PASSWORD);
        assertThat(console).hasURL(Pattern.compile("/admin/operations$"));
        signIn(live, World.SMALL, DemoCustomers.PASSWORD);
        assertThat(live).hasURL(Pattern.compile("/status$"));
        long from = System.nanoTime();

        leadsToTheDoor(console);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(IDLE.multipliedBy(2));
        leadsToTheDoor(live);
        assertThat(
                        PortalTables.rows(
                                "SELECT reason FROM eb_sessions WHERE email IN (?, ?)"
                                        + " ORDER BY began_ms DESC LIMIT 2",
                                DemoWorld.ADMIN_EMAIL,
                                World.SMALL))
                .containsExactly("idle", "idle");
    }

    private static void leadsToTheDoor(Page page) {
        assertThat(page)
                .hasURL(
                        Pattern.compile("/signin[?]ended"),
                        new PageAssertions.HasURLOptions().setTimeout((double) LATEST.toMillis()));
    }

    private static void signIn(Page page, String email, String password) {
        page.navigate(server.portal().resolve("signin").toString());
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("#enter").click();
    }
}
