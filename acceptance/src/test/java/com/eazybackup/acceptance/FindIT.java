package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anything of a client by its name: {@code GET /api/find} and the box over every page. */
class FindIT {

    private static final String SCHOOL = "northgate-school";
    private static final String FIND = "/api/find";
    private static final String LOOK = "/api/preferences/devices";

    @RegisterExtension final Browsing browsing = new Browsing();

    private static JsonNode laptop;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
        laptop =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/devices?size=1&q=" + SCHOOL + "+nors-lt")
                        .json()
                        .at("/items/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"northgate", "vault cloud", "school NORS lt", "no such thing"})
    void theListsFindTheSame(String words) throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);
        String q = URLEncoder.encode(words, StandardCharsets.UTF_8);

        // The fleet lives on between one answer and the next.
        World.eventually(
                "all lists find as many",
                () -> totals(session, q).equals(totalsOfTheLists(session, q)));
        for (JsonNode kind : session.get(FIND + "?q=" + q).json()) {
            assertThat(kind.path("items").size())
                    .isEqualTo((int) Math.min(kind.path("total").asLong(), 5));
        }
    }

    private static List<Long> totals(Session session, String q) throws Exception {
        JsonNode found = session.get(FIND + "?q=" + q).json();
        return Stream.of("devices", "users", "vaults", "incidents")
                .map(kind -> found.path(kind).path("total").asLong(-1))
                .toList();
    }

    /** An incident is a cause, however many devices have it. */
    private static List<Long> totalsOfTheLists(Session session, String q) throws Exception {
        return List.of(
                session.get("/api/devices?q=" + q).json().path("total").asLong(-2),
                session.get("/api/users?q=" + q).json().path("total").asLong(-2),
                session.get("/api/vaults?q=" + q).json().path("total").asLong(-2),
                (long)
                        session.get("/api/pulse/incidents/groups?q=" + q)
                                .json()
                                .path("groups")
                                .size());
    }

    @Test
    void aNameBetweenQuotationMarksIsOneWord() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);

        assertThat(session.get(FIND + "?q=vault+cloud").json().at("/vaults/total").asInt())
                .isPositive();
        assertThat(session.get(FIND + "?q=%22vault+cloud%22").json().at("/vaults/total").asInt(-1))
                .isZero();
    }

    @Test
    @Tag("fault-23")
    void nothingOfAnotherClientIsFound() throws Exception {
        JsonNode found = Session.of(World.SMALL).get(FIND + "?q=northgate").json();

        assertThat(found).hasSize(4);
        for (JsonNode kind : found) {
            assertThat(kind.path("total").asInt(-1)).isZero();
            assertThat(kind.path("items")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=+%20", "?q=%22+%22%22"})
    void whoeverLooksForNothingIsToldSo(String query) throws Exception {
        Answer answer = Session.of(World.SMALL).get(FIND + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText())
                .isEqualTo("q is what is looked for: a word or more.");
        assertThat(Session.of(World.SMALL).get(FIND + "?q=" + "x".repeat(201)).status())
                .isEqualTo(400);
    }

    @Test
    void aDeviceIsFoundFromAnotherPageAndItsRowHasTheFocus() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("vaults");
        open(page);

        page.keyboard().type(laptop.path("name").asText().toLowerCase(Locale.ROOT));
        assertThat(chosen(page).locator("[data-part=name]")).hasText(laptop.path("name").asText());
        assertThat(chosen(page)).containsText(SCHOOL + " · ");
        page.keyboard().press("Enter");

        StatusPage status = StatusPage.on(page);
        assertThat(page).hasURL(Pattern.compile("/status\\?q=[^#]+$"));
        assertThat(focusOf(page, laptop)).isInViewport();
        status.search().focus();
        page.evaluate("scrollTo(0, 0)");
        open(page);
        page.keyboard().type(laptop.path("name").asText());
        page.keyboard().press("Enter");
        assertThat(page.locator("#find")).isHidden();
        assertThat(focusOf(page, laptop)).isInViewport();
    }

    @Test
    void theAddressNamesTheDeviceWhicheverItsRowIs() throws Exception {
        JsonNode third =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/devices?size=3&q=" + SCHOOL)
                        .json()
                        .at("/items/2");
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();

        page.navigate("status?q=" + SCHOOL + "#device=" + third.path("id").asText());

        assertThat(focusOf(page, third)).isInViewport();
        assertThat(page).hasURL(Pattern.compile("/status\\?q=" + SCHOOL + "$"));
    }

    @Test
    void aRowHasTheFocusWhateverColumnsAreHidden() throws Exception {
        Session dana = Session.of(World.MSP, World.PINEWOOD);
        dana.put(LOOK, Map.of("hidden", List.of("latest", "hours")));
        try {
            Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();

            page.navigate("status?q=" + SCHOOL + "#device=" + laptop.path("id").asText());

            assertThat(page.locator("#devices"))
                    .hasAttribute("data-hides", Pattern.compile("latest"));
            assertThat(focusOf(page, laptop)).isInViewport();
        } finally {
            dana.put(LOOK, Map.of("hidden", List.of()));
        }
    }

    @Test
    void aRowFarDownTheListIsBroughtToThePage() throws Exception {
        JsonNode last =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/devices?size=1&page=110")
                        .json()
                        .at("/items/0");
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();

        page.navigate("status#device=" + last.path("id").asText());

        assertThat(focusOf(page, last)).isInViewport();
    }

    @Test
    void aDeviceThatIsNotInTheListIsSaidToBeMissing() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();

        page.navigate("status?q=birch#device=" + laptop.path("id").asText());

        assertThat(page.locator("#toasts"))
                .containsText("The device that you chose is not in this list.");
        assertThat(page).hasURL(Pattern.compile("/status\\?q=birch$"));
    }

    private static Locator focusOf(Page page, JsonNode device) {
        return page.locator("#rows .device[data-id='" + device.path("id").asText() + "'] :focus");
    }

    @Test
    void aUserAndAVaultAreReachedByTheArrows() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        open(page);
        page.keyboard().type(SCHOOL);
        assertThat(state(page)).containsText("found for");
        // It is called exactly so, which its devices are not.
        assertThat(chosen(page)).hasCount(1);
        assertThat(page.locator("#find [aria-label=Users] .find-option[aria-selected=true]"))
                .containsText(SCHOOL);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/users\\?q=" + SCHOOL + "$"));
        assertThat(page.locator("#list tbody tr")).hasCount(1);
        page.locator("#find-open").click();
        page.keyboard().type("cloud vault " + SCHOOL);
        arrowsTo(page, "Vaults");
        page.keyboard().press("Enter");

        assertThat(page)
                .hasURL(Pattern.compile("/vaults\\?q=%22Cloud\\+vault%22\\+" + SCHOOL + "$"));
        assertThat(page.locator("#list tbody tr")).hasCount(1);
        assertThat(page.locator("#list tbody tr")).containsText(SCHOOL);
    }

    @Test
    void aPageOfTheMenuIsFoundByItsName() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("users");
        open(page);
        assertThat(options(page)).not().hasCount(0);

        page.keyboard().type("Vaul");
        assertThat(state(page)).containsText("found for “Vaul”");
        assertThat(chosen(page)).hasText("Vaults");
        page.keyboard().press("ArrowUp");
        assertThat(options(page).last()).hasAttribute("aria-selected", "true");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/vaults$"));
    }

    @Test
    void whatFitsNothingSaysSoAndTheWordsCanStillBeTakenAlong() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("users");
        open(page);

        page.keyboard().type("quota exceeded");
        assertThat(state(page)).hasText("0 found for “quota exceeded”");
        assertThat(chosen(page)).hasText("Devices and incidents that fit “quota exceeded”");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/status\\?q=quota\\+exceeded#incidents$"));
        assertThat(StatusPage.on(page).search()).hasValue("quota exceeded");
    }

    @Test
    void enterBeforeTheAnswerWaitsForItAndAsksOnceHoweverLongItIsHeld() throws Exception {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        List<Route> held = new CopyOnWriteArrayList<>();
        page.navigate("vaults");
        page.route("**/api/find?q=riverbend.clinic", held::add);
        open(page);
        page.keyboard().type("riverbend.clinic");
        page.keyboard().down("Enter");
        page.keyboard().down("Enter");
        page.keyboard().up("Enter");
        page.keyboard().press("Enter");
        World.eventually("it is asked for", () -> pumped(page, held) == 1);
        assertThat(page).hasURL(Pattern.compile("/vaults$"));
        assertThat(state(page)).hasText("Looking…");

        held.get(0).resume();

        assertThat(page).hasURL(Pattern.compile("/users\\?q=riverbend.clinic$"));
        assertThat(held).hasSize(1);
    }

    @Test
    void anOlderAnswerIsNotPaintedOverTheNewerWords() throws Exception {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        // The page's own way of giving up what it has asked for would hide what is tested here.
        page.addInitScript("AbortController.prototype.abort = () => {};");
        List<Route> held = new CopyOnWriteArrayList<>();
        page.navigate("users");
        page.route("**/api/find?q=riverbend", held::add);
        open(page);
        page.keyboard().type("riverbend");
        World.eventually("it is asked for", () -> pumped(page, held) == 1);
        page.keyboard().type(" no such thing");
        assertThat(state(page)).hasText("0 found for “riverbend no such thing”");

        Response late = page.waitForResponse("**/api/find?q=riverbend", held.get(0)::resume);
        late.finished();
        // Whatever the page makes of it, it has made now.
        page.evaluate("new Promise(go => setTimeout(go))");

        assertThat(state(page)).hasText("0 found for “riverbend no such thing”");
        assertThat(options(page)).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page)
                .hasURL(Pattern.compile("/status\\?q=riverbend\\+no\\+such\\+thing#incidents$"));
        assertThat(held).hasSize(1);
    }

    @Test
    void whatTheArrowsHaveReachedIsChosenWithoutWaiting() throws Exception {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        List<Route> held = new CopyOnWriteArrayList<>();
        page.navigate("users");
        page.route("**/api/find?*", held::add);
        open(page);
        page.keyboard().type("Vaul");
        World.eventually("it is asked for", () -> pumped(page, held) == 1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        assertThat(chosen(page)).hasText("Vaults");

        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/vaults$"));
    }

    @Test
    void whatTheArrowsHaveReachedStaysMarkedWhenTheAnswerComes() throws Exception {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        List<Route> held = new CopyOnWriteArrayList<>();
        page.navigate("users");
        page.route("**/api/find?*", held::add);
        open(page);
        // Pages that are called so come last, if none begins so.
        page.keyboard().type("ault");
        World.eventually("it is asked for", () -> pumped(page, held) == 1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        assertThat(chosen(page)).hasText("Vaults");

        held.get(0).resume();

        assertThat(state(page)).containsText("found for “ault”");
        assertThat(page.locator("#find [aria-label='Vaults'] .find-option")).not().hasCount(0);
        assertThat(chosen(page)).hasText("Vaults");
    }

    /** Playwright hears of requests only while something is asked of it. */
    private static int pumped(Page page, List<Route> held) {
        page.evaluate("0");
        return held.size();
    }

    @Test
    void whatCannotBeReadIsSaidAndAskedForAgain() {
        browsing.watch().expect("ERR_FAILED");
        browsing.watch().expect("/api/find");
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        AtomicBoolean broken = new AtomicBoolean(true);
        page.navigate("vaults");
        page.route(
                "**/api/find?*",
                route -> {
                    if (broken.get()) {
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        open(page);
        page.keyboard().type(SCHOOL);

        assertThat(state(page)).hasText("What fits could not be read. Press Enter to try again.");
        assertThat(page.locator("#find [data-part=words]")).isFocused();
        assertThat(chosen(page)).hasCount(0);
        broken.set(false);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/users\\?q=" + SCHOOL + "$"));
    }

    @Test
    void itGivesTheFocusBack() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("vaults");
        page.locator("#search input").focus();
        open(page);

        page.keyboard().press("Escape");

        assertThat(page.locator("#find")).isHidden();
        assertThat(page.locator("#search input")).isFocused();
        open(page);
        page.keyboard().type("north");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#find")).isHidden();
        open(page);
        assertThat(page.locator("#find [data-part=words]")).hasValue("");
    }

    @Test
    void escapeLeavesTheWallAsItIs() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("status?wall=1");
        StatusPage.on(page);
        assertThat(page.locator("#wall-bar")).isVisible();
        open(page);

        page.keyboard().press("Escape");

        assertThat(page.locator("#find")).isHidden();
        assertThat(page.locator("#wall-bar")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#wall-bar")).isHidden();
    }

    @Test
    void theFieldKeepsTheFocusWhateverIsPressed() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("vaults");
        open(page);

        state(page).click();

        page.keyboard().type("north");
        assertThat(page.locator("#find [data-part=words]")).hasValue("north");
    }

    @Test
    void aPressBesideItClosesItAndWhatWasDraggedThereDoesNot() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate("vaults");
        open(page);
        page.keyboard().type("northgate");
        BoundingBox field = page.locator("#find [data-part=words]").boundingBox();
        page.mouse().move(field.x + 100, field.y + 10);
        page.mouse().down();
        page.mouse().move(20, 700);
        page.mouse().up();
        assertThat(page.locator("#find")).isVisible();
        assertThat(page.locator("#find [data-part=words]")).hasValue("northgate");

        page.mouse().click(20, 700);

        assertThat(page.locator("#find")).isHidden();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA, trouvés", "LIGHT, en-CA, found"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language, String found) {
        browsing.start(scheme, language);
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        String look = "find-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        open(page);
        browsing.picture(look + "-empty");
        new Look(page).isGood(look + "-empty");

        page.keyboard().type("north");
        assertThat(state(page)).containsText(found);
        browsing.picture(look);
        new Look(page).isGood(look);
        page.setViewportSize(390, 844);
        browsing.picture(look + "-phone");
        // With its keyboard open.
        page.setViewportSize(390, 420);
        assertThat(state(page)).isInViewport(new IsInViewportOptions().setRatio(1));
        page.setViewportSize(1440, 900);
        page.navigate("account/security");
        open(page);
        page.keyboard().type("north");
        assertThat(state(page)).containsText(found);
    }

    private static void open(Page page) {
        page.keyboard().press("Control+k");
        assertThat(page.locator("#find [data-part=words]")).isFocused();
    }

    private static Locator options(Page page) {
        return page.locator("#find .find-option");
    }

    private static Locator chosen(Page page) {
        return page.locator("#find .find-option[aria-selected=true]");
    }

    private static Locator state(Page page) {
        return page.locator("#find [data-part=state]");
    }

    /** To the first option of that kind. */
    private static void arrowsTo(Page page, String kind) {
        assertThat(state(page)).containsText("found for");
        Locator first = page.locator("#find [aria-label='" + kind + "'] .find-option").first();
        for (int i = 0; i < options(page).count(); i++) {
            if (first.getAttribute("aria-selected").equals("true")) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        assertThat(first).hasAttribute("aria-selected", "true");
    }
}
