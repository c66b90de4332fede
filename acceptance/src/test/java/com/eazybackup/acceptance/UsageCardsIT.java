package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cards over the device list: what they show, how they follow, what a slice does. */
class UsageCardsIT {

    static final String METRICS = "**/api/dashboard/usage-metrics*";

    /** From Comet's event to the number. A second is the promise; a busy machine takes longer. */
    private static final double SOON = 30_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    /** Of the reseller, with two days that nobody counted. */
    @BeforeAll
    static void thirtyDays() throws Exception {
        World.awaitTheFleet();
        LocalDate today = LocalDate.parse(PortalTables.rows("SELECT UTC_DATE()").get(0));
        String user =
                PortalTables.rows(
                                "SELECT username FROM comet_vaults WHERE client_id = 101"
                                        + " AND type IN (1000, 1003) AND username IN"
                                        + " (SELECT TRIM(username) FROM tblhosting WHERE userid = 101"
                                        + " AND domainstatus = 'Active') LIMIT 1")
                        .get(0);
        // A world that lives on has those of other days.
        PortalTables.run("DELETE FROM eb_devices_client_daily WHERE client_id = 101");
        PortalTables.run("DELETE FROM eb_storage_daily WHERE client_id = 101");
        for (int ago = 29; ago >= 0; ago--) {
            // Two days nobody counted: the line breaks there.
            if (ago == 12 || ago == 11) {
                continue;
            }
            PortalTables.run(
                    "REPLACE INTO eb_devices_client_daily (d, client_id, registered, online)"
                            + " VALUES ('%s', 101, %d, %d)"
                                    .formatted(
                                            today.minusDays(ago),
                                            110 - ago / 4,
                                            96 - (ago * 7) % 9));
            PortalTables.run(
                    "REPLACE INTO eb_storage_daily (d, client_id, username, bytes_total)"
                            + " VALUES ('%s', 101, '%s', %d)"
                                    .formatted(
                                            today.minusDays(ago),
                                            user,
                                            8_430_000_000_000L - ago * 27_000_000_000L));
        }
    }

    @Test
    void theRingAgreesWithTheEndpointAndItsLegend() throws Exception {
        Page page = pinewood();
        JsonNode counted =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/dashboard/usage-metrics")
                        .json()
                        .path("status24h");

        for (String bucket : List.of("error", "warning", "missed")) {
            assertThat(legend(page, bucket).locator("[data-part=n]"))
                    .hasText(counted.path(bucket).asText());
        }
        assertThat(page.locator("[data-card=day] canvas[role=img]"))
                .hasAttribute("aria-label", Pattern.compile("\\d+ jobs in the last 24 hours: .+"));
        assertThat(card(page, "day").locator("[data-part=asof]")).hasText("Live");
    }

    @Test
    void aSliceFiltersTheListByMouseAndTheWayBackIsOneStep() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        assertThat(status.rows()).not().hasCount(0);
        int all = status.rows().count();

        // On the ring itself, at the place of the slice.
        DrawnChart ring = DrawnChart.of(page, DrawnChart.RING);
        ring.click(0, ((Number) ring.is("chart.data.labels.indexOf('error')")).intValue());

        assertThat(legend(page, "error")).hasAttribute("aria-pressed", "true");
        assertThat(status.popover()).containsText("Error in the last 24 hours");
        assertThat(status.title()).hasText(Pattern.compile("\\d+ of 110 devices"));
        assertThat(page).hasURL(Pattern.compile(".*/status\\?had=error$"));
        assertThat(
                        status.rows()
                                .first()
                                .locator(".sliver:is(.is-error, .is-timeout, .is-cancelled)")
                                .first())
                .isAttached();
        assertThat(status.rows().count()).isPositive().isLessThan(all);
        assertThat(status.rows().count())
                .isEqualTo(
                        status.rows()
                                .filter(
                                        new Locator.FilterOptions()
                                                .setHas(
                                                        page.locator(
                                                                ".sliver:is(.is-error, .is-timeout, .is-cancelled)")))
                                .count());
        browsing.picture("usage-slice");
        new Look(page).isAccessible("a chosen slice");

        page.reload();
        StatusPage.on(page);
        assertThat(legend(page, "error")).hasAttribute("aria-pressed", "true");
        page.locator("#had").click();
        assertThat(status.title()).hasText("110 devices");
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
        assertThat(legend(page, "error")).isFocused();
    }

    @Test
    void aSliceIsChosenAndLeftByKeyboardAndSaidAloud() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);

        assertThat(legend(page, "warning")).isVisible();
        assertThat(legend(page, "warning")).isEnabled();
        legend(page, "warning").focus();
        page.keyboard().press("Enter");
        assertThat(status.title()).hasText(Pattern.compile("\\d+ of 110 devices"));
        assertThat(page.locator("#announce")).hasText(Pattern.compile("\\d+ of 110 devices"));
        assertThat(status.popover()).isFocused();
        page.keyboard().press("Escape");
        assertThat(status.popover()).isHidden();
        assertThat(legend(page, "warning")).isFocused();
        page.keyboard().press("Space");

        assertThat(status.title()).hasText("110 devices");
        assertThat(legend(page, "warning")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void jobsAndDevicesAreCountedAsTheyChangeWithoutAskingTheServer() {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage.open(page);
        assertThat(card(page, "devices")).hasAttribute("data-state", "ready");
        int warnings = number(legend(page, "warning"));
        AtomicInteger asked = new AtomicInteger();
        page.onRequest(
                request -> {
                    // Verdict, incidents and list are asked for; the cards count by themselves.
                    if (request.url().contains("/api/dashboard/usage-metrics")) {
                        asked.incrementAndGet();
                    }
                });

        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        assertThat(legend(page, "running").locator("[data-part=n]")).hasText("1", soon());
        acts.jobs().finish(job, 7001);
        assertThat(legend(page, "warning").locator("[data-part=n]"))
                .hasText(Integer.toString(warnings + 1), soon());
        assertThat(legend(page, "running").locator("[data-part=n]")).hasText("0", soon());
        assertThat(legend(page, "running")).isDisabled();
        acts.devices().disconnect(place.username(), place.device());
        try {
            assertThat(card(page, "devices").locator("[data-part=offline]"))
                    .hasText("1 offline", new HasTextOptions().setTimeout(30_000));
        } finally {
            acts.devices().connect(place.username(), place.device());
        }
        assertThat(card(page, "devices").locator("[data-part=online]"))
                .hasText("1 online", new HasTextOptions().setTimeout(30_000));
        assertThat(asked).hasValue(0);
    }

    @Test
    void aBusyClientsJobsAreCountedByTheServerAndMovedByWhatIsHeard() {
        Page page = browsing.page();
        page.clock().install();
        ToldLine line = ToldLine.of(page);
        AtomicInteger asked = new AtomicInteger();
        metrics(
                page,
                answer ->
                        answer.replaceAll(
                                "\"status24h\":\\{[^}]*}",
                                "\"status24h\":{\"success\":%d,\"running\":3,\"warning\":0,\"error\":0,\"missed\":0,\"interrupted\":1}"
                                        .formatted(asked.incrementAndGet() * 1_000)));
        browsing.signedIn(World.SMALL);
        StatusPage.open(page);
        String away = ",\"offline_since\":\"" + Instant.now().minusSeconds(3_600) + "\"";
        line.snapshot(
                List.of(ToldLine.running("a", "away", away), ToldLine.running("b", "gone", "")),
                IntStream.range(0, 150)
                        .mapToObj(i -> ToldLine.ended("ended:" + i, "far-" + i))
                        .toList());
        assertThat(legend(page, "success").locator("[data-part=n]")).hasText("1,000");
        StatusPageIT.stopTheClock(page);

        long later = Instant.now().getEpochSecond() + 60;
        line.tell(
                "{\"kind\":\"job:end\",\"t\":%d,\"job\":%s}"
                        .formatted(later, ToldLine.ended("a", "away")));
        page.clock().runFor(1_000);
        assertThat(legend(page, "success").locator("[data-part=n]")).hasText("1,001");
        assertThat(legend(page, "interrupted").locator("[data-part=n]")).hasText("0");
        assertThat(legend(page, "running").locator("[data-part=n]")).hasText("3");
        line.tell(
                "{\"kind\":\"device:removed\",\"t\":%d,\"device\":{\"id\":\"gone\",\"name\":\"gone\"}}"
                        .formatted(later));
        page.clock().runFor(1_000);
        assertThat(legend(page, "running").locator("[data-part=n]")).hasText("2");
        assertThat(asked).hasValue(1);

        // What else ran there nobody but the server knows.
        page.clock().runFor(10_000);
        assertThat(legend(page, "success").locator("[data-part=n]")).hasText("2,000");
    }

    @Test
    void linesAndNumbersHaveTheirUnitsAndTheLineBreaksWhereNobodyCounted() {
        Page page = pinewood();

        assertThat(card(page, "devices").locator("[data-part=total]")).hasText("110");
        assertThat(card(page, "devices").locator("figure"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("Last 30 days, from .+ registered from 103 to 110, .+"));
        for (int line = 0; line < 2; line++) {
            List<Number> counted = DrawnChart.of(page, DrawnChart.DEVICES).numbers(line);
            assertThat(counted).hasSize(30);
            assertThat(counted.subList(17, 19)).containsOnlyNulls();
            assertThat(counted.subList(0, 17)).doesNotContainNull();
            assertThat(counted.subList(19, 30)).doesNotContainNull();
        }
        assertThat(card(page, "storage").locator("[data-part=total]"))
                .hasText(Pattern.compile("[\\d.,]+ [KMGT]B"));
        assertThat(card(page, "storage").locator("[data-part=change]"))
                .hasText(Pattern.compile("\\+ [\\d.,]+ [GT]B since .+"));
        assertThat(card(page, "items").locator("li")).not().hasCount(0);
        assertThat(card(page, "items").locator("[data-engine=files] [data-part=word]"))
                .hasText("Files and folders");
        assertThat(card(page, "items").locator("[data-part=asof]"))
                .hasText(Pattern.compile("as of \\d\\d:\\d\\d"));
    }

    @Test
    void aNewCustomerIsToldWhatWillBeHereAndWhen() {
        Page page = browsing.signedIn(World.EMPTY).page();
        // This client's vault holds what an earlier machine has left there.
        metrics(
                page,
                answer ->
                        answer.replaceAll("\"storage_bytes\":\\d+", "\"storage_bytes\":0")
                                .replaceAll("\"storage30d\":\\[[^\\]]*\\]", "\"storage30d\":[]"));
        StatusPage.open(page);

        for (String name : List.of("day", "items", "devices", "storage")) {
            assertThat(card(page, name)).hasAttribute("data-state", "empty");
            assertThat(card(page, name).locator("[data-part=empty]")).isVisible();
        }
        new Look(page).isGood("empty cards");
        browsing.picture("usage-empty");
    }

    @Test
    void theCardsWaitInTheirOwnShapeAndFailWithAWayOn() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        browsing.refuses(METRICS);
        StatusPage.open(page);

        Locator fault = card(page, "storage").locator("[data-part=fault]");
        assertThat(fault).containsText("The storage could not be read.");
        assertThat(fault).containsText("EB-TEST");
        assertThat(legend(page, "success")).isVisible();
        new Look(page).isGood("cards that could not be read");
        browsing.picture("usage-fault");

        page.unroute(METRICS);
        fault.locator("button").click();
        assertThat(card(page, "storage")).hasAttribute("data-state", "ready");
        assertThat(fault).isHidden();
    }

    @Test
    void whatCannotBeRefreshedStaysWithItsAge() {
        Page page = browsing.page();
        // The first answer is held until its skeleton was seen.
        page.addInitScript(
                "const real = fetch; let free; window.letGo = new Promise(done => { free = done; });"
                        + " window.release = () => free(); window.fetch = async (url, options) => {"
                        + " if (String(url).includes('usage-metrics')) await window.letGo;"
                        + " return real(url, options); };");
        browsing.signedIn(World.MSP, World.PINEWOOD);
        StatusPage.open(page);
        assertThat(card(page, "items")).hasAttribute("data-state", "waiting");
        assertThat(card(page, "items").locator(".skeleton").first()).isVisible();
        new Look(page).isAccessible("waiting cards");
        browsing.picture("usage-waiting");
        page.evaluate("release()");
        assertThat(card(page, "items")).hasAttribute("data-state", "ready");

        browsing.watch().expect("ERR_INTERNET_DISCONNECTED");
        browsing.context().setOffline(true);
        try {
            assertThat(page.locator("#live"))
                    .hasAttribute(
                            "data-state",
                            "stale",
                            new com.microsoft.playwright.assertions.LocatorAssertions
                                            .HasAttributeOptions()
                                    .setTimeout(30_000));
            assertThat(card(page, "day").locator("[data-part=asof]"))
                    .hasText(Pattern.compile("Not live since \\d\\d:\\d\\d"));
            assertThat(card(page, "day")).hasAttribute("data-state", "ready");
            browsing.picture("usage-stale");
        } finally {
            browsing.context().setOffline(false);
        }
        StatusPage.on(page).isLive();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theCardsLookAndReadAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = pinewood();
        String look = "usage-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;

        browsing.picture(look);
        page.setViewportSize(390, 844);
        browsing.picture(look + "-phone");
        page.setViewportSize(1440, 900);
        page.navigate("status?q=birchlegal");
        StatusPage.on(page);
        assertThat(card(page, "items")).hasAttribute("data-state", "ready");
        new Look(page).isGood(look);
    }

    private Page pinewood() {
        return pinewood(browsing);
    }

    /** The reseller's page with all that the cards have. */
    static Page pinewood(Browsing browsing) {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        for (String name : List.of("day", "items", "devices", "storage")) {
            assertThat(card(page, name)).hasAttribute("data-state", "ready");
        }
        return page;
    }

    /** The portal's own answer, but for what a test needs to be otherwise. */
    static void metrics(Page page, UnaryOperator<String> otherwise) {
        page.route(
                METRICS,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(otherwise.apply(route.fetch().text()))));
    }

    static Locator card(Page page, String name) {
        return page.locator("[data-card=" + name + "]");
    }

    static Locator legend(Page page, String bucket) {
        return page.locator("[data-card=day] [data-bucket=" + bucket + "] button");
    }

    private static int number(Locator line) {
        return Integer.parseInt(line.locator("[data-part=n]").textContent());
    }

    private static HasTextOptions soon() {
        return new HasTextOptions().setTimeout(SOON);
    }
}
