package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The device list by hand: search, keys, popovers, a long list. */
class DeviceListIT {

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();

    @Test
    void aSearchFiltersStandsInTheAddressAndSurvivesAReload() {
        StatusPage status = pinewood();
        Page page = browsing.page();
        assertThat(status.title()).hasText(Pattern.compile("\\d+ devices"));

        page.keyboard().press("/");
        assertThat(status.search()).isFocused();
        page.keyboard().type("riverbend");

        assertThat(status.title()).hasText(Pattern.compile("19 of \\d+ devices"));
        assertThat(status.rows()).hasCount(19);
        assertThat(page).hasURL(Pattern.compile(".*/status\\?q=riverbend$"));
        page.reload();
        assertThat(status.search()).hasValue("riverbend");
        assertThat(status.rows()).hasCount(19);

        status.search().press("Escape");
        assertThat(status.search()).hasValue("");
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
        assertThat(status.title()).hasText(Pattern.compile("\\d+ devices"));
        status.search().press("Escape");
        assertThat(status.search()).not().isFocused();
    }

    @Test
    void aSearchThatFindsNothingSaysSoAndOffersTheWayBack() {
        StatusPage status = pinewood();
        Page page = browsing.page();

        status.search().fill("100%_'\"<b>");

        assertThat(page.locator("#nomatch-title")).hasText("No device matches “100%_'\"<b>”");
        page.locator("#nomatch-clear").click();
        assertThat(status.rows()).not().hasCount(0);
        assertThat(status.search()).hasValue("");
    }

    @Test
    void aClientWithoutADeviceIsToldWhatWillBeHere() {
        Page page = browsing.signedIn(World.EMPTY).page();

        StatusPage status = StatusPage.open(page);

        assertThat(page.locator("#empty")).isVisible();
        assertThat(page.locator("#empty h2")).hasText("No devices yet");
        assertThat(page.locator("#devices")).isHidden();
        assertThat(status.banner()).isHidden();
    }

    @Test
    void theHoursOpenWithEnterAreWalkedWithArrowsAndGiveTheFocusBack() {
        StatusPage status = pinewood();
        Page page = browsing.page();
        Locator bar = StatusPage.bar(status.rows().filter(severalJobs()).first());
        bar.focus();

        bar.press("Enter");

        assertThat(status.popover()).isVisible();
        assertThat(status.popover()).isFocused();
        assertThat(bar).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Home");
        assertThat(bar.locator(".sliver[data-open]")).hasCount(1);
        String first = where(status);
        page.keyboard().press("ArrowRight");
        assertThat(where(status)).isNotEqualTo(first);
        page.keyboard().press("ArrowLeft");
        assertThat(where(status)).isEqualTo(first);
        assertThat(status.chosen()).isVisible();
        browsing.picture("popover-hours");

        page.keyboard().press("Escape");
        assertThat(status.popover()).isHidden();
        assertThat(bar).isFocused();
        assertThat(bar.locator(".sliver[data-open]")).hasCount(0);
    }

    @Test
    void theDaysOpenWithEnterAreWalkedWithArrowsAndGiveTheFocusBack() {
        StatusPage status = pinewood();
        Page page = browsing.page();
        Locator days = StatusPage.days(status.rows().nth(3));
        days.focus();

        days.press("Enter");

        Locator dots = status.popover().locator(".job-line--day");
        assertThat(dots).hasCount(13);
        assertThat(dots.last()).hasAttribute("aria-current", "true");
        page.keyboard().press("Home");
        assertThat(dots.first()).hasAttribute("aria-current", "true");
        page.keyboard().press("ArrowRight");
        assertThat(dots.nth(1)).hasAttribute("aria-current", "true");
        browsing.picture("popover-days");

        page.keyboard().press("Escape");
        assertThat(status.popover()).isHidden();
        assertThat(days).isFocused();
    }

    @Test
    void tabbingOutOfAPopoverComesBackToItsRow() {
        StatusPage status = pinewood();
        Locator days = StatusPage.days(status.rows().nth(3));
        days.focus();
        days.press("Enter");
        assertThat(status.popover()).isFocused();

        browsing.page().keyboard().press("Shift+Tab");

        assertThat(status.popover()).isHidden();
        assertThat(days).isFocused();
    }

    @Test
    void theArrowsGoFromRowToRow() {
        StatusPage status = pinewood();
        StatusPage.days(status.rows().nth(0)).focus();

        browsing.page().keyboard().press("ArrowDown");
        assertThat(StatusPage.days(status.rows().nth(1))).isFocused();
        browsing.page().keyboard().press("ArrowUp");

        assertThat(StatusPage.days(status.rows().nth(0))).isFocused();
    }

    @Test
    void everyDeviceIsReachedByScrolling() throws Exception {
        int total =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/devices?size=1")
                        .json()
                        .path("total")
                        .asInt();
        StatusPage status = pinewood();
        assertThat(status.rows()).not().hasCount(0);
        Set<String> seen = new HashSet<>();

        browsing.page().mouse().move(700, 600);
        World.eventually(
                "all " + total + " devices were on the page",
                () -> {
                    seen.addAll(names(status));
                    browsing.page().mouse().wheel(0, 600);
                    return seen.size() >= total;
                });

        assertThat(seen).hasSize(total);
        browsing.page().keyboard().press("End");
        assertThat(status.rows().last()).isInViewport();
    }

    @Test
    void whatIsScrolledToWhileTheListIsReadAnewStaysAlive() throws Exception {
        JsonNode devices =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/devices?page=2&size=50&sort=name")
                        .json()
                        .path("items");
        // Some of the client's accounts are on another server.
        JsonNode far =
                StreamSupport.stream(devices.spliterator(), false)
                        .skip(10)
                        .filter(one -> one.path("username").asText().equals("riverbend.clinic"))
                        .findFirst()
                        .orElseThrow();
        String username = far.path("username").asText();
        String name = far.path("name").asText();
        Page page = browsing.page();
        page.addInitScript(
                "const real = fetch; window.held = 0; window.fetch = async (url, options) => {"
                        + " const answer = await real(url, options);"
                        + " if (window.hold && String(url).includes('/devices?page=1&')) {"
                        + " window.held += 1; await window.hold; } return answer; };");
        StatusPage status = pinewood();
        // The number comes before the rows do, from the cards.
        assertThat(status.rows()).not().hasCount(0);
        page.evaluate("window.hold = new Promise(done => { window.release = done; }); 0");
        String device = acts.devices().add("northgate-school", "AAA-FIRST-OF-ALL");
        try {
            World.eventually(
                    "the list is read anew", () -> (Boolean) page.evaluate("window.held > 0"));
            Locator row = page.locator("#rows [data-id='" + far.path("id").asText() + "']");
            page.mouse().move(700, 600);
            World.eventually(
                    "another part of the list is on the screen",
                    () -> {
                        page.mouse().wheel(0, 600);
                        return row.count() > 0;
                    });
            page.evaluate("window.hold = null; window.release()");
            assertThat(status.title()).hasText("111 devices");

            assertThat(row.locator("[data-part=name]")).hasText(name);
            acts.devices().rename(username, cometsId(username, name), name + "-2");
            assertThat(row.locator("[data-part=name]")).hasText(name + "-2");
            acts.devices().rename(username, cometsId(username, name + "-2"), name);
            assertThat(row.locator("[data-part=name]")).hasText(name);
        } finally {
            acts.devices().remove("northgate-school", device, "northgate-school");
        }
        assertThat(status.title()).hasText("110 devices");
    }

    /** By what Comet knows the device of that account that has this name. */
    private static String cometsId(String username, String name) {
        JsonNode devices =
                World.get()
                        .comet(DemoCustomers.COMETBACKUP)
                        .fleet()
                        .profile(username)
                        .orElseThrow()
                        .path("Devices");
        return devices.properties().stream()
                .filter(device -> device.getValue().path("FriendlyName").asText().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private StatusPage pinewood() {
        return StatusPage.open(browsing.signedIn(World.MSP, World.PINEWOOD).page());
    }

    private Locator.FilterOptions severalJobs() {
        return new Locator.FilterOptions().setHas(browsing.page().locator(".sliver ~ .sliver"));
    }

    /** Hour and line that the popover shows, read at one moment: a live page paints it anew. */
    private static String where(StatusPage status) {
        assertThat(status.chosen()).isVisible();
        return (String)
                status.popover()
                        .evaluate(
                                "box => { const line = box.querySelector('[aria-current=true]');"
                                        + " const lines = line ? [...line.parentNode.children] : [];"
                                        + " return [box.querySelector('h3').textContent,"
                                        + " line ? line.textContent : '',"
                                        + " lines.indexOf(line)].join(' | '); }");
    }

    @SuppressWarnings("unchecked") // what the page's own array becomes
    private static List<String> names(StatusPage status) {
        return (List<String>) status.rows().evaluateAll("rows => rows.map(row => row.dataset.id)");
    }
}
