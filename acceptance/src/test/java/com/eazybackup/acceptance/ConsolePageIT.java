package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The administrators' page: how ingestion stands, and what may be done about it. */
class ConsolePageIT {

    private static final int MINUTE = 60_000;

    /** Knocks at no administrators' page in any other test. */
    private static final String THEO = "theo@pinewood.example";

    /** Looked for every five seconds, and asked for every two, on a busy machine. */
    private static final int ALERT = 45_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final SimulatedCometServer comet = World.get().comet(DemoCustomers.COMETBACKUP);
    private final SimulatedCometServer obc = World.get().comet(DemoCustomers.OBC);

    @BeforeEach
    void allIsWell() throws Exception {
        PortalTables.run("DELETE FROM eb_quarantine");
        World.eventually(
                "streams", () -> comet.stream().sockets() > 0 && obc.stream().sockets() > 0);
    }

    /** A refused stream waits for minutes unless somebody asks. */
    @AfterEach
    void heal() throws Exception {
        PortalTables.run("DELETE FROM eb_operator_alerts WHERE fingerprint LIKE 'test:%'");
        obc.switches().refuseStreams = false;
        Session.ofAdmin().post("/api/admin/operations/streams/" + DemoCustomers.OBC + "/connect");
    }

    @Test
    void everyCometServerHasACard() {
        ConsolePage console = console();

        assertThat(console.cards()).hasCount(2);
        Locator card = console.card(DemoCustomers.COMETBACKUP);
        assertThat(card.locator("h3")).hasText("eazyBackup");
        assertThat(ConsolePage.state(card)).containsText("Live since");
        assertThat(card.locator("[data-part=catchup]")).containsText("put right; took");
        assertThat(console.verdict()).hasText("Ingestion is well on all 2 servers");
        assertThat(console.catchUps().first()).containsText("Complete");
        assertThat(browsing.page().locator("#quarantine"))
                .containsText("every frame was understood and stored");
        card.locator("summary").click();
        assertThat(card.locator("[data-count=news]")).hasText(Pattern.compile("[1-9][0-9,]*"));
    }

    @Test
    void aLostStreamShowsWithinSecondsAndIsConnectedAgainByHand() {
        ConsolePage console = console();
        Locator card = console.card(DemoCustomers.OBC);

        obc.switches().refuseStreams = true;
        obc.stream().killAll();
        assertThat(ConsolePage.state(card)).containsText("Sign-in refused", within(MINUTE));
        assertThat(console.verdict()).hasText("Ingestion is down on 1 of 2 servers");
        assertThat(card.locator("[data-part=do]")).containsText("connect now");
        assertThat(ConsolePage.state(console.card(DemoCustomers.COMETBACKUP))).containsText("Live");

        obc.switches().refuseStreams = false;
        ConsolePage.connect(card).press("Enter");
        assertThat(console.toasts()).containsText("OBC is being connected.");
        assertThat(ConsolePage.state(card)).containsText("Live", within(MINUTE));
        assertThat(ConsolePage.connect(card)).isHidden();
        assertThat(card.locator("[data-part=reasons]")).containsText("403");
        assertThat(console.verdict()).hasText("Ingestion is well on all 2 servers");
    }

    @Test
    void listsAreReadAgainAfterAQuestion() {
        ConsolePage console = console();
        Locator again = ConsolePage.again(console.card(DemoCustomers.COMETBACKUP));

        again.press("Enter");
        assertThat(console.question()).containsText("Read all lists of eazyBackup again?");
        assertThat(console.question().locator("[data-part=no]")).isFocused();
        browsing.page().keyboard().press("Escape");
        assertThat(console.question()).isHidden();
        assertThat(again).isFocused();

        again.press("Enter");
        console.tabTo(console.question().locator("[data-part=yes]"));
        browsing.page().keyboard().press("Enter");
        assertThat(console.toasts()).containsText("its lists are being read");
        assertThat(console.catchUps().first()).containsText("on request", within(MINUTE));
        assertThat(console.catchUps().first()).containsText("eazyBackup");
    }

    @Test
    void aFrameIsLookedAtReplayedAndDiscardedByKeyboardAlone() {
        ConsolePage console = console();
        Page page = browsing.page();

        comet.stream().sendRaw("<img src=x onerror=alert(1)>");
        Locator frame = console.frames();
        assertThat(frame).hasCount(1);
        assertThat(frame).containsText("not JSON");
        assertThat(console.filter("open")).hasText("Open 1");
        console.tabTo(frame.locator("[data-part=view]"));
        page.keyboard().press("Enter");
        assertThat(console.text()).hasText("<img src=x onerror=alert(1)>");

        console.tabTo(frame.locator("[data-part=replay]"));
        page.keyboard().press("Enter");
        assertThat(frame.locator("[data-part=outcome]"))
                .hasText("Still open: the frame cannot be understood.");
        assertThat(frame.locator("[data-part=replay]")).isFocused();

        console.tabTo(frame.locator("[data-part=discard]"));
        page.keyboard().press("Enter");
        assertThat(console.question()).containsText("Discard this frame?");
        console.tabTo(console.question().locator("[data-part=yes]"));
        page.keyboard().press("Enter");
        assertThat(console.toasts()).containsText("The frame is discarded.");
        assertThat(frame).hasCount(0);
        assertThat(page.locator("#quarantine-title")).isFocused();
    }

    @Test
    void whichFramesAreShownIsInTheAddress() throws Exception {
        comet.stream().poison(Poison.BROKEN_JSON);
        World.eventually(
                "the frame is kept",
                () -> !PortalTables.rows("SELECT id FROM eb_quarantine").isEmpty());
        PortalTables.run("UPDATE eb_quarantine SET state = 'discarded'");
        ConsolePage console = console();
        assertThat(console.frames()).hasCount(0);

        console.filter("discarded").click();
        assertThat(console.frames()).hasCount(1);
        assertThat(browsing.page()).hasURL(Pattern.compile("\\?state=discarded$"));
        browsing.page().reload();
        assertThat(console.filter("discarded")).hasAttribute("aria-pressed", "true");
        assertThat(console.frames()).hasCount(1);
        assertThat(console.frames().locator("[data-part=discard]")).isHidden();
        console.filter("open").click();
        assertThat(browsing.page()).hasURL(Pattern.compile("/admin/operations$"));
    }

    @Test
    void aPageThatNobodySeesRestsAndOneWithoutAnswerSaysSinceWhen() {
        Page page = browsing.signedInAsAdmin().page();
        browsing.watch().expect("ERR_FAILED");
        page.clock().install();
        ConsolePage console = ConsolePage.open(page);
        AtomicInteger asked = new AtomicInteger();
        page.onRequest(
                request -> {
                    if (request.url().endsWith("/api/admin/operations")) {
                        asked.incrementAndGet();
                    }
                });

        StatusPageIT.hide(page, true);
        StatusPageIT.settle(page);
        int before = asked.get();
        page.clock().runFor(MINUTE);
        StatusPageIT.settle(page);
        assertThat(asked.get()).as("asked while hidden").isEqualTo(before);
        StatusPageIT.hide(page, false);
        assertThat(console.live()).containsText("Live");
        assertThat(asked.get()).as("asked at once when seen").isGreaterThan(before);

        page.route("**/api/admin/operations", Route::abort);
        tickUntilStale(console);
        assertThat(console.live()).containsText("Not live since");
        assertThat(console.banner()).containsText("No word from the portal since");
        page.unroute("**/api/admin/operations");
        console.banner().locator("button").click();
        assertThat(console.live()).containsText("Live");
        assertThat(console.banner()).isHidden();
    }

    @Test
    @Tag("fault-07")
    void anAlertSaysSinceWhenAndWhatToDoAndLeavesWhenItIsOver() throws Exception {
        comet.stream().poison(Poison.UNKNOWN_CODES);
        ConsolePage console = console();
        assertThat(console.alerts()).hasCount(0, new HasCountOptions().setTimeout(ALERT));
        assertThat(browsing.page().locator("#alerts")).isHidden();

        alert(DemoCustomers.COMETBACKUP, "unknown-codes", "3 % of them.");
        alert(DemoCustomers.OBC, "of-tomorrow", "<b>Something</b> of tomorrow.");
        Locator codes = console.alerts().nth(0);
        assertThat(codes.locator("[data-part=what]"))
                .hasText(
                        Pattern.compile("sends codes that this version does not know$"),
                        new HasTextOptions().setTimeout(ALERT));
        assertThat(codes.locator("[data-part=since]")).hasText(Pattern.compile("^since \\d"));
        assertThat(codes.locator("[data-part=more]"))
                .hasText(Pattern.compile("^\\d+ of the last [\\d,]+ frames hold one[.] The last"));
        assertThat(codes.locator("[data-part=do]")).containsText("an update of the portal");
        assertThat(console.alerts().nth(1).locator("[data-part=what]"))
                .containsText("<b>Something</b> of tomorrow.");
        assertThat(browsing.page().locator("#announce")).containsText("of tomorrow");

        PortalTables.run("UPDATE eb_operator_alerts SET state = 'closed'");
        assertThat(console.alerts()).hasCount(0, new HasCountOptions().setTimeout(ALERT));
        assertThat(browsing.page().locator("#alerts")).isHidden();
    }

    /** As another node may raise it. */
    private static void alert(String profile, String kind, String sentence) throws SQLException {
        PortalTables.run(
                "INSERT INTO eb_operator_alerts (fingerprint, kind, profile, sentence, first_ms,"
                        + " last_ms) VALUES (CONCAT('test:', UUID()), '"
                        + kind
                        + "', '"
                        + profile
                        + "', '"
                        + sentence
                        + "', UNIX_TIMESTAMP() * 1000, UNIX_TIMESTAMP() * 1000)");
    }

    @Test
    @Tag("fault-19")
    void aPageWhosePortalFailsAsksAtMostOnceInTwoSecondsHoweverItIsUrged() {
        Page page = browsing.signedInAsAdmin().page();
        browsing.watch().expect("503");
        browsing.watch().expect("/api/admin/operations");
        page.clock().install();
        page.addInitScript(
                "const real = window.fetch; window.tries = []; window.fetch = (url, options) => {"
                        + " if (String(url).endsWith('/admin/operations')) window.tries.push(Date.now());"
                        + " return real(url, options); };");
        ConsolePage console = ConsolePage.open(page);
        page.route(
                "**/api/admin/operations",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("")));
        tickUntilStale(console);
        page.evaluate("window.tries = []");

        for (int i = 0; i < 100; i++) {
            page.evaluate("dispatchEvent(new Event('online'))");
            console.banner().locator("button").click();
            page.clock().runFor(200);
        }

        assertThat((Integer) page.evaluate("window.tries.length")).isGreaterThan(5);
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "Math.min(...window.tries.slice(1)"
                                                + ".map((t, i) => t - window.tries[i]))"))
                .as("ms between two attempts, but for what a browser's timer is early")
                .isGreaterThanOrEqualTo(1_980);
    }

    @Test
    void aCustomerIsShownTheDoorAndThatIsWrittenDown() throws Exception {
        browsing.watch().expect("403");
        Page page = browsing.signedIn(THEO).page();

        page.navigate("admin/operations");

        assertThat(page.locator("h1")).hasText("This is not yours to see");
        assertThat(PortalTables.refusals(THEO, "admin.page")).containsExactly("/admin/operations");
        page.navigate("admin/operations.xhtml");
        assertThat(page.locator("h1")).hasText("This is not yours to see");
    }

    @Test
    void nobodyIsSentToSignIn() {
        Page page = browsing.page();

        page.navigate("admin/operations");

        assertThat(page).hasURL(Pattern.compile("/signin\\?next=%2Fadmin%2Foperations$"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) throws Exception {
        browsing.start(scheme, language);
        Page page = browsing.signedInAsAdmin().page();
        ConsolePage console = ConsolePage.open(page);
        Look look = new Look(page);
        String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        look.isGood("operations, all well, " + name);

        alert(DemoCustomers.COMETBACKUP, "unknown-codes", "3 % of them.");
        comet.stream().poison(Poison.UNKNOWN_CODES);
        comet.stream().poison(Poison.NULL_DATA);
        comet.stream().poison(Poison.BROKEN_JSON);
        assertThat(console.alerts()).hasCount(1, new HasCountOptions().setTimeout(ALERT));
        obc.switches().refuseStreams = true;
        obc.stream().killAll();
        assertThat(console.frames()).hasCount(2);
        assertThat(ConsolePage.connect(console.card(DemoCustomers.OBC))).isVisible();
        console.frames().first().locator("[data-part=view]").click();
        console.card(DemoCustomers.COMETBACKUP).locator("summary").click();
        look.isGood("operations, trouble, " + name);
        browsing.wholePicture("operations-" + name);
        page.setViewportSize(390, 844);
        browsing.wholePicture("operations-" + name + "-phone");
        page.setViewportSize(1440, 900);

        console.frames().first().locator("[data-part=discard]").click();
        assertThat(console.question()).isVisible();
        look.isAccessible("a question, " + name);
        browsing.picture("operations-" + name + "-question");
        page.keyboard().press("Escape");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private ConsolePage console() {
        return ConsolePage.open(browsing.signedInAsAdmin().page());
    }

    private static void tickUntilStale(ConsolePage console) {
        for (int i = 0; i < 20 && !"stale".equals(console.live().getAttribute("data-state")); i++) {
            console.live().page().clock().runFor(1_000);
            StatusPageIT.settle(console.live().page());
        }
    }

    private static ContainsTextOptions within(int ms) {
        return new ContainsTextOptions().setTimeout(ms);
    }
}
