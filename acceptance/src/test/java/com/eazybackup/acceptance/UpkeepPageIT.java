package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What looks after the tables by itself, on the operations page: heartbeat, stalled jobs, batch
 * jobs, alerts.
 */
class UpkeepPageIT {

    private static final String PROFILE = DemoCustomers.COMETBACKUP;
    private static final double LONG = 30_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final SimulatedCometServer comet = World.get().comet(PROFILE);
    private final Place place = World.place(PROFILE, World.SMALL_ACCOUNT);

    @AfterEach
    void clear() throws Exception {
        PortalTables.run("DELETE FROM eb_operator_alerts WHERE fingerprint LIKE 'test:%'");
        PortalTables.run("DELETE FROM eb_quarantine");
    }

    @Test
    void theHeartbeatOfEachServerIsToldInNumbersThatAgree() throws Exception {
        Session.ofAdmin().post("/api/admin/operations/heartbeat", Map.of("profile", PROFILE));
        Page page = page();
        Locator beat = page.locator("#beats [data-profile='" + PROFILE + "']");

        assertThat(beat.locator("[data-part=when]"))
                .containsText("heartbeat", new ContainsTextOptions().setTimeout(LONG));
        long devices = number(beat, "devices");
        assertThat(devices).isPositive();
        assertThat(number(beat, "online") + number(beat, "offline")).isEqualTo(devices);
        assertThat(number(beat, "connections")).isPositive();
    }

    @Test
    @Tag("fault-06")
    void aDeadBackupIsJudgedWithoutHarmAndThenEndedAndLeavesThePages() throws Exception {
        String job = dead();
        Page page = page();
        Locator rows = page.locator("#stalled tbody tr:not(.sub)");
        Locator row = rows.filter(new Locator.FilterOptions().setHasText(job.substring(0, 6)));
        assertThat(row).hasCount(1, new HasCountOptions().setTimeout(LONG));
        assertThat(row.locator("[data-part=next]")).hasText("Look again");

        row.locator("[data-part=dry]").press("Enter");
        Locator evidence = page.locator("#stalled .evidence:visible");
        assertThat(evidence.locator("[data-part=would]"))
                .hasText("Dry run: would note a first strike");
        assertThat(evidence.locator("[data-part=evidence]")).containsText("Last sign of life");
        assertThat(PortalTables.rows(marks(job))).containsExactly("0");

        doIt(page, evidence);
        assertThat(page.locator("#toasts")).containsText("first strike noted");
        assertThat(PortalTables.rows(marks(job))).containsExactly("1");
        assertThat(row.locator("[data-part=next]")).hasText("Waits");
        assertThat(row.locator("[data-part=at]")).hasText(Pattern.compile("^until \\d"));
        row.locator("[data-part=dry]").press("Enter");
        assertThat(evidence.locator("[data-part=would]")).containsText("cancel this job");
        doIt(page, evidence);

        assertThat(page.locator("#toasts")).containsText("cancelled, written down as over");
        assertThat(row).hasCount(0);
        assertThat(PortalTables.rows(marks(job))).isEmpty();
    }

    private static void doIt(Page page, Locator evidence) {
        evidence.locator("[data-part=act]").press("Enter");
        assertThat(page.locator("#confirm")).containsText("Do this to the job now?");
        page.locator("#confirm [data-part=yes]").press("Enter");
    }

    private static String marks(String job) {
        return "SELECT stale_observations FROM eb_jobs_live WHERE job_id = '" + job + "'";
    }

    @Test
    void aBatchJobIsStartedByKeyboardAndItsHistorySaysWhatItDid() throws Exception {
        PortalTables.run("DELETE FROM eb_devices_daily");
        Page page = page();
        Locator row = page.locator("#jobs [data-job='devices-daily']");
        assertThat(row.locator("[data-part=schedule]")).hasText("daily at 02:05");
        assertThat(row.locator("[data-part=wait]")).hasText(Pattern.compile("^in \\d"));

        row.locator("[data-part=start]").press("Enter");
        assertThat(page.locator("#toasts")).containsText("devices-daily is being started");
        assertThat(row.locator("[data-part=result]"))
                .hasText("Success", new HasTextOptions().setTimeout(LONG));
        row.locator("[data-part=history]").press("Enter");
        Locator runs = page.locator("#jobs .runs:visible li");
        assertThat(runs.first()).containsText("on request");
        assertThat(runs.first()).containsText("Success");
        assertThat(PortalTables.rows("SELECT COUNT(*) FROM eb_devices_daily")).containsExactly("1");
    }

    @Test
    void anAlertIsDismissedAfterAQuestionAndIsAmongThePastOnes() throws Exception {
        PortalTables.run(
                "INSERT INTO eb_operator_alerts (fingerprint, kind, profile, sentence, first_ms,"
                        + " last_ms) VALUES ('test:dismiss', 'quarantine', 'obc', 'Forty wait.',"
                        + " UNIX_TIMESTAMP() * 1000, UNIX_TIMESTAMP() * 1000)");
        ConsolePage console = console();
        Locator alert =
                console.alerts().filter(new Locator.FilterOptions().setHasText("Forty wait."));
        assertThat(alert).hasCount(1, new HasCountOptions().setTimeout(LONG));
        assertThat(alert).containsText("frames pile up in the quarantine");

        alert.locator("[data-part=dismiss]").press("Enter");
        assertThat(console.question()).containsText("it comes back within minutes");
        console.question().locator("[data-part=yes]").press("Enter");

        assertThat(alert).hasCount(0, new HasCountOptions().setTimeout(LONG));
        assertThat(browsing.page().locator("#past tbody"))
                .containsText("Forty wait.", new ContainsTextOptions().setTimeout(LONG));
        assertThat(
                        PortalTables.rows(
                                "SELECT result FROM eb_audit WHERE action = 'alerts.dismiss'"
                                        + " AND target = 'quarantine:obc' ORDER BY id DESC LIMIT 1"))
                .containsExactly("ok");
    }

    @Test
    void allOpenFramesAreReplayedInOneGoAndWhatCannotBeReadStays() {
        ConsolePage console = console();
        comet.stream().poison(Poison.BROKEN_JSON);
        comet.stream().poison(Poison.NULL_DATA);
        Locator all = browsing.page().locator("#quarantine [data-part=replayAll]");
        assertThat(all).hasText("Replay all 2");

        all.press("Enter");

        assertThat(console.toasts()).containsText("Replayed: 0 done, 2 left open.");
        assertThat(console.frames()).hasCount(2);
    }

    @Test
    void theLastHourOfAStreamIsDrawnAndSaidInWords() {
        Locator card = console().card(PROFILE);

        assertThat(card.locator("[data-part=line]"))
                .hasAttribute("d", Pattern.compile("^M0[.]0 .* L240[.]0 "));
        assertThat(card.locator("[data-part=spark]"))
                .hasAttribute("aria-label", Pattern.compile("^Last 60 minutes: \\d+ to \\d+"));
        assertThat(card.locator("[data-part=apiWord]")).hasText("Answers");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, en-CA", "LIGHT, fr-CA"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) throws Exception {
        String job = dead();
        browsing.start(scheme, language);
        Page page = browsing.signedInAsAdmin().page();
        ConsolePage.open(page);
        Locator row =
                page.locator("#stalled tbody tr:not(.sub)")
                        .filter(new Locator.FilterOptions().setHasText(job.substring(0, 6)));
        assertThat(row).hasCount(1, new HasCountOptions().setTimeout(LONG));
        row.locator("[data-part=dry]").click();
        page.locator("#jobs [data-job='devices-daily'] [data-part=history]").click();
        assertThat(page.locator("#stalled .evidence:visible")).hasCount(1);

        String name = "upkeep-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        new Look(page).isGood(name);
        browsing.wholePicture(name);
        page.setViewportSize(390, 844);
        browsing.wholePicture(name + "-phone");
        comet.acts().jobs().finish(job, 5000);
    }

    private Page page() {
        console();
        return browsing.page();
    }

    private ConsolePage console() {
        return ConsolePage.open(browsing.signedInAsAdmin().page());
    }

    private static long number(Locator beat, String part) {
        return Long.parseLong(
                beat.locator("[data-part=" + part + "]").textContent().replace(",", ""));
    }

    private String dead() throws Exception {
        return DeadBackup.start(comet, place);
    }
}
