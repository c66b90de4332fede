package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What asks for a group: found and chosen by keys, made by its name, left without a choice. */
class GroupPickerIT {

    private static final String SCHOOL = "Northgate School";
    private static final String CLINIC = "Riverbend Clinic";

    @RegisterExtension final Browsing browsing = new Browsing();

    private MadeGroups groups;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @BeforeEach
    void twoGroups() throws Exception {
        groups =
                MadeGroups.of(Session.of(World.MSP, World.PINEWOOD))
                        .with(SCHOOL, "teal", "northgate")
                        .with(CLINIC, "pink", "");
    }

    @AfterEach
    void noGroups() throws Exception {
        groups.gone();
    }

    @Test
    void arrowsWalkFromWhereTheDeviceIsAndEnterChooses() {
        Page page = found("northgate");
        pill(page).click();

        assertThat(words(page)).isFocused();
        assertThat(options(page)).hasText(new String[] {SCHOOL, CLINIC, "Move to Ungrouped"});
        assertThat(picker(page).locator("[data-part=current]:not([hidden])")).hasCount(1);
        assertThat(at(page)).containsText(SCHOOL);
        Locator reached = picker(page).locator("[data-at]");
        assertThat(reached).hasAttribute("aria-selected", "true");
        assertThat(words(page)).hasAttribute("aria-activedescendant", reached.getAttribute("id"));
        page.keyboard().press("ArrowUp");
        assertThat(at(page)).hasText("Move to Ungrouped");
        page.keyboard().press("ArrowUp");
        assertThat(at(page)).hasText(CLINIC);
        page.keyboard().press("Enter");

        assertThat(picker(page)).isHidden();
        assertThat(pill(page)).hasText(CLINIC);
        assertThat(pill(page)).isFocused();
    }

    @Test
    void aNameThatNoGroupHasMakesItAndOneThatOneHasChoosesIt() {
        Page page = found("northgate");
        pill(page).click();
        page.keyboard().type("river");
        assertThat(options(page)).hasText(new String[] {CLINIC, "Create “river”"});
        assertThat(at(page)).hasText(CLINIC);
        words(page).fill("  riverbend   CLINIC ");
        assertThat(options(page)).hasText(new String[] {CLINIC});
        words(page).fill("Night School");
        assertThat(at(page)).hasText("Create “Night School”");
        browsing.refuses("**/api/device-groups");
        page.keyboard().press("Enter");
        assertThat(picker(page).locator("[data-part=problem]"))
                .containsText("The database does not answer.");
        assertThat(words(page)).hasValue("Night School");
        assertThat(words(page)).isFocused();
        page.unroute("**/api/device-groups");

        page.keyboard().press("Enter");

        assertThat(picker(page)).isHidden();
        assertThat(pill(page)).hasText("Night School");
    }

    @Test
    void itIsLeftByEscapeByTabAndByAPressElsewhere() {
        Page page = found("northgate");
        pill(page).click();
        page.keyboard().press("Escape");
        assertThat(picker(page)).isHidden();
        assertThat(pill(page)).isFocused();
        assertThat(pill(page)).hasAttribute("aria-expanded", "false");

        page.keyboard().press("Enter");
        assertThat(words(page)).isFocused();
        // A letter is no command of the page.
        page.keyboard().press("/");
        assertThat(words(page)).hasValue("/");
        page.keyboard().press("Tab");
        assertThat(picker(page)).isHidden();
        assertThat(page.locator("#rows .device").first().locator(":focus")).hasCount(1);
        assertThat(pill(page)).not().isFocused();

        pill(page).click();
        page.locator("#sum-title").click();
        assertThat(picker(page)).isHidden();
        assertThat(pill(page)).hasText(SCHOOL);
    }

    @Test
    void whatSomebodyElseMakesMeanwhileIsThere() throws Exception {
        Page page = found("northgate");
        pill(page).click();
        page.keyboard().type("har");
        assertThat(options(page)).hasText(new String[] {"Create “har”"});

        groups.with("Harbour & Pine", "orange", "");

        assertThat(options(page)).hasText(new String[] {"Harbour & Pine", "Create “har”"});
        assertThat(words(page)).hasValue("har");
        assertThat(words(page)).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"DARK, en-CA", "LIGHT, fr-CA"})
    void itIsWholeOnADeskAndOnAPhone(ColorScheme scheme, String locale) {
        browsing.start(scheme, locale);
        Page page = found("northgate");
        pill(page).click();
        assertThat(options(page)).hasCount(3);
        browsing.picture("group-picker-" + locale);
        new Look(page).isAccessible("the popover of groups, " + locale);
        page.setViewportSize(390, 844);
        assertThat(words(page)).isInViewport();
        assertThat(options(page).last()).isInViewport();
        browsing.picture("group-picker-phone-" + locale);
        new Look(page).isAccessible("the popover of groups on a phone, " + locale);
        words(page).fill("Nouveau");
        assertThat(at(page)).hasText(Pattern.compile("^(Create|Créer) .*Nouveau"));
        new Look(page).isAccessible("a new group by its name, " + locale);
    }

    private Page found(String name) {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage.open(page).search().fill(name);
        assertThat(pill(page)).hasText(SCHOOL);
        return page;
    }

    private static Locator pill(Page page) {
        return page.locator("#rows .device").first().locator(".pill");
    }

    private static Locator picker(Page page) {
        return page.locator("#group-picker");
    }

    private static Locator words(Page page) {
        return picker(page).locator("[data-part=words]");
    }

    private static Locator options(Page page) {
        return picker(page).locator("[role=option] .word");
    }

    /** What Enter would choose. */
    private static Locator at(Page page) {
        return picker(page).locator("[data-at] .word");
    }
}
