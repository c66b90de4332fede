package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The card "Protection Pulse": what happens this minute, what is the matter, and not now. */
class PulseCardIT {

    private static final double SOON = 30_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @Test
    void incidentsWithTheSameCauseAreOneEntryWithWhyAndSinceWhen() throws Exception {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        int total =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/pulse/incidents/groups")
                        .json()
                        .path("total")
                        .asInt();

        tab(page, "incidents").click();

        assertThat(tab(page, "incidents").locator(".n")).hasText(Integer.toString(total));
        assertThat(page.locator("#incident-count")).hasText(Integer.toString(total));
        Locator first = page.locator(".incident").first();
        assertThat(first.locator("h3")).hasText(Pattern.compile("Error · \\d+ devices?"));
        assertThat(first).containsText("The latest backup ended");
        assertThat(first.locator("[data-part=since]"))
                .hasText(Pattern.compile("since .*\\d\\d:\\d\\d"));
        assertThat(page.locator(".incident").count()).isLessThan(total);
        browsing.picture("pulse-incidents");
        new Look(page).isGood("incidents");
        page.reload();
        assertThat(first).isVisible();
    }

    @Test
    void oneIsSnoozedWithAChoiceOfTimesAndBroughtBack() throws Exception {
        backup(7002);
        Page page = browsing.signedIn(World.SMALL).page();
        page.navigate("status#incidents");
        StatusPage.on(page);
        Locator entry = page.locator(".incident");
        assertThat(entry).hasCount(1, soonCount());

        snooze(entry).press("Enter");
        assertThat(entry.locator("> .menu-anchor .menu")).isVisible();
        new Look(page).isAccessible("times of a snooze");
        browsing.picture("pulse-snooze");
        choose(entry, 240);

        assertThat(entry).hasCount(0, soonCount());
        assertThat(page.locator("[data-part=none] .status")).hasText("Nothing is the matter");
        assertThat(page.locator("#incident-count")).isHidden();
        Locator toast = page.locator(".toast");
        assertThat(toast).containsText("is snoozed until");
        browsing.picture("pulse-snoozed");
        page.keyboard().press("F8");
        assertThat(toast.locator("[data-part=act]")).isFocused();
        page.keyboard().press("Enter");

        assertThat(entry).hasCount(1, soonCount());
        assertThat(page.locator("#incident-count")).hasText("1");
        backup(5000);
        assertThat(entry).hasCount(0, soonCount());
    }

    @Test
    void whoOnlyReadsSeesIncidentsAndCannotHideThem() {
        Page page = browsing.signedIn(World.READER).page();
        page.navigate("status#incidents");
        StatusPage.on(page);

        assertThat(page.locator(".incident").first()).isVisible();
        assertThat(page.locator(".incident [data-part=snooze]").first()).isHidden();
    }

    @Test
    void theEvidenceIsTheJobOnTheBarOfItsDevice() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        // No device is called so, and incidents are.
        page.navigate("status?q=ended+with+an+error#incidents");
        StatusPage status = StatusPage.on(page);
        assertThat(status.rows()).hasCount(0);
        Locator line = page.locator(".incident-devices li").first();
        String device = line.locator("[data-part=name]").textContent();

        line.locator("[data-part=evidence]").click();

        assertThat(status.popover()).isVisible();
        assertThat(status.popover().locator("#popover-subtitle")).containsText(device);
        assertThat(status.chosen()).containsText("Error");
    }

    @Test
    void theEvidenceIsFoundAlsoWhenItsDeviceIsSearchedForAlready() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status#incidents");
        StatusPage status = StatusPage.notYetLive(page);
        Locator line = page.locator(".incident-devices li").first();
        String device = line.locator("[data-part=name]").textContent();
        page.navigate(
                "status?status=success&q="
                        + URLEncoder.encode(device, StandardCharsets.UTF_8)
                        + "#incidents");
        status.isLive();
        assertThat(status.row(device)).hasCount(0);

        line.locator("[data-part=evidence]").click();

        assertThat(status.popover()).isVisible();
        assertThat(status.popover().locator("#popover-subtitle")).containsText(device);
    }

    /** A new device has the list read anew: not before who waits for a list has it. */
    @Test
    void theEvidenceIsFoundAlsoWhenTheFleetChangesWhileItsDeviceIsLookedFor() throws Exception {
        backup(7002);
        Page page = browsing.signedIn(World.SMALL).page();
        page.clock().install();
        page.addInitScript(
                "const real = fetch; window.held = []; window.fetch = async (url, options) => {"
                        + " if (/api.devices[?].*q=(?!ended)/.test(url))"
                        + " await new Promise(go => window.held.push(go));"
                        + " return real(url, options); };");
        page.navigate("status?q=ended+with+an+error#incidents");
        StatusPage status = StatusPage.notYetLive(page);
        StatusPage.tickUntil(page, () -> "live".equals(status.live().getAttribute("data-state")));
        Locator evidence = page.locator(".incident-devices [data-part=evidence]").first();
        StatusPage.tickUntil(page, evidence::isVisible);
        String device = acts.devices().add(World.SMALL_ACCOUNT, "QUILL-READER");
        try {
            evidence.click();
            StatusPage.tickUntil(
                    page, () -> page.locator("#incident-count").textContent().strip().equals("2"));
            page.clock().runFor(5_000);

            page.evaluate("window.held.shift()()");

            assertThat(status.popover()).isVisible();
            assertThat(status.chosen()).containsText("Error");
        } finally {
            acts.devices().remove(World.SMALL_ACCOUNT, device, World.SMALL_ACCOUNT);
            backup(5000);
        }
    }

    @Test
    void aGroupIsSnoozedInOneActionAndWokenFromTheListOfWhatIsSnoozed() throws Exception {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status#incidents");
        StatusPage.on(page);
        Locator entry = ofMany(page);
        assertThat(page.locator("#incident-count")).hasText(Pattern.compile("\\d+"));
        int all = Integer.parseInt(page.locator("#incident-count").textContent());
        int devices =
                Integer.parseInt(
                        entry.locator("h3").textContent().replaceAll(".*· (\\d+) .*", "$1"));
        AtomicInteger wishes = new AtomicInteger();
        page.onRequest(
                request -> {
                    if (request.method().equals("POST")
                            && request.url().endsWith("/api/pulse/snoozes")) {
                        wishes.incrementAndGet();
                    }
                });

        snooze(entry).press("Enter");
        choose(entry, 60);

        assertThat(page.locator("#incident-count"))
                .hasText(Integer.toString(all - devices), soon());
        assertThat(wishes).hasValue(1);
        assertThat(
                        PortalTables.rows(
                                "SELECT result FROM eb_audit WHERE action = 'incidents.snooze-group'"
                                        + " ORDER BY id DESC LIMIT 1"))
                .singleElement()
                .asString()
                .startsWith(devices + " until ");
        Locator snoozed = page.locator(".snoozed");
        assertThat(snoozed.locator("summary")).containsText(devices + " snoozed device");
        snoozed.locator("summary").press("Enter");
        Locator wish = snoozed.locator("li").first();
        assertThat(wish).containsText(Pattern.compile("until .*\\d\\d:\\d\\d.* · by "));
        browsing.picture("pulse-snoozed-list");
        new Look(page).isGood("list of what is snoozed");
        wish.locator("[data-part=wake]").press("Enter");

        assertThat(page.locator("#incident-count")).hasText(Integer.toString(all), soon());
        assertThat(snoozed).isHidden();
    }

    @Test
    void oneDeviceOfAGroupIsSnoozedAndBroughtBack() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status#incidents");
        StatusPage.on(page);
        Locator entry = ofMany(page);
        assertThat(page.locator("#incident-count")).hasText(Pattern.compile("\\d+"));
        int all = Integer.parseInt(page.locator("#incident-count").textContent());
        assertThat(entry.locator(".incident-devices li")).hasCount(1);

        entry.locator("[data-part=expand]").press("Enter");

        assertThat(entry.locator("[data-part=expand]")).hasAttribute("aria-expanded", "true");
        Locator second = entry.locator(".incident-devices li:nth-child(2)");
        String device = second.locator("[data-part=name]").textContent();
        browsing.picture("pulse-expanded");
        new Look(page).isGood("devices of an incident");
        second.locator("[data-part=snooze]").press("Enter");
        second.locator("[data-minutes='60']").press("Enter");
        Locator toast = page.locator(".toast");
        assertThat(toast).containsText(device + " is snoozed until");
        assertThat(page.locator("#incident-count")).hasText(Integer.toString(all - 1), soon());
        toast.locator("[data-part=act]").click();
        assertThat(page.locator("#incident-count")).hasText(Integer.toString(all), soon());
    }

    @Test
    void whatRunsAndEndsAndComesIsInThisMinute() {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage.open(page);
        tab(page, "minute").click();
        Locator running = page.locator("#pulse-minute [data-part=running] li");
        assertThat(running).hasCount(0, soonCount());

        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        assertThat(running).hasCount(1, soonCount());
        assertThat(running.locator("[role=progressbar]")).isVisible();
        assertThat(tab(page, "minute").locator(".n")).hasText("1");
        page.locator("#pulse-minute [data-part=pause]").click();
        acts.jobs().finish(job, 7001);
        assertThat(tab(page, "minute").locator(".n")).hasText("0", soon());
        assertThat(running).hasCount(1);
        page.locator("#pulse-minute [data-part=pause]").click();

        page.mouse().move(5, 5);
        assertThat(running).hasCount(0, soonCount());
        assertThat(page.locator("#pulse-minute [data-part=ended] li").first())
                .containsText("Warning");
        acts.devices().disconnect(place.username(), place.device());
        try {
            assertThat(page.locator("#pulse-minute [data-part=devices] li").first())
                    .containsText(
                            "went offline",
                            new com.microsoft.playwright.assertions.LocatorAssertions
                                            .ContainsTextOptions()
                                    .setTimeout(30_000));
        } finally {
            acts.devices().connect(place.username(), place.device());
        }
        browsing.picture("pulse-minute-small");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theCardLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language)
            throws Exception {
        Session pinewood = Session.of(World.MSP, World.PINEWOOD);
        JsonNode groups = pinewood.get("/api/pulse/incidents/groups").json().path("groups");
        String last = groups.path(groups.size() - 1).path("key").asText();
        String wish =
                pinewood.post("/api/pulse/snoozes", Map.of("group", last, "minutes", 90))
                        .json()
                        .path("id")
                        .asText();
        try {
            looks(scheme, language);
        } finally {
            pinewood.delete("/api/pulse/snoozes/" + wish);
        }
    }

    private void looks(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?q=cloud+vault");
        StatusPage.on(page);
        tab(page, "minute").click();
        assertThat(page.locator("#pulse-minute [data-part=ended] li").first()).isVisible();
        String look = "pulse-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        browsing.picture(look + "-minute");
        new Look(page).isGood(look + "-minute");

        tab(page, "incidents").click();
        assertThat(page.locator(".incident").first())
                .containsText(language.startsWith("fr") ? "Erreur · " : "Error · ");
        ofMany(page).locator("[data-part=expand]").click();
        page.locator(".snoozed summary").click();
        assertThat(page.locator(".snoozed li").first()).isVisible();
        browsing.picture(look);
        page.setViewportSize(390, 844);
        browsing.wholePicture(look + "-phone");
        new Look(page).isGood(look);
    }

    private void backup(int status) throws Exception {
        World.awaitANewSecond();
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.jobs().finish(job, status);
    }

    /** The worst incident of several devices. */
    private static Locator ofMany(Page page) {
        return page.locator(".incident:has([data-part=expand]:not([hidden]))").first();
    }

    private static Locator snooze(Locator entry) {
        return entry.locator("> .menu-anchor [data-part=snooze]");
    }

    private static void choose(Locator entry, int minutes) {
        entry.locator("> .menu-anchor [data-minutes='" + minutes + "']").click();
    }

    private static Locator tab(Page page, String name) {
        return page.locator("#pulse [data-tab=" + name + "]");
    }

    private static HasTextOptions soon() {
        return new HasTextOptions().setTimeout(SOON);
    }

    private static HasCountOptions soonCount() {
        return new HasCountOptions().setTimeout(SOON);
    }
}
