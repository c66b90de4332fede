package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The drawer that manages groups: made, renamed, coloured, put in order, deleted, by hand and by
 * keys.
 */
class GroupDrawerIT {

    private static final String GROUPS = "/api/device-groups";
    private static final String LIST = "**/api/device-groups?*";
    private static final String MERIDIAN = "Meridian Legal";
    private static final String HARBOUR = "Harbour & Pine";
    private static final String FJORD = "Fjordline Freight";

    @RegisterExtension final Browsing browsing = new Browsing();

    private Session dana;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @BeforeEach
    void nobodyHasAGroup() throws Exception {
        dana = Session.of(World.MSP, World.PINEWOOD);
        MadeGroups.of(dana);
    }

    @AfterEach
    void noGroupIsLeft() throws Exception {
        MadeGroups.of(dana);
    }

    @Test
    void theFirstGroupIsMadeAndASecondOfThatNameIsSaidUnderTheField() throws Exception {
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        assertThat(drawer).isFocused();
        assertThat(drawer.locator("[data-part=empty] h2")).hasText("No groups yet");
        new Look(page).isGood("no groups");

        button(drawer, "Create the first group").click();
        drawer.locator("[data-part=name]").first().press("Enter");
        assertThat(problem(drawer)).hasText("Give the group a name.");
        name(drawer).fill("  Meridian   Legal ");
        drawer.getByLabel("Teal").check();
        drawer.getByLabel("Server").check();
        browsing.picture("groups-new");
        new Look(page).isAccessible("a new group");
        name(drawer).press("Enter");

        assertThat(toast(page)).hasText("Group created.");
        assertThat(names(drawer)).hasText(new String[] {MERIDIAN});
        assertThat(row(drawer, MERIDIAN).locator("[data-part=mark]"))
                .hasClass(Pattern.compile("is-g-teal"));
        assertThat(row(drawer, MERIDIAN).locator("[data-part=mark] use"))
                .hasAttribute("href", "#i-server");
        assertThat(row(drawer, MERIDIAN)).containsText("0 devices");
        assertThat(drawer.locator("[data-part=foot]"))
                .hasText("Ungrouped holds 110 devices and cannot be deleted.");
        assertThat(button(drawer, "New group")).isFocused();

        page.keyboard().press("Enter");
        name(drawer).fill("meridian  LEGAL");
        assertThat(problem(drawer)).hasText("There is a group of this name already.");
        name(drawer).press("Enter");
        assertThat(name(drawer)).isFocused();
        assertThat(only(listed())).isEqualTo(MERIDIAN);
        name(drawer).fill(HARBOUR);
        assertThat(problem(drawer)).isHidden();
        page.keyboard().press("Escape");
        assertThat(name(drawer)).hasCount(0);
        assertThat(button(drawer, "New group")).isFocused();
        assertThat(only(listed())).isEqualTo(MERIDIAN);
    }

    @Test
    void aNameThatSomebodyElseWasFasterWithIsTheServersToRefuse() throws Exception {
        make(MERIDIAN);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        assertThat(names(drawer)).hasCount(1);
        button(drawer, "New group").click();
        browsing.refuses(LIST);
        make(HARBOUR);
        browsing.watch().expect("409");

        name(drawer).fill(HARBOUR);
        name(drawer).press("Enter");

        assertThat(problem(drawer)).hasText("There is a group of this name already.");
        assertThat(name(drawer)).hasValue(HARBOUR);
        assertThat(drawer.locator("[data-part=old]")).isVisible();
        page.unroute(LIST);
        drawer.locator("[data-part=again]").click();
        assertThat(names(drawer)).hasText(new String[] {MERIDIAN, HARBOUR});
        assertThat(drawer.locator("[data-part=old]")).isHidden();
        assertThat(name(drawer)).hasValue(HARBOUR);
    }

    @Test
    void aGroupIsRenamedAndColouredInItsRow() throws Exception {
        make(MERIDIAN);
        make(HARBOUR);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);

        row(drawer, MERIDIAN).locator("[data-part=name]").dblclick();
        assertThat(name(drawer)).hasValue(MERIDIAN);
        name(drawer).fill("Meridian Notaries");
        drawer.getByLabel("Violet").check();
        browsing.picture("groups-rename");
        new Look(page).isAccessible("a group is renamed");
        name(drawer).press("Enter");

        assertThat(names(drawer)).hasText(new String[] {"Meridian Notaries", HARBOUR});
        assertThat(row(drawer, "Meridian Notaries").locator("[data-part=mark]"))
                .hasClass(Pattern.compile("is-g-violet"));
        assertThat(more(drawer, "Meridian Notaries")).isFocused();
        assertThat(listed().get(0).path("color").asText()).isEqualTo("violet");

        act(drawer, HARBOUR, "edit");
        name(drawer).fill("Meridian notaries");
        assertThat(problem(drawer)).isVisible();
        page.keyboard().press("Escape");
        assertThat(names(drawer)).hasText(new String[] {"Meridian Notaries", HARBOUR});
        assertThat(more(drawer, HARBOUR)).isFocused();
    }

    @Test
    void whoChangesTheColourLeavesTheNameThatSomebodyElseHasGivenMeanwhile() throws Exception {
        int id = make(MERIDIAN);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        act(drawer, MERIDIAN, "edit");

        assertThat(dana.patch(GROUPS + "/" + id, Map.of("name", "Meridian Notaries")).status())
                .isEqualTo(200);
        drawer.getByLabel("Violet").check();
        name(drawer).press("Enter");

        assertThat(names(drawer)).hasText(new String[] {"Meridian Notaries"});
        assertThat(listed().get(0).path("color").asText()).isEqualTo("violet");
        assertThat(listed().get(0).path("name").asText()).isEqualTo("Meridian Notaries");
    }

    @Test
    void theOrderIsChangedByKeysByTheMenuAndByHandAndKept() throws Exception {
        make(MERIDIAN);
        make(HARBOUR);
        make(FJORD);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);

        grip(drawer, FJORD).focus();
        page.keyboard().press("ArrowUp");
        assertThat(names(drawer)).hasText(new String[] {MERIDIAN, FJORD, HARBOUR});
        assertThat(drawer.locator("[data-part=said]")).hasText("Fjordline Freight: 2 of 3");
        assertThat(grip(drawer, FJORD)).isFocused();
        page.keyboard().press("Home");
        assertThat(names(drawer)).hasText(new String[] {FJORD, MERIDIAN, HARBOUR});
        World.eventually(
                "the order is kept", () -> names().equals(List.of(FJORD, MERIDIAN, HARBOUR)));

        act(drawer, FJORD, "down");
        assertThat(names(drawer)).hasText(new String[] {MERIDIAN, FJORD, HARBOUR});
        drag(page, grip(drawer, MERIDIAN), row(drawer, HARBOUR));
        assertThat(names(drawer)).hasText(new String[] {FJORD, HARBOUR, MERIDIAN});
        World.eventually("that, too", () -> names().equals(List.of(FJORD, HARBOUR, MERIDIAN)));

        // What is found is not all: there is no order in it.
        drawer.locator("[data-part=words]").fill("har");
        assertThat(names(drawer)).hasText(new String[] {HARBOUR});
        assertThat(grip(drawer, HARBOUR)).isHidden();
        page.keyboard().press("Escape");
        assertThat(names(drawer)).hasCount(3);
    }

    @Test
    void anOrderThatIsNotKeptIsTakenBackAndSaid() throws Exception {
        make(MERIDIAN);
        make(HARBOUR);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        browsing.refuses("**/api/device-groups/order");

        grip(drawer, HARBOUR).focus();
        page.keyboard().press("ArrowUp");

        assertThat(toast(page)).containsText("EB-TEST");
        assertThat(names(drawer)).hasText(new String[] {MERIDIAN, HARBOUR});
        assertThat(grip(drawer, HARBOUR)).isFocused();
    }

    @Test
    void aGroupIsDeletedAfterItSaysWhereItsDevicesGo() throws Exception {
        int meridian = make(MERIDIAN);
        make(HARBOUR);
        assign(meridian, 9);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        assertThat(row(drawer, MERIDIAN)).containsText("9 devices");

        act(drawer, MERIDIAN, "remove");
        Locator ask = drawer.getByRole(AriaRole.ALERTDIALOG);
        assertThat(ask).containsText("Delete the group “Meridian Legal”?");
        assertThat(ask.locator(".warn")).hasText("Its 9 devices move to Ungrouped.");
        assertThat(button(ask, "Keep")).isFocused();
        browsing.picture("groups-delete");
        new Look(page).isAccessible("before a group is deleted");
        button(ask, "Delete group").click();

        assertThat(toast(page)).hasText("Group deleted. 9 devices moved to Ungrouped.");
        assertThat(names(drawer)).hasText(new String[] {HARBOUR});
        assertThat(drawer.locator("[data-part=foot]")).containsText("holds 110 devices");
        assertThat(button(drawer, "New group")).isFocused();
        assertThat(names()).containsExactly(HARBOUR);
    }

    @Test
    void escapeGoesBackStepByStepAndTheFocusToWhereItCameFrom() throws Exception {
        make(MERIDIAN);
        make(HARBOUR);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        drawer.locator("[data-part=words]").fill("meri");
        act(drawer, MERIDIAN, "edit");
        more(drawer, MERIDIAN).waitFor(hidden());
        page.keyboard().press("Escape");
        assertThat(name(drawer)).hasCount(0);
        act(drawer, MERIDIAN, "remove");
        assertThat(drawer.getByRole(AriaRole.ALERTDIALOG)).isVisible();

        page.keyboard().press("Escape");
        assertThat(drawer.getByRole(AriaRole.ALERTDIALOG)).isHidden();
        assertThat(more(drawer, MERIDIAN)).isFocused();
        page.keyboard().press("Escape");
        assertThat(names(drawer)).hasCount(2);
        assertThat(drawer).isVisible();
        // No key of the page means anything in here.
        page.keyboard().press("/");
        assertThat(more(drawer, MERIDIAN)).isFocused();
        page.keyboard().press("Escape");
        assertThat(drawer).isHidden();
        assertThat(page.locator("#groups-open")).isFocused();
        assertThat(page.locator("[inert]")).hasCount(0);
        assertThat(names()).hasSize(2);
        browsing.picture("groups-button");
    }

    @Test
    void theMenuOfEveryPageLeadsToIt() throws Exception {
        make(MERIDIAN);
        Page page = pinewood();
        page.navigate("users");
        page.locator(".side-nav a", new Page.LocatorOptions().setHasText("Groups")).click();
        assertThat(names(drawer(page))).hasText(new String[] {MERIDIAN});
        assertThat(page).hasURL(Pattern.compile(".*/status#groups$"));

        page.keyboard().press("Escape");
        assertThat(drawer(page)).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/status$"));

        // On a phone the menu itself lies over the page.
        page.setViewportSize(390, 844);
        page.locator("#side-open").click();
        page.locator(".side-nav a", new Page.LocatorOptions().setHasText("Groups")).click();
        assertThat(drawer(page)).isFocused();
        assertThat(page.locator(".side.is-open")).hasCount(0);
        page.goBack();
        assertThat(drawer(page)).isHidden();
        page.locator("#tools").scrollIntoViewIfNeeded();
        browsing.picture("groups-button-phone");
    }

    @Test
    void whatCannotBeReadIsSaidAndAskedForAgain() throws Exception {
        make(MERIDIAN);
        browsing.signedIn(World.MSP, World.PINEWOOD);
        browsing.refuses(LIST);
        Page page = browsing.page();
        StatusPage.open(page);
        open(page);
        Locator error = drawer(page).locator("[data-part=error]");
        assertThat(error).containsText("The groups could not be read");
        assertThat(error).containsText("EB-TEST");
        new Look(page).isAccessible("groups that could not be read");
        page.unroute(LIST);

        button(error, "Try again").click();

        assertThat(names(drawer(page))).hasText(new String[] {MERIDIAN});
        assertThat(drawer(page)).isFocused();
    }

    @Test
    void whatSomebodyElseChangesShowsAndNothingThatIsTypedIsLost() throws Exception {
        make(MERIDIAN);
        int harbour = make(HARBOUR);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        act(drawer, MERIDIAN, "edit");
        name(drawer).fill("Half a na");

        int fjord = make(FJORD);
        assertThat(names(drawer)).hasCount(3);
        assign(fjord, 2);
        assertThat(row(drawer, FJORD)).containsText("2 devices");
        dana.delete(GROUPS + "/" + harbour);
        assertThat(row(drawer, HARBOUR)).hasCount(0);

        assertThat(name(drawer)).hasValue("Half a na");
        assertThat(name(drawer)).isFocused();
        dana.delete(GROUPS + "/" + listed().get(0).path("id").asInt());
        assertThat(name(drawer)).hasCount(0);
        assertThat(toast(page)).hasText("Somebody has deleted the group meanwhile.");

        act(drawer, FJORD, "remove");
        Locator ask = drawer.getByRole(AriaRole.ALERTDIALOG);
        assertThat(ask).containsText("Its 2 devices move");
        assign(fjord, 3);
        assertThat(ask).containsText("Its 3 devices move");
        dana.delete(GROUPS + "/" + fjord);
        assertThat(ask).isHidden();
        assertThat(drawer.locator("[data-part=empty]")).isVisible();
    }

    @Test
    void aReaderSeesThemAndChangesNothing() throws Exception {
        int meridian = make(MERIDIAN);
        make(HARBOUR);
        assign(meridian, 1);
        Page page = browsing.signedIn(World.READER).page();
        StatusPage.open(page);
        open(page);
        Locator drawer = drawer(page);

        assertThat(row(drawer, MERIDIAN)).containsText("1 device");
        assertThat(button(drawer, "New group")).isHidden();
        assertThat(grip(drawer, MERIDIAN)).isHidden();
        assertThat(more(drawer, MERIDIAN)).isHidden();
        row(drawer, MERIDIAN).locator("[data-part=name]").dblclick();
        assertThat(name(drawer)).hasCount(0);
        new Look(page).isAccessible("groups for a reader");
    }

    @Test
    void inFrenchOnAPhoneInTheLightItIsWhole() throws Exception {
        browsing.start(ColorScheme.LIGHT, "fr-CA");
        assign(make(MERIDIAN), 3);
        make(HARBOUR);
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        assertThat(row(drawer, MERIDIAN)).containsText("3 appareils");
        browsing.picture("groups-light");
        new Look(page).isGood("groups in French");
        page.setViewportSize(390, 844);
        browsing.picture("groups-phone-french");

        act(drawer, MERIDIAN, "remove");
        assertThat(drawer.locator(".warn")).hasText("3 appareils se retrouveront sans groupe.");
        browsing.picture("groups-phone-delete");
        new Look(page).isAccessible("before a group is deleted, in French");
        drawer.locator("[data-part=remove]").click();
        assertThat(toast(page))
                .hasText("Groupe supprimé. 3 appareils sont maintenant sans groupe.");
    }

    @Test
    void manyGroupsScrollAndTheDrawerIsGoodFromPhoneToWall() throws Exception {
        for (int i = 1; i <= 24; i++) {
            make(
                    "Group %02d %s"
                            .formatted(i, i == 7 ? "with a name that has no end ".repeat(3) : ""));
        }
        Page page = pinewood();
        open(page);
        Locator drawer = drawer(page);
        assertThat(names(drawer)).hasCount(24);
        browsing.picture("groups");
        new Look(page).isGood("many groups");

        more(drawer, "Group 24").click();
        Locator last = row(drawer, "Group 24").locator(".menu");
        assertThat(last).isInViewport();
        assertThat(last.locator("[data-act=remove]")).isInViewport();
    }

    private Page pinewood() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page);
        return page;
    }

    private static void open(Page page) {
        page.locator("#groups-open").click();
        assertThat(drawer(page)).isVisible();
    }

    private static Locator drawer(Page page) {
        return page.locator("#group-drawer");
    }

    private static Locator toast(Page page) {
        return page.locator(".toast p").last();
    }

    private static Locator names(Locator drawer) {
        return drawer.locator("[data-part=list] b");
    }

    private static Locator row(Locator drawer, String name) {
        return drawer.locator("[data-part=list] > li")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(drawer.page().locator("b", named(name))));
    }

    private static Page.LocatorOptions named(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }

    private static Locator grip(Locator drawer, String name) {
        return row(drawer, name).locator("[data-part=grip]");
    }

    private static Locator more(Locator drawer, String name) {
        return row(drawer, name).locator("[data-part=more]");
    }

    private static void act(Locator drawer, String name, String act) {
        more(drawer, name).click();
        row(drawer, name).locator("[data-act=" + act + "]").click();
    }

    private static Locator name(Locator drawer) {
        return drawer.locator(".group-form [data-part=name]");
    }

    private static Locator problem(Locator drawer) {
        return drawer.locator(".group-form [data-part=problem]");
    }

    private static Locator button(Locator inside, String name) {
        return inside.getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    /** With the pointer, by the grip, to where another row is. */
    private static void drag(Page page, Locator grip, Locator to) {
        BoundingBox from = grip.boundingBox();
        BoundingBox there = to.boundingBox();
        double x = from.x + from.width / 2;
        page.mouse().move(x, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(x, there.y, new Mouse.MoveOptions().setSteps(6));
        page.mouse().move(x, there.y + there.height * 0.8);
        page.mouse().up();
    }

    private int make(String name) throws Exception {
        Answer made = dana.post(GROUPS, Map.of("name", name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().at("/group/id").asInt();
    }

    private void assign(int group, int devices) throws Exception {
        List<String> ids = new ArrayList<>();
        dana.get("/api/devices?size=" + devices)
                .json()
                .path("items")
                .forEach(device -> ids.add(device.path("id").asText()));
        Map<String, Object> body = new HashMap<>();
        body.put("device_ids", ids);
        body.put("group_id", group);
        Answer done = dana.put(GROUPS + "/assignments", body);
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
    }

    private List<JsonNode> listed() throws Exception {
        List<JsonNode> groups = new ArrayList<>();
        dana.get(GROUPS + "?assignments=false").json().path("groups").forEach(groups::add);
        return groups;
    }

    private List<String> names() throws Exception {
        return listed().stream().map(group -> group.path("name").asText()).toList();
    }

    private static String only(List<JsonNode> groups) {
        assertThat(groups).hasSize(1);
        return groups.get(0).path("name").asText();
    }
}
