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
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first sentence of the page: who needs somebody. */
class VerdictIT {

    private static final String STANDING = "**/api/dashboard/standing*";

    /** From Comet's event to the sentence. A second is the promise; a busy machine takes longer. */
    private static final double SOON = 30_000;

    private static final String NINE =
            """
            {"status":"success","t":%d,"total":112,"needing":9,"calm":103,"tolerance_secs":3600,
            "counts":{"error":3,"timeout":0,"missed":1,"warning":2,"interrupted":1,"cancelled":0,
            "overdue":1,"never":1,"running":4,"skipped":0,"success":99,"unknown":0,"none":0},
            "longest":{"device_id":"x","name":"MRD-SQL02","username":"meridian","state":"error",
            "since":%d,"failures":4,"last_good_at":%d}}
            """;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @Test
    void theVerdictSaysHowManyNeedSomebodyAndItsButtonShowsThem() throws Exception {
        Page page = pinewood();
        JsonNode told = Session.of(World.MSP, World.PINEWOOD).get("/api/dashboard/standing").json();
        int needing = told.path("needing").asInt();

        assertThat(needing).isGreaterThan(1);
        assertThat(sentence(page)).hasText(needing + " of 110 devices need you");
        assertThat(act(page)).hasText("Show the " + needing + " devices");
        act(page).click();

        StatusPage status = StatusPage.on(page);
        assertThat(status.title()).hasText(needing + " of 110 devices");
        assertThat(page).hasURL(Pattern.compile(".*/status\\?issues=1$"));
        assertThat(page.getByLabel("Issues only")).isChecked();
        assertThat(act(page)).isFocused();
        assertThat(act(page)).hasText("Show all devices");
        act(page).click();
        assertThat(status.title()).hasText("110 devices");
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
    }

    @Test
    void whatTheButtonShowsIsWhatItCountsWhateverWasSearched() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        String before = sentence(page).textContent();

        status.search().fill("riverbend");
        assertThat(status.title()).hasText(Pattern.compile("\\d+ of 110 devices"));
        assertThat(sentence(page)).hasText(before);
        act(page).click();

        assertThat(status.search()).hasValue("");
        assertThat(page).hasURL(Pattern.compile(".*/status\\?issues=1$"));
    }

    @Test
    void theOneThatStandsBadlyForLongestIsNamedAndLedTo() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        Locator longest = page.locator("#verdict [data-part=longest]");
        String name = longest.textContent();

        longest.click();

        assertThat(page.locator("#verdict")).not().containsText("verdict.");
        assertThat(status.search()).hasValue(name);
        assertThat(status.row(name).first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    error       | 1 | MRD-SQL02 failed, .+
                    timeout     | 2 | MRD-SQL02 has failed 2 times in a row, since .+
                    missed      | 1 | MRD-SQL02 missed its backup, .+
                    missed      | 3 | MRD-SQL02 has had no good backup in 3 tries, since .+
                    warning     | 0 | MRD-SQL02 ended with warnings, .+
                    interrupted | 0 | MRD-SQL02 was interrupted, .+
                    overdue     | 0 | the last good backup of MRD-SQL02 is 5 d old
                    never       | 0 | MRD-SQL02 has never been backed up
                    """)
    void eachKindOfTroubleHasItsOwnSentence(String state, int failures, String sentence) {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        answered(
                page,
                nine().replace("\"state\":\"error\"", "\"state\":\"" + state + "\"")
                        .replace("\"failures\":4", "\"failures\":" + failures));
        StatusPage.open(page);

        assertThat(page.locator("#verdict [data-part=story]"))
                .hasText(Pattern.compile("^Longest: " + sentence + "\\.$"));
    }

    @Test
    void aFailureAndItsEndAreInTheSentenceByThemselvesAndTheFocusStays() throws Exception {
        Session quill = Session.of(World.SMALL);
        backup(5000);
        World.eventually(
                "all is well",
                () -> quill.get("/api/dashboard/standing").json().path("needing").asInt(1) == 0);
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        assertThat(sentence(page)).hasText("Your device does not need you");
        StatusPage.days(status.rows().first()).focus();

        backup(7002);

        assertThat(sentence(page)).hasText("Your device needs you", soon());
        assertThat(StatusPage.state(status.rows().first())).hasText("Error");
        assertThat(StatusPage.days(status.rows().first())).isFocused();
        backup(5000);
        assertThat(sentence(page)).hasText("Your device does not need you", soon());
        assertThat(StatusPage.days(status.rows().first())).isFocused();
    }

    @Test
    void aHiddenPageAsksNothingAndCatchesUpWhenItIsSeen() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        backup(5000);
        StatusPage.open(page);
        assertThat(sentence(page)).hasText("Your device does not need you", soon());
        AtomicInteger asked = new AtomicInteger();
        page.onRequest(
                request -> {
                    if (request.url().contains("/dashboard/standing")) {
                        asked.incrementAndGet();
                    }
                });
        StatusPageIT.hide(page, true);

        backup(7002);
        assertThat(StatusPage.state(StatusPage.on(page).rows().first())).hasText("Error", soon());
        assertThat(asked).hasValue(0);
        StatusPageIT.hide(page, false);

        assertThat(sentence(page)).hasText("Your device needs you", soon());
        backup(5000);
    }

    @Test
    void aClientWithoutADeviceHasNoVerdict() {
        Page page = browsing.signedIn(World.EMPTY).page();
        StatusPage.open(page);

        assertThat(page.locator("#empty")).isVisible();
        assertThat(page.locator("#verdict")).isHidden();
        assertThat(page.locator("#strip")).isHidden();
    }

    @Test
    void whenAllIsWellItSaysSoAndNothingElse() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        answered(
                page,
                nine().replace("\"needing\":9", "\"needing\":0")
                        .replace("\"running\":4", "\"running\":0")
                        .replaceAll("\"longest\":\\{[^}]*\\}", "\"longest\":null"));
        StatusPage.open(page);

        assertThat(sentence(page)).hasText("None of your 112 devices needs you");
        assertThat(page.locator("#verdict [data-part=detail]")).hasText("All 112 are backed up.");
        assertThat(act(page)).isHidden();
        browsing.picture("verdict-calm");
    }

    @Test
    void onlyWhatIsBackedUpIsCalledSo() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        answered(
                page,
                nine().replace("\"needing\":9", "\"needing\":0")
                        .replace("\"skipped\":0", "\"skipped\":2")
                        .replace("\"unknown\":0", "\"unknown\":1")
                        .replace("\"none\":0", "\"none\":3")
                        .replaceAll("\"longest\":\\{[^}]*\\}", "\"longest\":null"));
        StatusPage.open(page);

        assertThat(page.locator("#verdict [data-part=detail]"))
                .hasText(
                        "102 are backed up. 4 are being backed up now. 2 skipped their last backup"
                                + " and are not late. Of 1 it is not known how the last backup ended."
                                + " 3 had no backup in the last 24 hours and are not late.");
    }

    @Test
    void itWaitsInItsOwnShapeAndFailsWithAWayOn() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        browsing.refuses(STANDING);
        StatusPage.open(page);

        assertThat(sentence(page)).hasText("How your devices stand could not be read");
        assertThat(page.locator("#verdict")).containsText("EB-TEST");
        assertThat(page.locator("#rows .device").first()).isVisible();
        new Look(page).isAccessible("a verdict that could not be read");
        browsing.picture("verdict-fault");

        page.unroute(STANDING);
        answered(page, nine());
        page.locator("#verdict [data-part=retry]").click();
        assertThat(sentence(page)).hasText("9 of 112 devices need you");
        assertThat(page.locator("#verdict [data-part=fault]")).isHidden();
    }

    @Test
    void withoutNewsItSpeaksOfThenAndNotOfNow() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        answered(page, nine());
        StatusPage.open(page);
        assertThat(sentence(page)).hasText("9 of 112 devices need you");
        browsing.watch().expect("ERR_INTERNET_DISCONNECTED");
        browsing.context().setOffline(true);
        try {
            assertThat(page.locator("#live"))
                    .hasAttribute(
                            "data-state", "stale", new HasAttributeOptions().setTimeout(30_000));
            assertThat(sentence(page))
                    .hasText(Pattern.compile("9 of 112 devices needed you at \\d\\d:\\d\\d"));
            browsing.picture("verdict-stale");
        } finally {
            browsing.context().setOffline(false);
        }
        assertThat(sentence(page))
                .hasText("9 of 112 devices need you", new HasTextOptions().setTimeout(30_000));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theVerdictLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        answered(page, nine());
        page.navigate("status?q=birchlegal");
        StatusPage.on(page);
        boolean french = language.startsWith("fr");
        assertThat(sentence(page))
                .hasText(
                        french
                                ? "9 appareils sur 112 ont besoin de vous"
                                : "9 of 112 devices need you");
        assertThat(page.locator("#verdict [data-part=detail]"))
                .containsText(french ? "a échoué 4 fois de suite" : "has failed 4 times in a row");
        String look = "verdict-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;

        browsing.picture(look);
        page.setViewportSize(390, 844);
        browsing.picture(look + "-phone");
        new Look(page).isGood(look);
    }

    private Page pinewood() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        assertThat(sentence(page)).isVisible();
        return page;
    }

    private static String nine() {
        long now = Instant.now().getEpochSecond();
        return NINE.formatted(now, now - 4 * 86_400 + 3_000, now - 5 * 86_400);
    }

    private static void answered(Page page, String body) {
        page.route(
                STANDING,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(body)));
    }

    private void backup(int status) throws Exception {
        World.awaitANewSecond();
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.jobs().finish(job, status);
    }

    private static Locator sentence(Page page) {
        return page.locator("#verdict h2");
    }

    private static Locator act(Page page) {
        return page.locator("#verdict [data-part=act]");
    }

    private static HasTextOptions soon() {
        return new HasTextOptions().setTimeout(SOON);
    }
}
