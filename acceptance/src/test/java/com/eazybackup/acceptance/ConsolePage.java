package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page "Operations". */
final class ConsolePage {

    private final Page page;

    private ConsolePage(Page page) {
        this.page = page;
    }

    static ConsolePage open(Page page) {
        return open(page, "");
    }

    static ConsolePage open(Page page, String query) {
        page.navigate("admin/operations" + query);
        ConsolePage console = new ConsolePage(page);
        assertThat(console.live()).hasAttribute("data-state", "live");
        assertThat(page.locator("#quarantine [data-part=wait]")).isHidden();
        assertThat(page.locator("#catchups [data-part=wait]")).isHidden();
        return console;
    }

    Locator live() {
        return page.locator("#live");
    }

    Locator banner() {
        return page.locator("#banner");
    }

    Locator verdict() {
        return page.locator("#verdict-title");
    }

    /** What wants somebody. */
    Locator alerts() {
        return page.locator("#alerts li");
    }

    Locator cards() {
        return page.locator("#feeds .feed");
    }

    Locator card(String profile) {
        return page.locator("#feeds [data-profile='" + profile + "']");
    }

    static Locator state(Locator card) {
        return card.locator("[data-part=status]");
    }

    static Locator again(Locator card) {
        return card.locator("[data-part=again]");
    }

    static Locator connect(Locator card) {
        return card.locator("[data-part=connect]");
    }

    Locator question() {
        return page.locator("#confirm");
    }

    Locator toasts() {
        return page.locator("#toasts");
    }

    /** The frames in the quarantine that are shown. */
    Locator frames() {
        return page.locator("#quarantine tbody tr:not(.sub)");
    }

    Locator text() {
        return page.locator("#quarantine pre");
    }

    Locator filter(String state) {
        return page.locator("#quarantine-state button[value=" + state + "]");
    }

    Locator catchUps() {
        return page.locator("#catchups tbody tr");
    }

    /** Tab by tab, as somebody without a mouse. */
    void tabTo(Locator element) {
        for (int i = 0; i < 60; i++) {
            if ((Boolean) element.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + element);
    }
}
