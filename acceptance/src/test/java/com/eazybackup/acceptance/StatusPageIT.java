package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backup status while the fleet works: what a reader sees without doing anything. */
class StatusPageIT {

    private static final Duration SOON = Duration.ofSeconds(5);

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
    void aJobAppearsWhenItStartsAndSettlesWhenItEnds() {
        StatusPage status = quill();
        Locator row = status.row(name);
        assertThat(StatusPage.running(row)).hasCount(0);
        markThePage();

        long start = System.nanoTime();
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        StatusPage.appears(StatusPage.running(row));
        said("a job that starts is on the screen", start);
        assertThat(StatusPage.state(row)).hasText("Running");
        assertThat(browsing.page().locator("#sum [data-part=running]")).hasText("1 running");
        StatusPage.running(row).evaluate("sliver => { sliver.dataset.same = '1'; }");

        long end = System.nanoTime();
        acts.jobs().finish(job, 7001);
        StatusPage.appears(row.locator(".sliver[data-same].is-warning"));
        said("a job that ends is on the screen", end);
        assertThat(StatusPage.running(row)).hasCount(0);
        assertThat(StatusPage.state(row)).hasText("Warning");
        assertThat(browsing.page().locator("#sum [data-part=running]")).isHidden();
        thePageIsTheSame();
    }

    @Test
    void aFailedBackupIsAnnouncedPolitely() {
        StatusPage status = quill();

        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
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

        long start = System.nanoTime();
        String device = acts.devices().add(World.SMALL_ACCOUNT, "QUILL-TABLET");
        try {
            StatusPage.appears(status.row("QUILL-TABLET"));
            said("a new device is on the screen", start);
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
        assertThat(StatusPage.presence(row)).hasAttribute("aria-label", "Offline");
        assertThat(row).containsText("last seen");
        assertThat(browsing.page().locator("#sum [data-part=offline]")).hasText("1 offline");

        acts.devices().connect(World.SMALL_ACCOUNT, place.device());
        assertThat(StatusPage.presence(row)).hasAttribute("aria-label", "Online");
        assertThat(row).not().containsText("last seen");
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
    void theReadersPlaceAndFocusStayWhileThingsHappen() {
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
            assertThat(top(page)).as("after a row came").isCloseTo(before, within(2.0));
        } finally {
            acts.devices().remove("northgate-school", device, "northgate-school");
        }

        assertThat(status.title()).hasText(total);
        assertThat(page.locator("[data-mine]")).isFocused();
        assertThat(top(page)).as("after a row left").isCloseTo(before, within(2.0));
    }

    @Test
    void aBackupServerThatIsAwayIsNamedUntilItIsBack() {
        StatusPage status = quill();
        var comet = World.get().comet(DemoCustomers.COMETBACKUP);

        long start = System.nanoTime();
        comet.switches().refuseStreams = true;
        try {
            comet.stream().killAll();
            assertThat(status.banner())
                    .containsText(
                            "eazyBackup: no live data since",
                            new ContainsTextOptions().setTimeout(60_000));
            said("a lost backup server is named", start, Duration.ofSeconds(60));
            assertThat(status.live()).containsText("As of");
        } finally {
            comet.switches().refuseStreams = false;
        }

        assertThat(status.banner()).isHidden(new IsHiddenOptions().setTimeout(60_000));
        assertThat(status.live()).containsText("Live");
    }

    @Test
    void aPageWithoutNetworkSaysSoAndRecovers() {
        StatusPage status = quill();
        browsing.watch().expect("ERR_INTERNET_DISCONNECTED");
        browsing.watch().expect("Failed to load resource");
        markThePage();

        browsing.context().setOffline(true);
        assertThat(status.live()).containsText("Not live since");
        assertThat(status.banner()).containsText("Your device has no network.");
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.jobs().finish(job, 7006);
        assertThat(StatusPage.state(status.row(name))).not().hasText("Skipped");

        long start = System.nanoTime();
        browsing.context().setOffline(false);
        status.isLive();
        assertThat(status.banner()).isHidden();
        assertThat(StatusPage.state(status.row(name))).hasText("Skipped");
        said("what was missed is on the screen", start, Duration.ofSeconds(15));
        thePageIsTheSame();
    }

    private StatusPage quill() {
        return StatusPage.open(browsing.signedIn(World.SMALL).page());
    }

    private StatusPage pinewood() {
        return StatusPage.open(browsing.signedIn(World.MSP, World.PINEWOOD).page());
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

    private static void said(String what, long start) {
        said(what, start, SOON);
    }

    private static void said(String what, long start, Duration limit) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(what + " after " + took.toMillis() + " ms");
        assertThat(took).as(what).isLessThan(limit);
    }
}
