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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search of the page "Backup status" finds incidents, too. */
class IncidentSearchIT {

    private static final double SOON = 30_000;
    private static final String GROUPS = "/api/pulse/incidents/groups";

    private static final String SCHOOL = "northgate-school";
    private static final Acts ACTS = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private static final List<Place> TWO = two();

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    /**
     * Backups of two devices into one vault fail: what the fleet has been through, the hour says.
     */
    @BeforeAll
    static void anIncidentOfTwoDevices() throws Exception {
        World.awaitTheFleet();
        Session pinewood = Session.of(World.MSP, World.PINEWOOD);
        end(7002);
        World.eventually(
                "both devices are one incident",
                () -> ofMany(pinewood.get(GROUPS).json()).isPresent());
    }

    @AfterAll
    static void wellAgain() throws Exception {
        end(5000);
    }

    @Test
    void anIncidentIsFoundByDeviceUserVaultStateAndReason() throws Exception {
        JsonNode all = Session.of(World.MSP, World.PINEWOOD).get(GROUPS).json();
        JsonNode group = ofMany(all).orElseThrow();
        JsonNode device = group.at("/newest/1");
        String total = all.path("total").asText();
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("status#incidents");
        StatusPage status = StatusPage.on(page);
        Locator entries = page.locator(".incident");
        assertThat(entries).hasCount(all.path("groups").size());
        assertThat(words(page)).isHidden();
        assertThat(asked).noneMatch(url -> url.contains(GROUPS + "?"));

        page.keyboard().press("/");
        page.keyboard().type(device.path("device_name").asText().toLowerCase(Locale.ROOT));

        assertThat(words(page)).containsText("Incidents that fit “");
        assertThat(entries).hasCount(1);
        assertThat(entries.locator("h3")).hasText(Pattern.compile(".* · 1 device"));
        assertThat(entries.locator("[data-part=name]"))
                .hasText(device.path("device_name").asText());
        assertThat(status.search()).isFocused();
        assertThat(count(page)).hasText("1 of " + total);
        assertThat(page.locator("#incident-count")).hasText(total);
        browsing.picture("incidents-found");

        status.search().fill(device.path("username").asText());
        assertThat(words(page)).containsText(device.path("username").asText());
        assertThat(entries.filter(having(group, page))).hasCount(1);

        status.search().fill(group.path("vault_name").asText().toUpperCase(Locale.ROOT));
        Locator whole =
                entries.filter(
                        new Locator.FilterOptions()
                                .setHasText("· " + group.path("devices").asText() + " device"));
        assertThat(whole.first()).isVisible();

        status.search().fill("error");
        assertThat(words(page)).containsText("“error”");
        assertThat(entries.first().locator("h3")).containsText("Error · ");
        status.search().fill("ended error");
        assertThat(words(page)).containsText("“ended error”");
        assertThat(entries.first()).containsText("The latest backup ended with an error.");

        status.search().press("Escape");
        assertThat(words(page)).isHidden();
        assertThat(entries).hasCount(all.path("groups").size());
        assertThat(count(page)).hasText(total);
    }

    @Test
    void whatNothingFitsSaysSoAndIsClearedByTheKeyboard() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?q=no+such+thing#incidents");
        StatusPage status = StatusPage.on(page);

        assertThat(words(page)).containsText("No incident fits “no such thing”");
        assertThat(page.locator(".incident")).hasCount(0);
        assertThat(page.locator("#pulse-incidents [data-part=none]")).isHidden();
        assertThat(count(page)).hasText(Pattern.compile("0 of \\d+"));
        page.locator("#pulse-incidents [data-part=clear]").press("Enter");

        assertThat(page.locator(".incident").first()).isVisible();
        assertThat(words(page)).isHidden();
        assertThat(status.search()).hasValue("");
        assertThat(status.search()).isFocused();
    }

    @Test
    void onAPhoneWhoClearsTheSearchFromTheIncidentsIsNotLost() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.setViewportSize(390, 844);
        page.navigate("status?q=ended+error#incidents");
        StatusPage.on(page);
        assertThat(words(page)).containsText("“ended error”");

        page.locator("#pulse-incidents [data-part=clear]").press("Enter");

        assertThat(words(page)).isHidden();
        assertThat(page.locator("#pulse-incidents :focus")).hasCount(1);
    }

    @Test
    void anAnswerForOlderWordsIsNotPainted() throws Exception {
        JsonNode all = Session.of(World.MSP, World.PINEWOOD).get(GROUPS).json();
        String device = ofMany(all).orElseThrow().at("/newest/1/device_name").asText();
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.addInitScript(
                "const real = fetch; window.held = []; window.fetch = async (url, options) => {"
                        + " if (!/groups[?]q=older/.test(url)) return real(url, options);"
                        + " const answer = await real(url, { ...options, signal: undefined });"
                        + " await new Promise(go => window.held.push(go));"
                        + " return answer; };");
        page.navigate("status#incidents");
        StatusPage status = StatusPage.on(page);
        status.search().fill("older");
        World.eventually(
                "the older words are asked for", () -> !page.evaluate("held.length").equals(0));
        assertThat(page.locator(".incident")).hasCount(all.path("groups").size());
        status.search().fill(device);
        assertThat(page.locator(".incident")).hasCount(1);

        page.evaluate("window.held.forEach(go => go())");

        // What is painted in the frame after it would be seen.
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        assertThat(page.locator(".incident")).hasCount(1);
        assertThat(words(page)).containsText(device);
    }

    @Test
    void aSnoozeOfWhatIsFoundHidesNoneOfTheOthers() throws Exception {
        JsonNode all = Session.of(World.MSP, World.PINEWOOD).get(GROUPS).json();
        String device = ofMany(all).orElseThrow().at("/newest/1/device_name").asText();
        int total = all.path("total").asInt();
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status#incidents");
        StatusPage status = StatusPage.on(page);
        status.search().fill(device);
        Locator entry = page.locator(".incident");
        assertThat(entry).hasCount(1);

        entry.locator("> .menu-anchor [data-part=snooze]").press("Enter");
        entry.locator("> .menu-anchor [data-minutes='60']").press("Enter");

        assertThat(page.locator("#incident-count")).hasText(Integer.toString(total - 1), soon());
        assertThat(words(page)).containsText("No incident fits “" + device);
        assertThat(page.locator("#pulse-incidents [data-part=clear]")).isFocused();
        page.locator(".toast [data-part=act]").click();
        assertThat(entry).hasCount(1, soonCount());
        assertThat(page.locator("#incident-count")).hasText(Integer.toString(total), soon());
    }

    @Test
    void whatHappensMeanwhileIsNarrowedAsWell() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        page.navigate("status?q=" + World.SMALL_ACCOUNT + "#incidents");
        StatusPage status = StatusPage.on(page);
        backup(7002);
        assertThat(page.locator(".incident")).hasCount(1, soonCount());
        status.search().fill("no such thing");
        assertThat(page.locator(".incident")).hasCount(0);

        backup(7003);

        assertThat(count(page)).hasText("0 of 1");
        status.search().fill("quota exceeded");
        assertThat(page.locator(".incident")).hasCount(1, soonCount());
        assertThat(count(page)).hasText("1 of 1");
        backup(5000);
        assertThat(page.locator(".incident")).hasCount(0, soonCount());
        assertThat(page.locator("#pulse-incidents [data-part=none]")).isVisible();
        assertThat(words(page)).isHidden();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA, erreur, aucun", "LIGHT, en-CA, error, no incident"})
    void whatIsFoundLooksAndReadsAsTheReaderWants(
            ColorScheme scheme, String language, String state, String none) {
        browsing.start(scheme, language);
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?q=" + state + "#incidents");
        StatusPage status = StatusPage.on(page);
        String look = "incidents-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;

        assertThat(words(page)).containsText(state);
        assertThat(page.locator(".incident").first()).isVisible();
        browsing.picture(look);
        new Look(page).isGood(look);
        status.search().fill("no such thing");
        assertThat(words(page)).containsText(Pattern.compile(none, Pattern.CASE_INSENSITIVE));
        browsing.picture(look + "-none");
        new Look(page).isGood(look + "-none");
        page.setViewportSize(390, 844);
        browsing.wholePicture(look + "-none-phone");
    }

    /** Devices of one account that have one protected item each: one backup says how they stand. */
    private static List<Place> two() {
        JsonNode account =
                World.get().comet(DemoCustomers.COMETBACKUP).fleet().profile(SCHOOL).orElseThrow();
        String vault = account.path("Destinations").fieldNames().next();
        Map<String, List<String>> items = new TreeMap<>();
        for (Map.Entry<String, JsonNode> item : account.path("Sources").properties()) {
            items.computeIfAbsent(
                            item.getValue().path("OwnerDevice").asText(), any -> new ArrayList<>())
                    .add(item.getKey());
        }
        return items.entrySet().stream()
                .filter(device -> device.getValue().size() == 1)
                .limit(2)
                .map(one -> new Place(SCHOOL, one.getKey(), one.getValue().get(0), vault))
                .toList();
    }

    private static void end(int status) throws Exception {
        World.awaitANewSecond();
        for (Place device : TWO) {
            ACTS.jobs().finish(start(device), status);
        }
    }

    private static String start(Place device) {
        return ACTS.jobs().start(device.username(), device.device(), device.item(), device.vault());
    }

    private static Optional<JsonNode> ofMany(JsonNode all) {
        String key = "error.7002." + TWO.get(0).vault();
        return StreamSupport.stream(all.path("groups").spliterator(), false)
                .filter(group -> group.path("key").asText().equals(key))
                .filter(group -> group.path("devices").asInt() > 1)
                .findFirst();
    }

    /** An entry that names a device of that group. */
    private static Locator.FilterOptions having(JsonNode group, Page page) {
        return new Locator.FilterOptions()
                .setHas(page.getByText("Vault: " + group.path("vault_name").asText() + "."));
    }

    private static Locator words(Page page) {
        return page.locator(".incident-words");
    }

    private static Locator count(Page page) {
        return page.locator("#pulse [data-tab=incidents] .n");
    }

    private void backup(int status) throws Exception {
        World.awaitANewSecond();
        ACTS.jobs().finish(start(place), status);
    }

    private static HasTextOptions soon() {
        return new HasTextOptions().setTimeout(SOON);
    }

    private static HasCountOptions soonCount() {
        return new HasCountOptions().setTimeout(SOON);
    }
}
