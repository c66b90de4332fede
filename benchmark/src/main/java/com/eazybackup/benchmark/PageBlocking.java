package com.eazybackup.benchmark;

import com.eazybackup.benchmark.PageClock.Blocking;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.Flood;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * How long what happens keeps the page "Backup status" from answering its reader: a client of 100
 * devices and one of 10,000, each in a world of its own, look at it in Chromium while events come,
 * at rest and while the list is scrolled. How it is measured is said at {@link PageClock}. Page,
 * portal, database and Comet Server share the processors, so that a task is also as long as others
 * are let in before it; its processor time is told beside it.
 *
 * <p>{@code -Ddevices} fleets, {@code -Drates} events a second, {@code -Dseconds} of each, {@code
 * -Dgrouped=1} for the list by group, of a hundred groups.
 */
public final class PageBlocking {

    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** A turn of the wheel, px, and how often, ms. */
    private static final int WHEEL = 600;

    private static final int TURN = 150;

    private final PrintStream out = System.out;
    private final int seconds = MeasuredWorld.setting("seconds", 60);
    private final boolean grouped = MeasuredWorld.setting("grouped", 0) == 1;
    private final MeasuredWorld world;
    private final int devices;
    private long next;

    private PageBlocking(MeasuredWorld world, int devices) {
        this.world = world;
        this.devices = devices;
    }

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        List<Integer> rates = numbers("rates", "50,500");
        // The system's browser is taken; none is downloaded.
        Playwright.CreateOptions options =
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(options);
                Browser browser = chromium(playwright)) {
            for (int devices : numbers("devices", "100,10000")) {
                List<Integer> fleet = List.of(devices);
                try (MeasuredWorld world =
                        MeasuredWorld.start(MeasuredFleets.customers(fleet), Map.of())) {
                    MeasuredFleets.await(world, fleet);
                    MeasuredGroups.make(world, fleet);
                    new PageBlocking(world, devices).run(browser, rates);
                }
            }
        }
    }

    private static List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(System.getProperty(name, otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }

    private static Browser chromium(Playwright playwright) {
        String executable =
                Optional.ofNullable(System.getenv("EB_CHROMIUM")).orElse("/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(Path.of(executable)).setArgs(QUIET));
    }

    private void run(Browser browser, List<Integer> rates) throws Exception {
        URI portal = world.world().portal();
        try (BrowserContext context =
                browser.newContext(
                        new NewContextOptions()
                                .setBaseURL(portal.toString())
                                .setViewportSize(1440, 900)
                                .setLocale("en-CA")
                                .setTimezoneId("America/Toronto"))) {
            Page page = context.newPage();
            signIn(page);
            PageClock clock = PageClock.of(page);
            page.navigate("status");
            page.locator("#rows [data-id]").first().waitFor();
            if (grouped) {
                page.locator("#group-menu > button").click();
                page.locator("#group-menu [data-grouped=true]").click();
                page.locator("#rows .group-head").first().waitFor();
            }
            page.mouse().move(700, 700);
            // The page reads what it shows besides the list, and the compiler has seen all of it.
            tell("warm-up", flood(page, clock, rates.get(0), 10, true));
            tell("nothing happens, at rest", still(page, clock, false));
            tell("nothing happens, scrolling", still(page, clock, true));
            for (int rate : rates) {
                tell(rate + " a second, at rest", flood(page, clock, rate, seconds, false));
                tell(rate + " a second, scrolling", flood(page, clock, rate, seconds, true));
            }
        }
    }

    private void signIn(Page page) {
        Map<String, String> who =
                Map.of("email", MeasuredFleets.email(devices), "password", DemoCustomers.PASSWORD);
        if (!page.request().post("api/session", RequestOptions.create().setData(who)).ok()) {
            throw new IllegalStateException("nobody may sign in");
        }
    }

    private Blocking still(Page page, PageClock clock, boolean scrolling) {
        clock.begin();
        long end = System.nanoTime() + Duration.ofSeconds(Math.min(seconds, 30)).toNanos();
        look(page, scrolling, () -> System.nanoTime() > end);
        return clock.end();
    }

    private Blocking flood(Page page, PageClock clock, int rate, int duration, boolean scrolling) {
        int pairs = rate * duration / 2;
        Flood flood = world.comet().flood(next, pairs, rate);
        next += pairs;
        clock.begin();
        CompletableFuture<Void> sent =
                CompletableFuture.runAsync(() -> flood.send(rate, Flood.Sent.NOBODY));
        look(page, scrolling, sent::isDone);
        sent.join();
        return clock.end();
    }

    /** Down the list and up again, or with the hands off. */
    private void look(Page page, boolean scrolling, BooleanSupplier over) {
        int way = Math.min(60, devices * 40 / WHEEL);
        for (int turn = 0; !over.getAsBoolean(); turn++) {
            if (scrolling) {
                page.mouse().wheel(0, turn / way % 2 == 0 ? WHEEL : -WHEEL);
            }
            page.waitForTimeout(TURN);
        }
    }

    private void tell(String what, Blocking told) {
        out.printf("%,d devices, %s%n", devices, what);
        out.printf(
                "  tasks: %s of processor time, %d of 50 ms or more%n",
                told.traced().processor(), told.traced().longProcessor());
        out.printf(
                "  the same on the wall: %s, %d of 50 ms or more%n",
                told.traced().wall(), told.traced().longWall());
        out.printf(
                "  messages, each until all is done that it asks for at once: %s%n",
                told.messages());
        out.printf("  frames: %s%n", told.frames());
        out.printf("  timers: %s%n", told.timers());
        out.printf(
                "  main thread busy %.0f %% of the time: scripts %.0f, styles %.0f, layout %.0f%n",
                told.all() * 100, told.script() * 100, told.style() * 100, told.layout() * 100);
        told.worst().forEach(frame -> out.printf("  a slow frame: %s%n", frame.asText()));
    }
}
