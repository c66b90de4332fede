package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
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

/** Devices are chosen by pointer and keys, and how the list is shaped is kept for each person. */
class DeviceSelectionIT {

    private static final int DEVICES = 110;
    private static final String ACCOUNT = "birchlegal";

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @BeforeEach
    @AfterEach
    void nothingIsKeptAndNothingSnoozed() throws Exception {
        PortalTables.run("DELETE FROM eb_looks");
        PortalTables.run("UPDATE eb_incident_ack SET until_ts = UNIX_TIMESTAMP() - 1");
    }

    @Test
    void aBoxChoosesItsDeviceShiftARangeAndTheBarCounts() {
        Page page = opened("status");
        assertThat(bar(page)).isHidden();

        box(page, 1).click();
        assertThat(count(page)).hasText("1 selected");
        assertThat(page.locator("#picked-said")).hasText("1 selected");
        box(page, 4).click(new Locator.ClickOptions().setModifiers(shift()));

        assertThat(count(page)).hasText("4 selected");
        assertThat(picked(page)).hasCount(4);
        assertThat(page.locator("#pick-all")).hasJSProperty("indeterminate", true);
        page.locator("#rows .pick")
                .nth(2)
                .click(
                        new Locator.ClickOptions()
                                .setModifiers(shift())
                                .setPosition(2, 2)); // beside the box
        assertThat(count(page)).hasText("1 selected");
        assertThat(picked(page)).hasCount(1);

        bar(page).locator("[data-part=clear]").press("Enter");
        assertThat(bar(page)).isHidden();
        assertThat(page.locator("#picked-said")).hasText("0 selected");
        assertThat(picked(page)).hasCount(0);
        assertThat(box(page, 1)).isFocused();
    }

    @Test
    void keysChooseExtendTakeAllAndLetGo() {
        Page page = opened("status");

        box(page, 2).focus();
        page.keyboard().press("Space");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(count(page)).hasText("3 selected");
        assertThat(box(page, 4)).isFocused();
        page.keyboard().press("Shift+ArrowUp");
        assertThat(count(page)).hasText("2 selected");
        page.keyboard().press("ArrowUp");
        assertThat(box(page, 2)).isFocused();
        assertThat(count(page)).hasText("2 selected");

        page.keyboard().press("ControlOrMeta+a");
        assertThat(count(page)).hasText(DEVICES + " selected");
        assertThat(page.locator("#pick-all")).isChecked();
        page.keyboard().press("Escape");
        assertThat(bar(page)).isHidden();
        assertThat(box(page, 2)).isFocused();
        assertThat(box(page, 2)).not().isChecked();

        StatusPage.days(StatusPage.on(page).rows().nth(5)).focus();
        page.keyboard().press("Shift+ArrowDown");
        assertThat(count(page)).hasText("2 selected");
        assertThat(StatusPage.days(StatusPage.on(page).rows().nth(6))).isFocused();
    }

    @Test
    void letterKeysAreTheFieldsOwnAndWhatIsOpenClosesFirst() {
        Page page = opened("status");
        box(page, 0).click();

        page.keyboard().press("/");
        page.keyboard().type("birch");
        page.keyboard().press("ControlOrMeta+a");
        assertThat(count(page)).hasText("1 selected");
        page.keyboard().press("Escape");
        assertThat(page.locator("#search input")).hasValue("");
        assertThat(count(page)).hasText("1 selected");

        box(page, 0).focus();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        assertThat(page.locator("#keys")).containsText("On the box of a row: select the device");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(count(page)).hasText("1 selected");
        page.keyboard().press("Escape");
        assertThat(bar(page)).isHidden();
    }

    @Test
    void theChosenStayChosenWhateverHappensAndHoweverTheListIsSorted() throws Exception {
        Page page = opened("status?q=" + ACCOUNT);
        StatusPage status = StatusPage.on(page);
        Place place = World.place(DemoCustomers.COMETBACKUP, ACCOUNT);
        box(page, 3).click();
        box(page, 5).click();
        List<String> chosen = ids(page);
        Object scrolled = page.evaluate("scrollY");

        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        assertThat(page.locator("#rows .sliver.is-running").first()).isVisible();
        acts.jobs().finish(job, 5000);
        assertThat(page.locator("#rows .since").filter(justNow()).first()).isVisible();

        assertThat(box(page, 5)).isFocused();
        assertThat(page.evaluate("scrollY")).isEqualTo(scrolled);
        assertThat(ids(page)).isEqualTo(chosen);

        page.locator("#sort > button").click();
        page.locator("[data-order='-name']").click();
        assertThat(page).hasURL(Pattern.compile("sort=-name"));
        assertThat(picked(page).first()).hasAttribute("data-id", chosen.get(1));
        assertThat(ids(page)).containsExactly(chosen.get(1), chosen.get(0));
        status.search().fill("no such device at all");
        assertThat(page.locator("#nomatch-title")).isVisible();
        assertThat(count(page)).hasText("2 selected");
        status.search().fill(ACCOUNT);
        assertThat(picked(page)).hasCount(2);
    }

    @Test
    void incidentsOfTheChosenAreSnoozedInOneActionThatIsTakenBack() {
        Page page = opened("status?status=error");
        StatusPage status = StatusPage.on(page);
        int errors = Integer.parseInt(chip(page, "error").locator("b").textContent());
        assertThat(status.rows()).hasCount(errors);

        page.locator("#pick-all").check();
        Locator snooze = bar(page).locator("[data-part=snooze]");
        assertThat(snooze).containsText(Pattern.compile("Snooze " + errors + " incidents?…"));
        snooze.press("Enter");
        assertThat(bar(page).locator(".menu")).isVisible();
        new Look(page).isAccessible("times of a snooze of the chosen");
        browsing.picture("pick-snooze");
        bar(page).locator("[data-minutes='60']").press("Enter");

        Locator toast = page.locator(".toast");
        assertThat(toast).containsText(Pattern.compile("(is|are) snoozed until"));
        browsing.picture("pick-snoozed");
        assertThat(snooze).hasAttribute("aria-disabled", "true");
        assertThat(snooze).isFocused();
        assertThat(count(page)).hasText(errors + " selected");
        toast.locator("[data-part=act]").click();
        assertThat(page.locator(".toast").filter(again())).isVisible();
        assertThat(chip(page, "error").locator("b")).hasText(String.valueOf(errors));
        assertThat(snooze).hasAttribute("aria-disabled", "false");
    }

    @Test
    void whereNothingIsTheMatterThereIsNothingToSnooze() {
        Page page = opened("status?status=success");

        box(page, 0).click();

        Locator snooze = bar(page).locator("[data-part=snooze]");
        assertThat(snooze).hasAttribute("aria-disabled", "true");
        snooze.press("Enter");
        snooze.press("ArrowDown");
        assertThat(bar(page).locator(".menu")).isHidden();
    }

    @Test
    void whoOnlyReadsChoosesAndCopiesAndSnoozesNothing() {
        browsing.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        browsing.signedIn(World.READER);
        Page page = browsing.page();
        StatusPage status = StatusPage.open(page);
        assertThat(status.rows().first()).isVisible();

        box(page, 1).click();
        box(page, 0).click();

        assertThat(bar(page)).isVisible();
        assertThat(bar(page).locator("[data-part=snooze]")).isHidden();
        bar(page).locator("[data-part=copy]").click();
        assertThat(page.locator(".toast")).containsText("2 names copied");
        String names = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(names.lines())
                .containsExactlyElementsOf(
                        page.locator("#rows [data-picked] [data-part=name]").allTextContents());
    }

    @Test
    void columnsAndDensityAreKeptForThePersonAndNotForOthers() {
        Page page = opened("status");
        Locator columns = page.locator("#columns > button");

        columns.click();
        assertThat(column(page, "Device")).isDisabled();
        assertThat(column(page, "Last good backup")).not().isChecked();
        column(page, "Last good backup").check();
        column(page, "Last 13 days").uncheck();
        assertThat(page.locator("#columns-box")).containsText("5 of 6");
        new Look(page).isAccessible("columns of devices");
        browsing.picture("pick-columns");
        column(page, "Version and system").uncheck();
        page.keyboard().press("Escape");
        assertThat(columns).isFocused();
        kept(page, "compact", () -> page.getByLabel("Compact rows").click());

        page.evaluate("localStorage.clear()");
        page.reload();
        StatusPage status = StatusPage.on(page);
        Locator first = status.rows().first();
        assertThat(StatusPage.days(first)).isHidden();
        assertThat(first.locator(".os")).isHidden();
        assertThat(first.locator("[data-part=good]")).isVisible();
        assertThat(page.getByLabel("Compact rows")).hasAttribute("aria-pressed", "true");

        columns.click();
        kept(page, "null", () -> page.locator("#columns-box [data-part=reset]").click());
        assertThat(StatusPage.days(first)).isVisible();
        assertThat(first.locator("[data-part=good]")).isHidden();
        kept(page, "comfortable", () -> page.getByLabel("Comfortable rows").click());
        columns.click();
        for (String one : List.of("Latest", "Last 24 hours", "Last 13 days")) {
            kept(page, "hidden", () -> column(page, one).uncheck());
        }
        page.keyboard().press("Escape");
        new Look(page).isGood("a list of devices alone");
        browsing.picture("pick-devices-alone");

        page.navigate("about:blank");
        browsing.signedIn(World.SMALL);
        StatusPage other = StatusPage.open(page);
        assertThat(StatusPage.days(other.rows().first())).isVisible();
    }

    @Test
    void allColumnsFitAtEveryWidth() throws Exception {
        Page page = opened("status?q=" + ACCOUNT);
        page.locator("#columns > button").click();
        kept(page, "hidden", () -> column(page, "Last good backup").check());
        page.keyboard().press("Escape");

        for (String density : List.of("Comfortable rows", "Compact rows")) {
            page.setViewportSize(1440, 900);
            page.getByLabel(density).click();
            for (int width : new int[] {1440, 1360, 1180, 1179, 1000, 901, 900, 641, 390}) {
                page.setViewportSize(width, 900);
                assertThat(
                                page.evaluate(
                                        "(() => { const list = document.querySelector('#devices');"
                                                + " return list.scrollWidth <= list.clientWidth })()"))
                        .as(density + " at " + width)
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void chipsWithoutRoomStandBehindAButtonAndManyAreChosenThere() {
        Page page = opened("status");
        Locator open = page.locator("#strip .chips-open");
        assertThat(open).isHidden();
        page.setViewportSize(390, 844);
        assertThat(open).isVisible();
        assertThat(open).containsText("All");
        assertThat(chip(page, "error")).isHidden();

        open.press("Enter");
        assertThat(open).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#strip .chip:enabled").first()).isFocused();
        chip(page, "error").press("Enter");
        chip(page, "missed").click();
        assertThat(page).hasURL(Pattern.compile(".*/status\\?status=error,missed$"));
        new Look(page).isAccessible("states behind a button");
        browsing.picture("strip-folded");
        page.keyboard().press("Escape");

        assertThat(chip(page, "error")).isHidden();
        assertThat(open).isFocused();
        assertThat(open).containsText("2 states");
        page.setViewportSize(1440, 900);
        assertThat(open).isHidden();
        assertThat(chip(page, "missed")).hasAttribute("aria-pressed", "true");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = opened("status?q=" + ACCOUNT + "&sort=worst");
        String look = "pick-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        box(page, 0).click();
        box(page, 2).click(new Locator.ClickOptions().setModifiers(shift()));
        assertThat(picked(page)).hasCount(3);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.chips > li')]"
                                        + ".map(line => line.offsetTop + line.offsetHeight / 2)"
                                        + ".filter(middle => middle > 0).every(middle => middle < 30)"))
                .as("one line of chips")
                .isEqualTo(true);

        browsing.picture(look);
        new Look(page).isGood(look);
        page.setViewportSize(390, 844);
        box(page, 1).scrollIntoViewIfNeeded();
        browsing.picture(look + "-phone");
        page.locator("#strip .chips-open").click();
        browsing.wholePicture(look + "-phone-states");
    }

    private Page opened(String address) {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.navigate(address);
        StatusPage status = StatusPage.on(page);
        assertThat(status.rows().first()).isVisible();
        assertThat(chip(page, "success").locator("b")).not().hasText("");
        return page;
    }

    private static Locator bar(Page page) {
        return page.locator("#picked");
    }

    private static Locator count(Page page) {
        return bar(page).locator("[data-part=count]");
    }

    private static Locator box(Page page, int row) {
        return page.locator("#rows .pick input").nth(row);
    }

    private static Locator picked(Page page) {
        return page.locator("#rows .device[data-picked]:has(.pick :checked)");
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Page page) {
        return (List<String>) picked(page).evaluateAll("rows => rows.map(row => row.dataset.id)");
    }

    private static Locator chip(Page page, String state) {
        return page.locator("#strip [data-state=" + state + "] button");
    }

    private static Locator column(Page page, String label) {
        return page.locator("#columns-box")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static List<KeyboardModifier> shift() {
        return List.of(KeyboardModifier.SHIFT);
    }

    private static Locator.FilterOptions justNow() {
        return new Locator.FilterOptions().setHasText(Pattern.compile("just now|[0-9]+ s ago"));
    }

    private static Locator.FilterOptions again() {
        return new Locator.FilterOptions().setHasText("told of again");
    }

    /** Waits until the server has taken a wish, which says this. */
    private static void kept(Page page, String words, Runnable wish) {
        Response answer =
                page.waitForResponse(
                        one ->
                                one.url().contains("/api/preferences/devices")
                                        && one.request().method().equals("PUT")
                                        && one.request().postData().contains(words),
                        wish);
        assertThat(answer.status()).isEqualTo(204);
    }
}
