package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chips over the list, the switch, the order and the density. */
class IssuesStripIT {

    private static final List<String> ORDER =
            List.of(
                    "error",
                    "timeout",
                    "missed",
                    "warning",
                    "interrupted",
                    "cancelled",
                    "overdue",
                    "never",
                    "running",
                    "skipped",
                    "success");

    /** From Comet's event to the chip. A second is the promise; a busy machine takes longer. */
    private static final double SOON = 30_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @BeforeEach
    @AfterEach
    void rowsStandAsTheyDoByThemselves() throws Exception {
        PortalTables.run("DELETE FROM eb_looks");
    }

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @Test
    void eachStateHasItsChipWithItsWordAndCountAndAnEmptyOneCannotBeChosen() throws Exception {
        Page page = pinewood();
        JsonNode counts = counts("");

        for (int i = 0; i < ORDER.size(); i++) {
            String state = ORDER.get(i);
            assertThat(page.locator("#strip li[data-state]").nth(i))
                    .hasAttribute("data-state", state);
            assertThat(chip(page, state).locator("b")).hasText(counts.path(state).asText());
            if (counts.path(state).asInt() == 0) {
                assertThat(chip(page, state)).isDisabled();
                assertThat(chip(page, state))
                        .hasAttribute("title", "No device is in this state at the moment");
            }
        }
    }

    @Test
    void twoChipsShowTheDevicesOfEitherStandInTheAddressAndSurviveAReload() throws Exception {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        JsonNode counts = counts("");
        int both = counts.path("error").asInt() + counts.path("missed").asInt();

        chip(page, "missed").click();
        chip(page, "error").click();

        assertThat(page).hasURL(Pattern.compile(".*/status\\?status=error,missed$"));
        assertThat(status.title()).hasText(both + " of 110 devices");
        assertThat(status.rows()).hasCount(both);
        assertThat(page.locator("#rows .status:is(.is-error, .is-missed)")).hasCount(both);
        browsing.picture("strip-chosen");
        new Look(page).isGood("chosen chips");
        page.reload();
        assertThat(status.rows()).hasCount(both);
        assertThat(chip(page, "error")).hasAttribute("aria-pressed", "true");
        chip(page, "error").click();
        assertThat(status.rows()).hasCount(counts.path("missed").asInt());

        page.locator("#strip-clear").click();
        assertThat(status.title()).hasText("110 devices");
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
        assertThat(page.locator("#strip [role=switch]")).isFocused();
    }

    @Test
    void aChipLetsGoOfTheSliceOfTheDonutAndShowsWhatItCounts() throws Exception {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?had=success");
        StatusPage status = StatusPage.on(page);
        assertThat(page.locator("#had")).isVisible();

        chip(page, "missed").click();

        assertThat(page.locator("#had")).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/status\\?status=missed$"));
        assertThat(status.rows()).hasCount(counts("").path("missed").asInt());
        page.goBack();
        assertThat(page.locator("#had")).isVisible();
    }

    @Test
    void theSwitchAndTheChipsTurnEachOtherOffAndBackUndoesAStep() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        Locator only = page.getByLabel("Issues only");

        chip(page, "error").click();
        only.check();
        assertThat(chip(page, "error")).hasAttribute("aria-pressed", "false");
        assertThat(page).hasURL(Pattern.compile(".*/status\\?issues=1$"));
        assertThat(status.title()).hasText(Pattern.compile("\\d+ of 110 devices"));
        assertThat(page.locator("#rows .status:is(.is-success, .is-skipped, .is-running)"))
                .hasCount(0);
        chip(page, "success").click();
        assertThat(only).not().isChecked();
        assertThat(page).hasURL(Pattern.compile(".*/status\\?status=success$"));

        page.goBack();
        assertThat(only).isChecked();
        assertThat(chip(page, "success")).hasAttribute("aria-pressed", "false");
        page.goBack();
        assertThat(only).not().isChecked();
        assertThat(chip(page, "error")).hasAttribute("aria-pressed", "true");
        page.goBack();
        assertThat(status.title()).hasText("110 devices");
    }

    @Test
    void theCountsFollowTheSearchAndNotTheChips() throws Exception {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        JsonNode riverbend = counts("riverbend");

        status.search().fill("riverbend");
        assertThat(chip(page, "success").locator("b")).hasText(riverbend.path("success").asText());
        chip(page, "success").click();

        assertThat(status.rows()).hasCount(riverbend.path("success").asInt());
        assertThat(page).hasURL(Pattern.compile(".*/status\\?q=riverbend&status=success$"));
        for (String state : ORDER) {
            assertThat(chip(page, state).locator("b")).hasText(riverbend.path(state).asText());
        }
    }

    @Test
    void aGroupWithNothingInItSaysSoAndOffersTheWayBack() throws Exception {
        // What the fleet has been through depends on the hour; one device is in one state at most.
        String device = nameOfOne(Session.of(World.MSP, World.PINEWOOD));
        String none = stateOfNoDevice(Session.of(World.MSP, World.PINEWOOD), device);
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?q=" + encoded(device) + "&status=" + none);
        StatusPage status = StatusPage.notYetLive(page);

        assertThat(page.locator("#nomatch-title")).hasText("No device matches “" + device + "”");
        assertThat(page.locator("#nomatch-detail"))
                .containsText("Only these were looked at: " + word(page, none) + ".");
        assertThat(chip(page, none)).isEnabled();
        new Look(page).isGood("a group with nothing in it");
        browsing.picture("strip-nothing");
        page.locator("#nomatch-all").click();
        assertThat(status.rows()).hasCount(1);
        assertThat(status.row(device)).isVisible();
    }

    @Test
    void aStateThatNoDeviceIsInSaysSo() throws Exception {
        String none = stateOfNoDevice(Session.of(World.SMALL), "");
        Page page = browsing.signedIn(World.SMALL).page();
        page.navigate("status?status=" + none);

        assertThat(page.locator("#nomatch-title"))
                .hasText("No device is in this state: " + word(page, none));
        assertThat(page.locator("#nomatch-clear")).isHidden();
    }

    /** A name that finds its device and no other. */
    private static String nameOfOne(Session reader) throws Exception {
        for (JsonNode device : reader.get("/api/devices?size=100").json().path("items")) {
            String name = device.path("name").asText();
            if (total(reader, name) == 1) {
                return name;
            }
        }
        throw new AssertionError("every word finds more than one device");
    }

    private static int total(Session reader, String words) throws Exception {
        return reader.get("/api/devices?size=1&q=" + encoded(words)).json().path("total").asInt();
    }

    private static String stateOfNoDevice(Session reader, String words) throws Exception {
        JsonNode counts =
                reader.get("/api/dashboard/standing?q=" + encoded(words)).json().path("counts");
        return ORDER.stream()
                // Its chip is shorter than what the list says of it.
                .filter(state -> !state.equals("never"))
                .filter(state -> counts.path(state).asInt(-1) == 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError("devices are in all states: " + counts));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String word(Page page, String state) {
        return chip(page, state).locator("[data-part=word]").textContent();
    }

    @Test
    void aDeviceThatWasNeverBackedUpSaysSinceWhenItIsThere() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?status=never");
        Locator row = StatusPage.on(page).rows().first();

        assertThat(StatusPage.state(row)).hasText("No backup yet");
        assertThat(row.locator("[data-part=since]")).hasText(Pattern.compile("^added .+ ago$"));
    }

    /** As the server tells a device whose good backup is older than the 24 hours of the bar. */
    @Test
    void aDeviceThatHadNoBackupTodayIsNotCalledNeverBackedUp() throws Exception {
        // Read before: the page may be gone while it is still being answered.
        ObjectNode answer =
                (ObjectNode) Session.of(World.SMALL).get("/api/devices?size=50&sort=name").json();
        ObjectNode device = (ObjectNode) answer.at("/items/0");
        long yesterday = Instant.now().getEpochSecond() - 26 * 3600;
        device.putNull("latest");
        device.putArray("jobs24h");
        ((ObjectNode) device.path("standing"))
                .put("state", "none")
                .put("since", yesterday)
                .put("last_good_at", yesterday);
        Page page = browsing.signedIn(World.SMALL).page();
        page.route(
                "**/api/devices?*",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(answer.toString())));
        page.navigate("status");
        Locator row = StatusPage.on(page).rows().first();

        assertThat(StatusPage.state(row)).hasText("None in 24 h");
        assertThat(row.locator("[data-part=since]")).hasText("last backup 26 h ago");
    }

    @Test
    void whatNobodyCouldHaveChosenIsLeftOut() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();

        page.navigate("status?status=<b>,hash&sort=id;drop&issues=yes");

        assertThat(StatusPage.on(page).title()).hasText("110 devices");
    }

    @Test
    void aChipIsChosenByKeyboardKeepsTheFocusAndTheNumberIsSaidAloud() throws Exception {
        Page page = pinewood();
        int errors = counts("").path("error").asInt();

        chip(page, "error").focus();
        page.keyboard().press("Space");

        assertThat(page.locator("#announce")).hasText(errors + " of 110 devices");
        assertThat(chip(page, "error")).isFocused();
        page.locator("#strip [role=switch]").focus();
        page.keyboard().press("Space");
        assertThat(page.getByLabel("Issues only")).isChecked();
        assertThat(page.getByLabel("Issues only")).isFocused();
    }

    @Test
    void theOrderIsChosenInAMenuAndStandsInTheAddress() throws Exception {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        Locator button = page.locator("#sort > button");

        button.press("Enter");
        new Look(page).isAccessible("order menu");
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Worst first"))
                .click();

        assertThat(button).containsText("Worst first");
        assertThat(button).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/status\\?sort=worst$"));
        assertThat(StatusPage.state(status.rows().first())).hasText("Error");
        browsing.picture("strip-worst-first");
        page.reload();
        assertThat(button).containsText("Worst first");
        assertThat(StatusPage.state(status.rows().first())).hasText("Error");
        for (String order :
                List.of("-name", "username", "overdue", "-last_backup", "last_backup")) {
            String first =
                    Session.of(World.MSP, World.PINEWOOD)
                            .get("/api/devices?size=1&sort=" + order)
                            .json()
                            .at("/items/0/id")
                            .asText();
            button.click();
            page.locator("[data-order='" + order + "']").click();
            assertThat(status.rows().first()).hasAttribute("data-id", first);
        }
    }

    @Test
    void closeRowsAreShorterAndRemembered() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        double before = status.rows().first().boundingBox().height;

        page.getByLabel("Compact rows").click();

        assertThat(status.rows().first().boundingBox().height).isLessThan(before - 15);
        browsing.picture("strip-compact");
        new Look(page).isGood("close rows");
        page.reload();
        StatusPage.on(page);
        assertThat(page.getByLabel("Compact rows")).hasAttribute("aria-pressed", "true");
        assertThat(status.rows().first().boundingBox().height).isLessThan(before - 15);
    }

    @Test
    void theChipsFollowWhatHappensAndARowThatNoLongerFitsLeavesWhenNobodyIsAtIt() throws Exception {
        backup(7002);
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        assertThat(chip(page, "error").locator("b")).hasText("1", soon());
        chip(page, "error").click();
        // The rows of before stay until those that were asked for are there.
        assertThat(page.locator("#rows")).not().hasAttribute("aria-busy", "true");
        assertThat(status.rows()).hasCount(1);
        StatusPage.days(status.rows().first()).focus();

        World.awaitANewSecond();
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        assertThat(chip(page, "running").locator("b")).hasText("1", soon());
        assertThat(StatusPage.state(status.rows().first())).hasText("Running");
        assertThat(StatusPage.days(status.rows().first())).isFocused();
        acts.jobs().finish(job, 5000);
        assertThat(chip(page, "success").locator("b")).hasText("1", soon());
        assertThat(chip(page, "error")).isEnabled();

        assertThat(page.locator("#nomatch-title"))
                .hasText(
                        "No device is in this state: Error",
                        new HasTextOptions().setTimeout(30_000));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theStripLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?issues=1&sort=worst");
        StatusPage status = StatusPage.on(page);
        assertThat(chip(page, "error"))
                .containsText(language.startsWith("fr") ? "Erreur" : "Error");
        assertThat(StatusPage.state(status.rows().first())).isVisible();
        String look = "strip-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;

        browsing.wholePicture(look);
        page.setViewportSize(390, 844);
        browsing.wholePicture(look + "-phone");
        new Look(page).isGood(look);
    }

    private Page pinewood() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        assertThat(chip(page, "success").locator("b")).not().hasText("");
        return page;
    }

    private static JsonNode counts(String words) throws Exception {
        return Session.of(World.MSP, World.PINEWOOD)
                .get("/api/dashboard/standing?q=" + words)
                .json()
                .path("counts");
    }

    private void backup(int status) throws Exception {
        World.awaitANewSecond();
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.jobs().finish(job, status);
    }

    private static Locator chip(Page page, String state) {
        return page.locator("#strip [data-state=" + state + "] button");
    }

    private static HasTextOptions soon() {
        return new HasTextOptions().setTimeout(SOON);
    }
}
