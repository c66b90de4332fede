package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The report of a job: what leads to it, what it says, how it moves and how it is left. */
class JobReportIT {

    private static final Pattern OPENED = Pattern.compile(".*[?&]job=cometbackup[:%].+");

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @BeforeAll
    static void devices() throws Exception {
        World.awaitTheFleet();
    }

    @Test
    void aSliverOpensItsReportByKeyAndTheFocusComesBack() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        ended(status, 7001);
        Locator bar = StatusPage.bar(status.rows().first());
        bar.focus();
        bar.press("Enter");
        assertThat(status.popover()).isFocused();
        page.keyboard().press("End");

        page.keyboard().press("Enter");

        Locator report = report(page);
        assertThat(report).isVisible();
        assertThat(status.popover()).isHidden();
        assertThat(report.locator("h2")).containsText("Warning");
        assertThat(fact(report, "device")).hasText(status.name(0));
        assertThat(fact(report, "kind")).hasText("Backup");
        assertThat(fact(report, "ended")).not().hasText("–");
        assertThat(fact(report, "uploaded")).not().hasText("…");
        assertThat(entries(report).first()).containsText("Starting backup job");
        assertThat(report.locator("li.is-warning")).containsText("the file is in use");
        assertThat(page).hasURL(OPENED);
        browsing.picture("report");
        new Look(page).isGood("report");

        page.keyboard().press("Escape");
        assertThat(report).isHidden();
        assertThat(bar).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
    }

    @Test
    void theLogIsNarrowedSearchedAndSaved() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        ended(status, 7001);
        open(status, page);
        Locator report = report(page);
        assertThat(report.locator("[data-part=warnings]")).hasText("Warnings 1");
        int all = entries(report).count();
        assertThat(report.locator("[data-part=errors]")).isDisabled();

        report.locator("[data-part=warnings]").click();
        assertThat(entries(report)).hasCount(1);
        report.locator("[data-part=all]").click();
        assertThat(entries(report)).hasCount(all);
        report.locator("[data-part=search]").fill("VAULT");
        assertThat(entries(report)).hasCount(1);
        assertThat(report.locator("mark")).hasText("Vault");
        assertThat(report.locator("[data-part=found]")).hasText("1 found");
        Download file = page.waitForDownload(() -> report.locator("[data-part=save]").click());
        assertThat(Files.readString(file.path()))
                .startsWith("\ufeff\"Time (UTC)\",\"Severity\",\"Message\"")
                .contains("\"Info\",\"Opening Storage Vault\"");
        report.locator("[data-part=search]").fill("nobody wrote that");
        assertThat(report.locator("[data-part=logNone]")).hasText("No entry fits.");
        page.keyboard().press("Escape");
        assertThat(report).isVisible();
        assertThat(entries(report)).hasCount(all);
    }

    @Test
    void itMovesWhileTheJobRunsAndSaysHowItEnded() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        try {
            assertThat(StatusPage.running(status.rows().first())).hasCount(1);
            open(status, page);
            Locator report = report(page);
            assertThat(report.locator("h2")).containsText("Running");
            assertThat(report.locator("[data-part=progress]")).isVisible();
            page.reload();
            assertThat(report.locator("h2")).containsText("Running");

            acts.jobs().finish(job, 7002);
            assertThat(report.locator("h2")).containsText("Error");
            assertThat(report.locator("[data-part=progress]")).isHidden();
            assertThat(report.locator("[data-part=why]")).isVisible();
            assertThat(report.locator("li.is-error")).containsText("connection reset by peer");
        } finally {
            acts.jobs().finish(job, 5000);
        }
    }

    @Test
    void aSliceOpensItsJobsAndEachItsReport() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        Locator errors = page.locator(".legend .is-error button");
        assertThat(errors).isVisible();
        assertThat(errors).isEnabled();
        errors.focus();
        page.keyboard().press("Enter");

        assertThat(status.popover()).containsText("Error in the last 24 hours");
        Locator lines = status.popover().locator(".job-line");
        assertThat(lines.first()).isVisible();
        assertThat(status.popover().locator("[data-part=subtitle]"))
                .hasText(errors.locator("[data-part=n]").textContent() + " jobs");
        assertThat(status.popover().locator("[data-part=on]")).isHidden();
        browsing.picture("slice-jobs");
        new Look(page).isAccessible("the jobs of a slice");
        page.keyboard().press("ArrowDown");
        assertThat(lines.nth(1)).hasAttribute("aria-current", "true");
        page.keyboard().press("Enter");
        assertThat(report(page).locator("h2"))
                .containsText(Pattern.compile("Error|Timeout|Cancelled"));
        page.keyboard().press("Escape");
        assertThat(errors).isFocused();

        // By mouse: the same, from the ring.
        DrawnChart ring = DrawnChart.of(page, DrawnChart.RING);
        ring.click(0, ((Number) ring.is("chart.data.labels.indexOf('warning')")).intValue());
        lines.first().click();
        assertThat(report(page).locator("h2")).containsText("Warning");
    }

    @Test
    void theDotOfADayHasItsBackups() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        Locator days = StatusPage.days(status.rows().nth(3));
        days.focus();
        days.press("Enter");
        Locator jobs = status.popover().locator(".day-jobs .job-line");
        assertThat(jobs.first()).isInViewport();
        browsing.picture("day-jobs");
        new Look(page).isAccessible("the backups of a day");

        jobs.first().click();

        assertThat(report(page)).isVisible();
        assertThat(fact(report(page), "device")).hasText(status.name(3));
        page.keyboard().press("Escape");
        assertThat(days).isFocused();
    }

    @Test
    void aMouseThatRestsSeesTheJobsAndTakesNoFocus() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        status.search().focus();

        StatusPage.days(status.rows().nth(2)).hover();

        assertThat(status.popover()).isVisible();
        assertThat(status.search()).isFocused();
        // The way into it leads past its edge, and it stays while the pointer is there.
        status.popover().locator("h3").hover();
        assertThat(status.popover()).isVisible();
        page.mouse().move(3, 3);
        assertThat(status.popover()).isHidden();
    }

    @Test
    void aLogThatCannotBeReadIsSaidAndAskedForAgain() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        ended(status, 7001);
        browsing.refuses("**/api/jobs/*/log");
        open(status, page);
        Locator report = report(page);
        assertThat(report.locator("[data-part=logFault]")).containsText("Not now.");
        assertThat(report.locator("[data-part=logFault]")).containsText("EB-TEST");
        assertThat(fact(report, "kind")).hasText("Backup");
        page.unroute("**/api/jobs/*/log");

        report.locator("[data-part=logRetry]").click();

        assertThat(entries(report).first()).containsText("Starting backup job");
        assertThat(report.locator("[data-part=logFault]")).isHidden();
    }

    @Test
    void whatIsNotKnownOrSomebodyElsesIsSaidInOneSentence() {
        Page page = browsing.signedIn(World.SMALL).page();
        browsing.watch().expect("404");

        page.navigate("status?job=cometbackup:11111111-2222-4333-8444-555555555555");

        assertThat(report(page).locator("[data-part=fault]"))
                .containsText("This job is not known here any more");
        page.keyboard().press("Escape");
        assertThat(report(page)).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
    }

    @Test
    void inFrenchOnAPhoneInTheLightTheReportIsWhole() throws Exception {
        browsing.start(ColorScheme.LIGHT, "fr-CA");
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        ended(status, 7001);
        open(status, page);
        page.setViewportSize(390, 844);

        assertThat(report(page).locator("h3")).hasText("Journal");
        assertThat(report(page).locator("[data-part=search]")).isVisible();
        assertThat(entries(report(page)).first()).isVisible();
        browsing.picture("report-french-phone");
        new Look(page).isAccessible("report in French");
    }

    /** A backup of the small account's device has just ended so, and its row shows it. */
    private void ended(StatusPage status, int code) throws Exception {
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.jobs().finish(job, code);
        World.eventually(
                "the end of " + job,
                () ->
                        !PortalTables.rows(
                                        "SELECT 1 FROM comet_jobs WHERE id = '"
                                                + job
                                                + "' AND status = "
                                                + code)
                                .isEmpty());
        assertThat(StatusPage.state(status.rows().first()))
                .hasClass(Pattern.compile(code == 7001 ? "is-warning" : "is-error"));
    }

    private static void open(StatusPage status, Page page) {
        Locator bar = StatusPage.bar(status.rows().first());
        bar.focus();
        bar.press("Enter");
        assertThat(status.popover()).isFocused();
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(report(page)).isVisible();
    }

    private Page pinewood() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        return page;
    }

    private static Locator report(Page page) {
        return page.locator("#report");
    }

    private static Locator entries(Locator report) {
        return report.locator(".log li");
    }

    private static Locator fact(Locator report, String name) {
        return report.locator(".fact-grid [data-part=" + name + "]");
    }
}
