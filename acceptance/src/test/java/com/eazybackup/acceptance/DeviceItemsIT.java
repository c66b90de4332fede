package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protected items of a device: opened from its row, by hand and by keys. */
class DeviceItemsIT {

    private static final String ITEMS = "**/api/devices/*/items";

    private static final String FOUR =
            """
            {"device_id":"x","device_name":"x","t":%1$d,"tolerance_secs":7200,"items":[
            {"id":"a","name":"Accounting database of the head office","engine":"sql_server","type":"engine1/mssql",
             "last_good_at":%2$d,"promised_secs":86400,"due_at":%3$d,"overdue":true},
            {"id":"b","name":"Mailboxes","engine":"office_365","type":"engine1/winmsofficemail",
             "last_good_at":null,"promised_secs":null,"due_at":null,"overdue":false},
            {"id":"c","name":"Files of the reception","engine":"files","type":"engine1/file",
             "last_good_at":%4$d,"promised_secs":86400,"due_at":%5$d,"overdue":false},
            {"id":"d","name":"Odd one","engine":"unknown","type":"engine1/quantum",
             "last_good_at":%4$d,"promised_secs":604800,"due_at":%5$d,"overdue":false}]}
            """;

    /** A second is the promise; a busy machine takes longer. */
    private static final double SOON = 40_000;

    private static final Duration WHILE = Duration.ofSeconds(40);

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @Test
    void aSilentItemIsNamedInTheRowAndIsTheFirstOfThoseThatThePressShows() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        Locator row = status.rows().first();
        double height = row.boundingBox().height;
        SilentItem silent = SilentItem.on(place);
        try {
            silent.backupOfTheOther(5000);
            assertThat(StatusPage.state(row)).hasText("Overdue", soon());
            assertThat(since(row)).hasText("4 d late: " + SilentItem.NAME, soon());
            assertThat(row.boundingBox().height).as("the row is as high").isEqualTo(height);
            browsing.picture("items-row");

            latest(row).click();

            Locator first = lines(status).first();
            assertThat(status.popover()).isVisible();
            assertThat(title(status)).hasText(Pattern.compile("Protected items of .+"));
            assertThat(first).containsText(SilentItem.NAME);
            assertThat(first).containsText("No good backup yet");
            assertThat(first)
                    .containsText("Files and folders · overdue by 4 d · promised every 24 h");
            assertThat(subtitle(status)).containsText(Pattern.compile("\\d items, 1 overdue"));
            assertThat(subtitle(status)).containsText("up to 2 h late is tolerated");
            browsing.picture("items-popover");

            // It is open while the item is backed up at last. Nobody is at work in the list, which
            // is not read anew under a hand.
            page.mouse().move(5, 5);
            silent.backup();
            assertThat(status.popover().locator("li.is-error")).hasCount(0, countSoon());
            assertThat(subtitle(status)).not().containsText("overdue");
            assertThat(StatusPage.state(row)).hasText("Success", soon());
            page.keyboard().press("Escape");
            assertThat(status.popover()).isHidden();
            assertThat(latest(row)).isFocused();
        } finally {
            silent.remove();
        }
    }

    /** The page hears of a good backup, and only the server knows that it was of the other item. */
    @Test
    void aGoodBackupOfTheOtherItemHidesNothing() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        Locator row = status.rows().first();
        SilentItem silent = SilentItem.on(place);
        try {
            silent.backupOfTheOther(5000);
            assertThat(StatusPage.state(row)).hasText("Overdue", soon());

            page.waitForResponse(
                    answer -> answer.url().contains("/api/devices?"),
                    () -> {
                        try {
                            silent.backupOfTheOther(5000);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });

            assertThat(StatusPage.state(row)).hasText("Overdue", soon());
        } finally {
            silent.remove();
        }
    }

    @Test
    void theItemsOpenWithEnterAreWalkedWithArrowsAndGiveTheFocusBack() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        answered(page, four());
        Locator latest = latest(status.rows().nth(2));
        latest.focus();

        latest.press("Enter");

        assertThat(status.popover()).isFocused();
        assertThat(latest).hasAttribute("aria-expanded", "true");
        assertThat(lines(status)).hasCount(4);
        assertThat(lines(status).first()).hasAttribute("aria-current", "true");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(lines(status).nth(2)).hasAttribute("aria-current", "true");
        page.keyboard().press("End");
        assertThat(lines(status).nth(3)).hasAttribute("aria-current", "true");
        page.keyboard().press("Home");
        assertThat(lines(status).first()).hasAttribute("aria-current", "true");
        assertThat(status.popover().locator("[data-part=back]")).isHidden();
        page.keyboard().press("Escape");
        assertThat(status.popover()).isHidden();
        assertThat(latest).isFocused();

        latest.press(" ");
        assertThat(status.popover()).isVisible();
        page.keyboard().press("Shift+Tab");
        assertThat(status.popover()).isHidden();
        assertThat(latest).isFocused();
        latest.press("ArrowDown");
        assertThat(latest(status.rows().nth(3))).isFocused();
        latest(status.rows().nth(3)).press("ArrowRight");
        assertThat(status.popover()).isVisible();
    }

    @Test
    void theColumnOfTheLastGoodBackupOpensTheSame() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        answered(page, four());
        page.locator("#columns > button").click();
        page.locator("#columns-box").getByLabel("Last good backup").check();
        page.keyboard().press("Escape");
        Locator good = status.rows().nth(1).locator(".good");
        try {
            assertThat(good).isVisible();
            good.click();

            assertThat(lines(status)).hasCount(4);
            assertThat(good).hasAttribute("aria-expanded", "true");
            browsing.picture("items-column");
            page.keyboard().press("Escape");
            assertThat(good).isFocused();
        } finally {
            page.locator("#columns > button").click();
            page.locator("#columns-box").getByLabel("Last good backup").uncheck();
        }
    }

    @Test
    void itFailsWithAWayOnAndSaysWhenThereIsNothing() {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        browsing.refuses(ITEMS);
        latest(status.rows().first()).click();
        assertThat(status.popover()).containsText("The protected items could not be read.");
        assertThat(status.popover()).containsText("EB-TEST");
        new Look(page).isAccessible("items that could not be read");
        browsing.picture("items-fault");

        page.unroute(ITEMS);
        answered(page, four().replaceAll("(?s)\"items\":\\[.*\\]", "\"items\":[]"));
        Locator retry = status.popover().locator("[data-part=retry]");
        retry.focus();
        retry.press("Enter");

        assertThat(status.popover()).containsText("Nothing is protected on this device yet.");
        assertThat(status.popover().locator("[data-part=lines]")).isFocused();
        browsing.picture("items-none");
    }

    @Test
    void theItemsAreAskedForOnceAndAgainWhenTheDeviceHasNews() throws Exception {
        SilentItem silent = null;
        Session session = Session.of(World.SMALL);
        World.eventually(
                "no job of the device runs any more",
                () -> session.get("/api/pulse/snapshot").json().path("jobsRunning").isEmpty());
        Page page = browsing.signedIn(World.SMALL).page();
        AtomicInteger asked = new AtomicInteger();
        // What the page hears of the device: its snapshot, lists, and what another viewer is told.
        AtomicInteger news = new AtomicInteger(1);
        page.onRequest(
                request -> {
                    if (request.url().endsWith("/items")) {
                        asked.incrementAndGet();
                    } else if (request.url().contains("/api/devices?")) {
                        news.incrementAndGet();
                    }
                });
        StatusPage status = StatusPage.open(page);
        try (EventReader events = EventReader.open(session)) {
            events.await(WHILE, message -> message.kind().equals("snapshot"));
            latest(status.rows().first()).click();
            assertThat(lines(status)).not().hasCount(0);
            int before = asked.get();

            silent = SilentItem.on(place);
            silent.backupOfTheOther(5000);

            assertThat(status.popover()).containsText(SilentItem.NAME, textSoon());
            events.await(
                    WHILE,
                    message -> {
                        news.addAndGet(message.kind().equals("comment") ? 0 : 1);
                        return message.kind().equals("job:end");
                    });
            assertThat(asked.get()).as("again").isGreaterThan(before);
            assertThat(asked.get())
                    .as("once, and for each news")
                    .isLessThanOrEqualTo(1 + news.get());
        } finally {
            if (silent != null) {
                silent.remove();
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theyLookAndReadAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = pinewood();
        answered(page, four());
        StatusPage status = StatusPage.on(page);
        String look = "items-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        boolean french = language.startsWith("fr");

        latest(status.rows().nth(1)).click();

        assertThat(lines(status)).hasCount(4);
        assertThat(lines(status).first())
                .containsText(french ? "en retard de 2 j" : "overdue by 2 d");
        assertThat(lines(status).nth(1)).containsText("Microsoft 365");
        assertThat(lines(status).nth(3))
                .containsText(french ? "Inconnu (engine1/quantum)" : "Unknown (engine1/quantum)");
        new Look(page).isAccessible(look);
        browsing.picture(look);
        page.keyboard().press("Escape");
        page.setViewportSize(390, 844);
        latest(status.rows().nth(1)).click();
        assertThat(lines(status)).hasCount(4);
        new Look(page).isAccessible(look + "-phone");
        browsing.picture(look + "-phone");
    }

    @Test
    void onAPhoneATouchOpensThemAndNothingIsWiderThanTheScreen() {
        Page page = pinewood();
        answered(page, four());
        page.setViewportSize(390, 844);
        StatusPage status = StatusPage.on(page);
        Locator latest = latest(status.rows().first());

        latest.dispatchEvent("click");

        assertThat(lines(status)).hasCount(4);
        assertThat(latest.boundingBox().height).isGreaterThanOrEqualTo(24);
        Object wider = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat((Integer) wider).isLessThanOrEqualTo(0);
    }

    private Page pinewood() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        return page;
    }

    private static String four() {
        long now = Instant.now().getEpochSecond();
        return FOUR.formatted(
                now, now - 3 * 86_400 - 60, now - 2 * 86_400 - 60, now - 3 * 3600, now + 21 * 3600);
    }

    private static void answered(Page page, String body) {
        page.route(
                ITEMS,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(body)));
    }

    private static Locator latest(Locator row) {
        return row.locator(".latest");
    }

    private static Locator since(Locator row) {
        return row.locator("[data-part=since]");
    }

    private static Locator lines(StatusPage status) {
        return status.popover().locator(".item-line");
    }

    private static Locator title(StatusPage status) {
        return status.popover().locator("h3");
    }

    private static Locator subtitle(StatusPage status) {
        return status.popover().locator("[data-part=subtitle]");
    }

    private static HasTextOptions soon() {
        return new HasTextOptions().setTimeout(SOON);
    }

    private static HasCountOptions countSoon() {
        return new HasCountOptions().setTimeout(SOON);
    }

    private static ContainsTextOptions textSoon() {
        return new ContainsTextOptions().setTimeout(SOON);
    }
}
