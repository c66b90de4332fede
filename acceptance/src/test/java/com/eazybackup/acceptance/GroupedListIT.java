package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The device list by group: heads, pills, moves, the filter, and the turns of the wall. */
class GroupedListIT {

    private static final String SCHOOL = "Northgate School";
    private static final String CLINIC = "Riverbend Clinic";
    private static final String EMPTY = "Nobody Yet";
    private static final int OF_SCHOOL = 28;
    private static final int OF_CLINIC = 19;

    @RegisterExtension final Browsing browsing = new Browsing();

    private Session session;
    private MadeGroups groups;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @BeforeEach
    void threeGroups() throws Exception {
        PortalTables.run("DELETE FROM eb_looks");
        session = Session.of(World.MSP, World.PINEWOOD);
        groups =
                MadeGroups.of(session)
                        .with(SCHOOL, "teal", "northgate")
                        .with(CLINIC, "pink", "riverbend")
                        .with(EMPTY, "amber", "");
    }

    @AfterEach
    void noGroups() throws Exception {
        groups.gone();
        PortalTables.run("DELETE FROM eb_looks");
    }

    @Test
    void devicesStandByGroupWithTheIssuesOfEachInItsHeadAndTheChoiceIsKept() throws Exception {
        Page page = pinewood();
        assertThat(head(page, SCHOOL)).hasCount(0);

        byGroup(page);

        assertThat(page.locator("#rows .group-head .name"))
                .hasText(new String[] {SCHOOL, CLINIC, EMPTY, "Ungrouped"});
        assertThat(StatusPage.on(page).title()).hasText("110 devices");
        assertThat(head(page, SCHOOL).locator(".size")).hasText("28");
        assertThat(head(page, EMPTY)).containsText("No devices");
        JsonNode school = counts("?group=" + groups.id(SCHOOL));
        for (String state : new String[] {"error", "missed", "warning"}) {
            int n = school.path(state).asInt();
            Locator sum = head(page, SCHOOL).locator(".status.is-" + state + ":not([hidden])");
            assertThat(sum).hasCount(n == 0 ? 0 : 1);
            if (n > 0) {
                assertThat(sum.locator("[data-part=n]")).hasText(Integer.toString(n));
            }
        }
        assertThat(page.locator("#sort .value")).hasText("Worst first");
        new Look(page).isGood("the list by group");
        browsing.picture("groups-dark");

        page.reload();
        assertThat(page.locator("#rows .group-head")).hasCount(4);
        page.evaluate("localStorage.clear()");
        page.reload();
        assertThat(page.locator("#rows .group-head")).hasCount(4);
        page.locator("#group-menu > button").click();
        page.locator("#group-menu [data-grouped=false]").click();
        assertThat(page.locator("#rows .group-head")).hasCount(0);
        assertThat(page.locator("#sort .value")).hasText("Name, A to Z");
    }

    @Test
    void aClosedGroupKeepsItsHeadAndItsCountByMouseAndKeyboardAndStaysClosed() throws Exception {
        Page page = pinewood();
        byGroup(page);
        int before = firstOf(page, CLINIC);
        assertThat(before).isEqualTo(OF_SCHOOL);

        toggle(page, SCHOOL).click();

        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "false");
        assertThat(page.locator("#rows > .chunk:first-child > :nth-child(2)"))
                .hasAttribute("data-group", Integer.toString(groups.id(CLINIC)));
        assertThat(StatusPage.on(page).title()).hasText("110 devices");
        assertThat(toggle(page, SCHOOL)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(toggle(page, CLINIC)).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(toggle(page, CLINIC)).hasAttribute("aria-expanded", "false");
        assertThat(toggle(page, CLINIC)).isFocused();

        page.reload();
        assertThat(toggle(page, CLINIC)).hasAttribute("aria-expanded", "false");
        assertThat(page.locator("#rows .device").first()).isVisible();
        head(page, CLINIC).locator("[data-part=more]").click();
        page.locator(".menu:visible [data-act=closeAll]").click();
        assertThat(page.locator("#rows .device")).hasCount(0);
        assertThat(page.locator("#rows .group-head")).hasCount(4);
        browsing.picture("groups-closed");
        head(page, CLINIC).locator("[data-part=more]").click();
        page.locator(".menu:visible [data-act=openAll]").click();
        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "true");
    }

    @Test
    void aSearchLeavesTheGroupsInWhichItFindsNobody() {
        Page page = pinewood();
        byGroup(page);

        StatusPage.on(page).search().fill("riverbend");

        assertThat(page.locator("#rows .group-head .name")).hasText(new String[] {CLINIC});
        assertThat(StatusPage.on(page).title()).hasText("19 of 110 devices");
    }

    @Test
    void whatIsSearchedForIsFoundInAClosedGroupWhichIsClosedAgainAfterwards() {
        Page page = pinewood();
        byGroup(page);
        toggle(page, CLINIC).click();
        assertThat(toggle(page, CLINIC)).hasAttribute("aria-expanded", "false");

        StatusPage.on(page).search().fill("riverbend");

        assertThat(toggle(page, CLINIC)).hasAttribute("aria-expanded", "true");
        assertThat(StatusPage.on(page).rows()).hasCount(OF_CLINIC);
        toggle(page, CLINIC).click();
        assertThat(StatusPage.on(page).rows()).hasCount(0);
        StatusPage.on(page).search().fill("");
        assertThat(toggle(page, CLINIC)).hasAttribute("aria-expanded", "false");
        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "true");
        assertThat(StatusPage.on(page).rows()).not().hasCount(0);
    }

    @Test
    void ofTwoFoldsTheLastOneStaysWhicheverAnswerComesFirst() {
        Page page = pinewood();
        byGroup(page);
        List<Route> held = new ArrayList<>();
        Pattern one = Pattern.compile(".*/api/devices\\?.*closed=" + groups.id(SCHOOL) + "&.*");
        page.route(one, held::add);

        toggle(page, SCHOOL).click();
        page.waitForCondition(() -> !held.isEmpty());
        toggle(page, CLINIC).click();
        assertThat(page.locator("#rows > .chunk:first-child > :nth-child(4)"))
                .hasClass("group-head");
        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "false");
        assertThat(toggle(page, CLINIC)).hasAttribute("aria-expanded", "false");
        String before = page.locator("#rows").innerText();
        page.waitForResponse(one, () -> held.forEach(Route::resume));
        page.unroute(one);

        assertThat(page.locator("#rows > .chunk:first-child > :nth-child(4)"))
                .hasClass("group-head");
        assertThat(page.locator("#rows").innerText()).isEqualTo(before);
    }

    @Test
    void aFoldThatIsRefusedSaysSoAndTheRowsStay() {
        Page page = pinewood();
        byGroup(page);
        browsing.refuses("**/api/devices?*closed=*");

        toggle(page, SCHOOL).click();

        assertThat(page.locator("#toasts")).containsText("EB-TEST");
        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "true");
        page.unroute("**/api/devices?*closed=*");
        toggle(page, SCHOOL).click();
        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "false");
    }

    @Test
    void whatOnePersonHasChosenIsNotTheNextOnesInTheSameBrowser() {
        Page page = pinewood();
        byGroup(page);
        toggle(page, SCHOOL).click();
        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "false");

        browsing.signedIn(World.READER);
        StatusPage.open(page);

        assertThat(page.locator("#rows .group-head")).hasCount(0);
        assertThat(page.locator("#group-menu .value")).hasText("None");
        byGroup(page);
        assertThat(toggle(page, SCHOOL)).hasAttribute("aria-expanded", "true");
    }

    @Test
    void theGroupsAreAskedForAgainWhenTheirFirstAnswerFails() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        page.clock().install();
        browsing.refuses("**/api/device-groups?*");
        StatusPage.open(page);
        byGroup(page);
        assertThat(page.locator("#rows .group-head .name").first()).hasText("");

        page.unroute("**/api/device-groups?*");
        page.clock().runFor(11_000);

        assertThat(page.locator("#rows .group-head .name").first()).hasText(SCHOOL);
    }

    @Test
    void onlyThisGroupKeepsTheFocusAndItsDevicesAreSelectedTogether() {
        Page page = pinewood();
        byGroup(page);

        head(page, CLINIC).locator("[data-part=more]").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");

        assertThat(page.locator("#group-chip")).hasText(CLINIC);
        assertThat(page.locator("#rows .group-head")).hasCount(1);
        assertThat(head(page, CLINIC).locator("[data-part=more]")).isFocused();
        head(page, CLINIC).locator("[data-part=more]").click();
        page.locator(".menu:visible [data-act=pick]").click();
        assertThat(page.locator("#picked .count")).hasText(OF_CLINIC + " selected");
    }

    @Test
    void countsAndListFollowTheChosenGroupsWhichStandInTheAddress() throws Exception {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        JsonNode both = counts("?group=" + groups.id(SCHOOL) + "," + groups.id(CLINIC));

        page.locator("#group-menu > button").click();
        choice(page, SCHOOL).click();
        choice(page, CLINIC).click();
        browsing.picture("groups-menu");
        new Look(page).isAccessible("the menu of groups");
        page.keyboard().press("Escape");

        assertThat(status.title()).hasText(OF_SCHOOL + OF_CLINIC + " of 110 devices");
        assertThat(page)
                .hasURL(
                        Pattern.compile(
                                ".*/status\\?group=%d,%d$"
                                        .formatted(groups.id(SCHOOL), groups.id(CLINIC))));
        for (String state : new String[] {"error", "missed", "success", "warning"}) {
            assertThat(page.locator("#strip li[data-state=" + state + "] b"))
                    .hasText(both.path(state).asText());
        }
        assertThat(page.locator("#group-chip")).hasText(SCHOOL + ", " + CLINIC);
        page.reload();
        assertThat(status.title()).hasText(OF_SCHOOL + OF_CLINIC + " of 110 devices");
        assertThat(page.locator("#group-chip")).hasText(SCHOOL + ", " + CLINIC);

        page.locator("#strip li[data-state=success] button").click();
        assertThat(status.title()).hasText(both.path("success").asText() + " of 110 devices");
        page.goBack();
        page.locator("#group-chip").click();
        assertThat(status.title()).hasText("110 devices");
        assertThat(page.locator("#group-menu > button")).isFocused();
    }

    @Test
    void groupsWithIssuesAreOneChoiceAndAVerdictShowsItsDevicesOfAllGroups() throws Exception {
        Page page = pinewood();
        StatusPage status = StatusPage.on(page);
        JsonNode all = session.get("/api/dashboard/standing").json();

        page.locator("#group-menu > button").click();
        choice(page, "Groups with issues").click();
        assertThat(page).hasURL(Pattern.compile(".*/status\\?group=issues$"));
        int troubled = session.get("/api/devices?group=issues&size=1").json().path("total").asInt();
        assertThat(status.title())
                .hasText(troubled == 110 ? "110 of 110 devices" : troubled + " of 110 devices");
        choice(page, EMPTY).click();
        assertThat(page.locator("#nomatch-title")).hasText("No device in: " + EMPTY);
        page.keyboard().press("Escape");

        page.locator("#verdict [data-part=act]").click();
        assertThat(status.title()).hasText(all.path("needing").asInt() + " of 110 devices");
        assertThat(page.locator("#group-chip")).isHidden();
    }

    @Test
    void aPillMovesItsDeviceAndUndoBringsItBack() {
        Page page = pinewood();
        StatusPage.on(page).search().fill("northgate");
        Locator row = StatusPage.on(page).rows().first();
        assertThat(row.locator(".pill")).hasText(SCHOOL);
        String name = row.locator("[data-part=name]").textContent();

        row.locator(".pill").click();
        assertThat(page.locator("#group-picker")).isVisible();
        browsing.picture("groups-picker");
        page.keyboard().type("river");
        page.keyboard().press("Enter");

        assertThat(row.locator(".pill")).hasText(CLINIC);
        assertThat(page.locator("#toasts")).containsText(name + " moved to " + CLINIC + ".");
        page.locator("#toasts button", new Page.LocatorOptions().setHasText("Undo")).click();
        assertThat(row.locator(".pill")).hasText(SCHOOL);
        assertThat(page.locator("#toasts")).containsText("Moved back.");
    }

    @Test
    void manyAreMovedFromTheBarAndWithGAndAnotherTabHearsOfIt() throws Exception {
        Page page = pinewood();
        Page other = browsing.context().newPage();
        StatusPage.open(other);
        byGroup(other);
        page.reload();
        page.locator("#group-menu > button").click();
        page.locator("#group-menu [data-grouped=false]").click();
        StatusPage.on(page).search().fill("birchlegal");
        Locator rows = StatusPage.on(page).rows();
        assertThat(rows).not().hasCount(0);
        page.locator("#pick-all").check();
        int n = rows.count();

        page.locator("#picked [data-part=group]").click();
        assertThat(page.locator("#group-picker h3")).hasText("Group of " + n + " devices");
        page.keyboard().type("Birch & Partners");
        page.keyboard().press("Enter");

        assertThat(page.locator("#toasts")).containsText(n + " devices moved to Birch & Partners.");
        assertThat(rows.first().locator(".pill")).hasText("Birch & Partners");
        assertThat(head(other, "Birch & Partners").locator(".size")).hasText(Integer.toString(n));

        rows.first().locator(".latest").focus();
        page.keyboard().press("g");
        assertThat(page.locator("#group-picker")).isVisible();
        page.keyboard().press("Escape");
        assertThat(rows.first().locator(".latest")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#picked")).isHidden();
        rows.first().locator(".latest").focus();
        page.keyboard().press("g");
        page.locator("#group-picker [data-key=none]").click();
        assertThat(rows.first().locator(".pill")).hasText("Ungrouped");
        assertThat(head(other, "Birch & Partners").locator(".size"))
                .hasText(Integer.toString(n - 1));
    }

    @Test
    void aDeviceIsDraggedToTheHeadOfAGroupOrToADeviceOfIt() {
        Page page = pinewood();
        page.setViewportSize(1440, 3600);
        byGroup(page);
        Locator first = StatusPage.on(page).rows().first();
        String name = first.locator("[data-part=name]").textContent();

        first.dragTo(head(page, EMPTY), new Locator.DragToOptions().setSourcePosition(200, 20));

        assertThat(page.locator("#toasts")).containsText(name + " moved to " + EMPTY + ".");
        assertThat(head(page, EMPTY).locator(".size")).hasText("1");
        assertThat(head(page, SCHOOL).locator(".size")).hasText("27");
        assertThat(page.locator(".group-head.is-target")).hasCount(0);

        // Chosen ones go together, also onto a device of the group.
        page.locator("#rows .pick").nth(0).click();
        page.locator("#rows .pick").nth(1).click();
        StatusPage.on(page)
                .rows()
                .first()
                .dragTo(
                        StatusPage.on(page).row(name),
                        new Locator.DragToOptions().setSourcePosition(200, 20));
        assertThat(page.locator("#toasts")).containsText("2 devices moved to " + EMPTY + ".");
        assertThat(head(page, EMPTY).locator(".size")).hasText("3");
    }

    @Test
    void whoMayOnlyReadSeesGroupsAndChangesNone() throws Exception {
        Page page = browsing.signedIn(World.READER).page();
        StatusPage.open(page);
        byGroup(page);

        Locator row = StatusPage.on(page).rows().first();
        assertThat(row.locator(".pill")).hasText(SCHOOL);
        assertThat(row.locator(".pill")).isDisabled();
        assertThat(row).not().hasAttribute("draggable", "true");
        row.locator(".latest").focus();
        page.keyboard().press("g");
        assertThat(page.locator("#group-picker")).isHidden();
        row.locator(".pick input").check();
        assertThat(page.locator("#picked [data-part=group]")).isHidden();
    }

    @Test
    void whereNoGroupsAreNothingIsSaidOfThem() {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage.open(page);

        assertThat(StatusPage.on(page).rows().first().locator(".pill")).isHidden();
        page.locator("#group-menu > button").click();
        assertThat(page.locator("#group-menu")).containsText("No groups yet");
    }

    @Test
    void aRefusedMoveIsTakenBackAndSaysWhy() {
        Page page = pinewood();
        StatusPage.on(page).search().fill("northgate");
        Locator pill = StatusPage.on(page).rows().first().locator(".pill");
        browsing.refuses("**/api/device-groups/assignments");

        pill.click();
        page.keyboard().type("river");
        page.keyboard().press("Enter");

        assertThat(page.locator("#toasts")).containsText("EB-TEST");
        assertThat(pill).hasText(SCHOOL);
    }

    @Test
    void theWallTurnsThroughTheGroupsThatNeedSomebody() throws Exception {
        Page page = browsing.page();
        browsing.signedIn(World.MSP, World.PINEWOOD);
        page.clock().install();
        StatusPage.open(page);
        byGroup(page);

        page.locator("#wall").click();
        assertThat(page.locator("#rows .group-head")).hasCount(0);
        Locator what = page.locator("#wall-bar [data-part=what]");
        assertThat(what).hasText("All devices, worst first");
        page.clock().runFor(20_000);

        JsonNode first =
                session.get("/api/devices?by=group&group=issues&size=1").json().path("sections");
        assertThat(first.isEmpty()).isFalse();
        String name = nameOf(first.get(0).path("group_id").asInt());
        assertThat(what).containsText(name + ": ");
        assertThat(what).containsText(" of " + first.get(0).path("total").asInt() + " need");
        assertThat(page.locator("#rows .pill").first()).hasText(name);
        new Look(page).isAccessible("a group on the wall");
        browsing.picture("wall-group");

        page.locator("#wall-bar [data-part=end]").click();
        assertThat(page.locator("#rows .group-head")).hasCount(4);
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
    }

    @Test
    void inFrenchInTheLightAndOnAPhone() {
        browsing.start(ColorScheme.LIGHT, "fr-CA");
        Page page = pinewood();
        page.setViewportSize(390, 844);
        page.locator("#group-menu > button").click();
        browsing.picture("groups-menu-phone");
        page.locator("#group-menu [data-grouped=true]").click();
        assertThat(head(page, "Sans groupe")).isVisible();
        assertThat(head(page, SCHOOL)).isVisible();
        head(page, SCHOOL).scrollIntoViewIfNeeded();
        browsing.picture("groups-phone-fr");
        page.setViewportSize(1440, 900);
        new Look(page).isGood("par groupe");
        browsing.wholePicture("groups-light-fr");
    }

    private Page pinewood() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        return page;
    }

    private static void byGroup(Page page) {
        page.locator("#group-menu > button").click();
        page.locator("#group-menu [data-grouped=true]").click();
        assertThat(page.locator("#rows .group-head").first()).isVisible();
    }

    private static Locator head(Page page, String group) {
        return page.locator("#rows .group-head")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator(
                                                ".name",
                                                new Page.LocatorOptions().setHasText(group))));
    }

    private static Locator toggle(Page page, String group) {
        return head(page, group).locator(".toggle");
    }

    private static Locator choice(Page page, String group) {
        return page.locator(
                "#group-menu [role=menuitemcheckbox]", new Page.LocatorOptions().setHasText(group));
    }

    /** How many rows stand before a head. */
    private static int firstOf(Page page, String group) {
        return ((Number)
                        head(page, group)
                                .evaluate(
                                        "head => [...document.querySelectorAll('#rows .device')]"
                                                + ".filter(row => row.compareDocumentPosition(head) & 4)"
                                                + ".length"))
                .intValue();
    }

    private JsonNode counts(String query) throws Exception {
        return session.get("/api/dashboard/standing" + query).json().path("counts");
    }

    private String nameOf(int group) throws Exception {
        for (JsonNode one : session.get("/api/device-groups").json().path("groups")) {
            if (one.path("id").asInt() == group) {
                return one.path("name").asText();
            }
        }
        return "Ungrouped";
    }
}
