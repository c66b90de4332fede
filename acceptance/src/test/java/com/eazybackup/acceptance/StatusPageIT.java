package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backup status while the fleet works: what a reader sees without doing anything. */
class StatusPageIT {

    private static final int TEN_SECONDS = 10_000;

    /** A stream that was cut is opened again after two seconds, ms. */
    private static final int A_RECONNECT = 3_000;

    /** As the page reads them, before anything is painted. */
    private static final String KEEP_WHAT_IS_HEARD_OF_STREAMS =
            "window.heard = []; const parse = JSON.parse; JSON.parse = (...all) => {"
                    + " const read = parse(...all);"
                    + " if (read?.kind === 'stream') window.heard.push(read.state);"
                    + " return read; };";

    /** For what has pauses of half a minute, ms. */
    private static final double LONG = 120_000;

    private static final int EMPTYNEST = 106;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);
    private final String name =
            World.get()
                    .comet(DemoCustomers.COMETBACKUP)
                    .fleet()
                    .profile(World.SMALL_ACCOUNT)
                    .orElseThrow()
                    .path("Devices")
                    .path(place.device())
                    .path("FriendlyName")
                    .asText();

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        Session session = Session.of(World.SMALL);
        World.eventually(
                "the device of Quill is there",
                () -> session.get("/api/devices?size=1").json().path("total").asInt() > 0);
    }

    @Test
    void aJobAppearsWhenItStartsAndSettlesWhenItEnds() throws Exception {
        StatusPage status = quill();
        Locator row = status.row(name);
        assertThat(StatusPage.running(row)).hasCount(0);
        markThePage();

        String job = start();
        StatusPage.appears(StatusPage.running(row));
        assertThat(StatusPage.state(row)).hasText("Running");
        assertThat(browsing.page().locator("#sum [data-part=running]")).hasText("1 running");
        StatusPage.running(row).evaluate("sliver => { sliver.dataset.same = '1'; }");

        acts.jobs().finish(job, 7001);
        StatusPage.appears(row.locator(".sliver[data-same].is-warning"));
        assertThat(StatusPage.running(row)).hasCount(0);
        assertThat(StatusPage.state(row)).hasText("Warning");
        assertThat(browsing.page().locator("#sum [data-part=running]")).isHidden();
        thePageIsTheSame();
    }

    @Test
    void aFailedBackupIsAnnouncedPolitely() throws Exception {
        StatusPage status = quill();

        String job = start();
        StatusPage.appears(StatusPage.running(status.row(name)));
        acts.jobs().finish(job, 7002);

        assertThat(StatusPage.state(status.row(name))).hasText("Error");
        assertThat(browsing.page().locator("#announce")).hasText(name + ": Error");
    }

    @Test
    void aNewDeviceAppearsAndARemovedOneLeaves() {
        StatusPage status = quill();
        assertThat(status.rows()).hasCount(1);
        markThePage();

        String device = acts.devices().add(World.SMALL_ACCOUNT, "QUILL-TABLET");
        try {
            StatusPage.appears(status.row("QUILL-TABLET"));
            assertThat(status.title()).hasText("2 devices");
            assertThat(StatusPage.state(status.row("QUILL-TABLET"))).hasText("No backup yet");
        } finally {
            acts.devices().remove(World.SMALL_ACCOUNT, device, World.SMALL_ACCOUNT);
        }

        assertThat(status.row("QUILL-TABLET")).hasCount(0);
        assertThat(status.title()).hasText("1 device");
        thePageIsTheSame();
    }

    @Test
    void aDeviceGetsItsNewName() {
        StatusPage status = quill();
        markThePage();

        acts.devices().rename(World.SMALL_ACCOUNT, place.device(), "BINDERY-2");
        try {
            assertThat(status.row("BINDERY-2")).isVisible();
        } finally {
            acts.devices().rename(World.SMALL_ACCOUNT, place.device(), name);
        }

        assertThat(status.row(name)).isVisible();
        thePageIsTheSame();
    }

    @Test
    void aDeviceGoesOfflineAndComesBack() {
        StatusPage status = quill();
        Locator row = status.row(name);
        acts.devices().connect(World.SMALL_ACCOUNT, place.device());
        assertThat(StatusPage.presence(row)).hasAttribute("aria-label", "Online");

        acts.devices().disconnect(World.SMALL_ACCOUNT, place.device());
        try {
            assertThat(StatusPage.presence(row)).hasAttribute("aria-label", "Offline");
            assertThat(row).containsText("last seen");
            StatusPage.appears(
                    browsing.page()
                            .locator("#sum [data-part=offline]")
                            .filter(new Locator.FilterOptions().setHasText("1 offline")));
        } finally {
            acts.devices().connect(World.SMALL_ACCOUNT, place.device());
        }
        assertThat(StatusPage.presence(row)).hasAttribute("aria-label", "Online");
        assertThat(row).not().containsText("last seen");
    }

    @Test
    void whereMoreRunsThanASnapshotHoldsTheNumberSaysSoAndNothingIsTakenAsEnded() throws Exception {
        Session quill = Session.of(World.SMALL);
        String job = start();
        try {
            World.eventually(
                    "the job is in the list",
                    () ->
                            quill.get("/api/devices")
                                    .json()
                                    .at("/items/0/jobs24h")
                                    .toString()
                                    .contains(job));
            Page page = browsing.page();
            ToldLine line = ToldLine.of(page);
            StatusPage status = quill();
            StatusPage.running(status.row(name))
                    .evaluate("sliver => { sliver.dataset.same = '1'; }");

            line.snapshot(ToldLine.running(1_000), List.of());

            assertThat(page.locator("#sum [data-part=running]")).hasText("1,000+ running");
            assertThat(page.locator("#pulse [data-tab=minute] .n")).hasText("1,000+");
            assertThat(status.row(name).locator(".sliver.is-running[data-same]")).hasCount(1);
            line.snapshot(ToldLine.running(2), List.of());
            assertThat(page.locator("#sum [data-part=running]")).hasText("2 running");
        } finally {
            acts.jobs().finish(job, 5000);
        }
    }

    @Test
    void whatRunsOnADeviceThatIsRemovedIsNoLongerAtWork() {
        Page page = browsing.page();
        ToldLine line = ToldLine.of(page);
        quill();
        line.snapshot(ToldLine.running(2), List.of());
        assertThat(page.locator("#sum [data-part=running]")).hasText("2 running");

        line.tell(
                "{\"kind\":\"device:removed\",\"t\":1,\"device\":{\"id\":\"far-0\",\"name\":\"far-0\"}}");

        assertThat(page.locator("#sum [data-part=running]")).hasText("1 running");
        assertThat(page.locator("#pulse [data-tab=minute] .n")).hasText("1");
        assertThat(page.locator("#pulse-minute [data-part=running]")).not().containsText("far-0");
    }

    @Test
    void theNamesOfDevicesAreTextAndNothingElse() {
        StatusPage status = quill();
        String[] names = {
            "<img src=x onerror=alert(1)>", "#{7*7}", "${7*7}", "\"><script>alert(1)</script>"
        };
        for (String odd : names) {
            acts.devices().rename(World.SMALL_ACCOUNT, place.device(), odd);
            try {
                assertThat(status.rows().locator("[data-part=name]")).hasText(odd);
                browsing.page().reload();
                assertThat(status.rows().locator("[data-part=name]")).hasText(odd);
            } finally {
                acts.devices().rename(World.SMALL_ACCOUNT, place.device(), name);
            }
            assertThat(status.row(name)).isVisible();
        }
    }

    @Test
    void theReadersPlaceAndFocusStayWhileThingsHappen() throws Exception {
        StatusPage status = pinewood();
        Locator row = status.rows().nth(40);
        row.scrollIntoViewIfNeeded();
        StatusPage.days(row).focus();
        Page page = browsing.page();
        page.evaluate("document.activeElement.dataset.mine = '1'");
        double before = top(page);
        Place place = World.place(DemoCustomers.COMETBACKUP, "northgate-school");
        String total = status.title().textContent();

        String device = acts.devices().add("northgate-school", "AAA-FIRST-OF-ALL");
        try {
            String job =
                    acts.jobs()
                            .start(place.username(), place.device(), place.item(), place.vault());
            assertThat(page.locator("#sum [data-part=running]")).isVisible();
            acts.jobs().finish(job, 5000);
            assertThat(page.locator("#sum [data-part=running]")).isHidden();
            assertThat(status.title()).not().hasText(total);
            assertThat(page.locator("[data-mine]")).isFocused();
            placeIs(before, "after a row came", page);
        } finally {
            acts.devices().remove("northgate-school", device, "northgate-school");
        }

        assertThat(status.title()).hasText(total);
        assertThat(page.locator("[data-mine]")).isFocused();
        placeIs(before, "after a row left", page);
    }

    @Test
    void aBackupServerThatIsAwayIsNamedUntilItIsBack() {
        StatusPage status = quill();
        var comet = World.get().comet(DemoCustomers.COMETBACKUP);

        String usual = comet.switches().refusalText;
        // Trouble of the server's own: a refusal of the credentials would be left alone for
        // minutes.
        comet.switches().refusalText = "500 Internal Server Error";
        comet.switches().refuseStreams = true;
        try {
            comet.stream().killAll();
            assertThat(status.banner())
                    .containsText(
                            "eazyBackup: no live data since",
                            new ContainsTextOptions().setTimeout(LONG));
            assertThat(status.live()).containsText("As of");
        } finally {
            comet.switches().refuseStreams = false;
            comet.switches().refusalText = usual;
        }

        assertThat(status.banner()).isHidden(new IsHiddenOptions().setTimeout(LONG));
        assertThat(status.live()).containsText("Live");
    }

    @Test
    void whatIsOfAnotherDayHasItsDay() {
        ToldLine line = ToldLine.of(browsing.page());
        StatusPage status = quill();

        line.streams("down");

        Pattern day = Pattern.compile("[A-Z][a-z]{2}\\.?,? \\d\\d:\\d\\d");
        assertThat(status.live()).hasText(Pattern.compile("As of " + day));
        assertThat(status.banner()).containsText(Pattern.compile("no live data since " + day));
        assertThat(browsing.page().locator("#verdict h2"))
                .hasText(Pattern.compile("at \\d\\d:\\d\\d$"));
    }

    @Test
    void aBackupServerThatDoesNotLetThePortalInIsNotSaidToBeConnectedAgain() {
        ToldLine line = ToldLine.of(browsing.page());
        StatusPage status = quill();

        line.streams("refused", "live");
        assertThat(status.banner())
                .containsText(
                        "It does not let the portal in; your provider must renew the access.");
        line.streams("refused", "refused");
        assertThat(status.banner()).containsText("They do not let the portal in;");

        line.streams("refused", "down");
        assertThat(status.banner()).containsText("the connection is being made again");
    }

    @Test
    void aMereReconnectRaisesNoAlarm() throws Exception {
        Page page = browsing.page();
        page.clock().install();
        page.addInitScript(KEEP_WHAT_IS_HEARD_OF_STREAMS);
        StatusPage status = quill();
        var comet = World.get().comet(DemoCustomers.COMETBACKUP);
        // An event of its own lets the next attempt come soon, whatever happened before.
        oneJob(status);
        watchForAlarms();
        // For the page a reconnect takes what it takes at its best, however busy the machine is.
        stopTheClock(page);

        page.evaluate("window.heard = []");
        comet.stream().killAll();
        AtomicBoolean passed = new AtomicBoolean();
        World.eventually(
                "the page hears that the stream is open again",
                () -> {
                    String heard = (String) page.evaluate("window.heard.join()");
                    if (heard.contains("down") && passed.compareAndSet(false, true)) {
                        page.clock().runFor(A_RECONNECT);
                    }
                    return heard.endsWith("live");
                });
        browsing.watch().expect("ERR_INTERNET_DISCONNECTED");
        browsing.watch().expect("Failed to load resource");
        browsing.context().setOffline(true);
        assertThat(status.live()).containsText("Reconnecting");
        page.clock().runFor(A_RECONNECT / 3);
        browsing.context().setOffline(false);
        page.clock().resume();
        status.isLive();
        page.clock().runFor(TEN_SECONDS);

        assertThat(page.evaluate("window.alarms"))
                .as("banners and marks that came meanwhile")
                .isEqualTo(List.of());
    }

    @Test
    @Tag("fault-19")
    void withoutAStreamThePageAsksEveryTenSecondsUnlessItIsHidden() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        browsing.watch().expect("ERR_FAILED");
        AtomicInteger polls = new AtomicInteger();
        page.onRequest(
                request -> {
                    if (request.url().endsWith("/api/pulse/snapshot")) {
                        polls.incrementAndGet();
                    }
                });
        page.clock().install();
        page.route("**/api/pulse/events", Route::abort);
        page.navigate("status");
        StatusPage status = StatusPage.notYetLive(page);
        Locator row = status.row(name);

        page.clock().runFor(TEN_SECONDS);
        assertThat(status.live()).hasAttribute("data-state", "asof");
        assertThat(status.live()).containsText("As of");
        assertThat(status.live()).hasAttribute("title", Pattern.compile("every 10 seconds"));
        assertThat(StatusPage.running(row)).hasCount(0);
        String job = start();
        StatusPage.tickUntil(page, () -> StatusPage.running(row).count() == 1);

        hide(page, true);
        settle(page);
        int before = polls.get();
        page.clock().runFor(30 * TEN_SECONDS);
        settle(page);
        assertThat(polls.get()).as("polls of a page that nobody sees").isEqualTo(before);

        hide(page, false);
        StatusPage.tickUntil(page, () -> polls.get() > before);
        page.unroute("**/api/pulse/events");
        StatusPage.tickUntil(page, () -> "live".equals(status.live().getAttribute("data-state")));
        acts.jobs().finish(job, 7001);
        assertThat(StatusPage.state(row)).hasText("Warning");
    }

    @Test
    @Tag("fault-19")
    void aPageWhosePortalFailsTriesAtMostOnceInTwoSecondsHoweverItIsUrged() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        browsing.watch().expect("503");
        browsing.watch().expect("/api/pulse/");
        page.clock().install();
        page.addInitScript(
                "const real = window.fetch; window.tries = []; window.fetch = (url, options) => {"
                        + " if (/pulse.(events|snapshot)/.test(url)) window.tries.push(Date.now());"
                        + " return real(url, options); };");
        page.route(
                "**/api/pulse/*",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("")));
        page.navigate("status");
        StatusPage status = StatusPage.notYetLive(page);
        for (int i = 0; i < 200; i++) {
            page.evaluate("dispatchEvent(new Event('online'))");
            page.clock().runFor(200);
        }

        StatusPage.tickUntil(page, () -> "stale".equals(status.live().getAttribute("data-state")));
        assertThat(status.live()).containsText("Not live since");
        assertThat((Integer) page.evaluate("window.tries.length")).isGreaterThan(5);
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "Math.min(...window.tries.slice(1)"
                                                + ".map((t, i) => t - window.tries[i]))"))
                .as("ms between two attempts; a script takes some to begin one")
                .isGreaterThanOrEqualTo(1_980);
    }

    @Test
    @Tag("fault-19")
    void whileNothingIsHeardOfThePortalNothingButTheLineIsAskedFor() throws Exception {
        Page page = browsing.page();
        browsing.watch().expect("ERR_FAILED");
        browsing.watch().expect("ERR_INTERNET_DISCONNECTED");
        page.clock().install();
        StatusPage status = quill();
        assertThat(page.locator("#verdict h2")).isVisible();
        assertThat(page.locator("[data-card=storage]")).hasAttribute("data-state", "ready");
        // News that could not be followed up is to be asked for again.
        AtomicInteger refused = new AtomicInteger();
        page.route(
                Pattern.compile("/api/(dashboard/standing|pulse/incidents)"),
                route -> {
                    refused.incrementAndGet();
                    route.abort();
                });
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        StatusPage.tickUntil(page, () -> refused.get() >= 2);
        page.route("**/api/pulse/**", Route::abort);
        browsing.context().setOffline(true);
        browsing.context().setOffline(false);
        StatusPage.tickUntil(page, () -> "stale".equals(status.live().getAttribute("data-state")));
        settle(page);
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        page.clock().runFor(60 * TEN_SECONDS);
        settle(page);

        assertThat(asked).anyMatch(url -> url.contains("/api/pulse/"));
        assertThat(asked).noneMatch(url -> url.contains("/api/dashboard/"));
        assertThat(asked).noneMatch(url -> url.contains("/api/pulse/incidents"));

        acts.jobs().finish(job, 5000);
        page.unrouteAll();
        asked.clear();
        StatusPage.tickUntil(page, () -> "live".equals(status.live().getAttribute("data-state")));
        StatusPage.tickUntil(
                page,
                () ->
                        asked.stream().anyMatch(url -> url.contains("/api/dashboard/standing"))
                                && asked.stream()
                                        .anyMatch(url -> url.contains("/api/pulse/incidents")));
    }

    @Test
    @Tag("fault-18")
    void aServiceThatMovesToAnotherClientLeavesThePageThatIsOpen() throws Exception {
        StatusPage status = quill();
        assertThat(status.row(name)).isVisible();
        markThePage();
        try {
            ownerOfQuill(EMPTYNEST);
            assertThat(status.row(name)).hasCount(0);
            assertThat(browsing.page().locator("#empty")).isVisible();
            World.eventually(
                    "its device is the other client's, so that it must come back",
                    () ->
                            PortalTables.rows(
                                            "SELECT 1 FROM comet_devices WHERE username = 'quill'"
                                                    + " AND revoked_at IS NULL AND client_id = "
                                                    + EMPTYNEST)
                                    .equals(List.of("1")));
        } finally {
            ownerOfQuill(World.QUILL);
        }
        // Its devices may have gone to the other client: what moves is looked for every ten
        // seconds.
        StatusPage.appears(status.row(name));
        thePageIsTheSame();
    }

    private static void ownerOfQuill(int client) throws SQLException {
        try (Connection connection = World.get().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE tblhosting SET userid = " + client + " WHERE username = 'quill'");
        }
    }

    @Test
    @Tag("fault-19")
    void aPageWithoutNetworkSaysSoAndRecovers() throws Exception {
        StatusPage status = quill();
        browsing.watch().expect("ERR_INTERNET_DISCONNECTED");
        browsing.watch().expect("Failed to load resource");
        markThePage();

        long gone = System.nanoTime();
        browsing.context().setOffline(true);
        assertThat(status.live()).containsText("Not live since");
        assertThat(Duration.ofNanos(System.nanoTime() - gone))
                .as("a moment without network is no news")
                .isGreaterThan(Duration.ofSeconds(4));
        assertThat(status.banner()).containsText("Your device has no network.");
        String job = start();
        acts.jobs().finish(job, 7006);
        assertThat(StatusPage.state(status.row(name))).not().hasText("Skipped");

        browsing.context().setOffline(false);
        status.isLive();
        assertThat(status.banner()).isHidden();
        assertThat(StatusPage.state(status.row(name))).hasText("Skipped");
        thePageIsTheSame();
    }

    private StatusPage quill() {
        return StatusPage.open(browsing.signedIn(World.SMALL).page());
    }

    private StatusPage pinewood() {
        return StatusPage.open(browsing.signedIn(World.MSP, World.PINEWOOD).page());
    }

    /** From now on the page's time passes only when it is told to. */
    static void stopTheClock(Page page) {
        long now = ((Number) page.evaluate("Date.now()")).longValue();
        // It cannot be stopped in the past, where that moment is as soon as it was asked for.
        page.clock().pauseAt(now + TEN_SECONDS);
    }

    /** Of two jobs within a second nobody knows which came last, and a page is open sooner. */
    private String start() throws Exception {
        World.awaitANewSecond();
        return acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
    }

    private void oneJob(StatusPage status) throws Exception {
        Locator row = status.row(name);
        String job = start();
        assertThat(StatusPage.running(row)).hasCount(1);
        acts.jobs().finish(job, 5000);
        assertThat(StatusPage.running(row)).hasCount(0);
    }

    /** Keeps what a reader would be startled by, however short. */
    private void watchForAlarms() {
        browsing.page()
                .evaluate(
                        "() => { window.alarms = [];"
                                + " const banner = document.getElementById('banner');"
                                + " const live = document.getElementById('live');"
                                + " const look = () => {"
                                + "   if (!banner.hidden) alarms.push(banner.textContent);"
                                + "   if (live.dataset.state === 'stale') alarms.push(live.textContent);"
                                + " };"
                                + " const seen = new MutationObserver(look);"
                                + " seen.observe(banner, { attributes: true });"
                                + " seen.observe(live, { attributes: true }); }");
    }

    /** As if another tab were in front. */
    static void hide(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { for (const [name, value] of"
                        + " [['hidden', hidden], ['visibilityState', hidden ? 'hidden' : 'visible']])"
                        + " Object.defineProperty(document, name, { configurable: true, get: () => value });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }

    /** Lets what is under way come to its end. */
    static void settle(Page page) {
        page.evaluate("() => fetch('/api/session').then(() => 0)");
    }

    /** Rows that come and go move the page before it is put right again. */
    private static void placeIs(double before, String when, Page page) throws Exception {
        World.eventually(
                "the reader's place " + when + " is what it was: " + before,
                () -> Math.abs(top(page) - before) <= 2);
    }

    private static double top(Page page) {
        Object top = page.evaluate("document.activeElement.getBoundingClientRect().top");
        return ((Number) top).doubleValue();
    }

    private void markThePage() {
        browsing.page().evaluate("window.sameAsBefore = true");
    }

    private void thePageIsTheSame() {
        assertThat((Boolean) browsing.page().evaluate("window.sameAsBefore === true"))
                .as("the page was not loaded again")
                .isTrue();
    }
}
