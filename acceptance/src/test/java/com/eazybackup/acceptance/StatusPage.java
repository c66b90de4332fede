package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.Callable;

/** The page "Backup status". */
final class StatusPage {

    private final Page page;

    private StatusPage(Page page) {
        this.page = page;
    }

    /** Open and live: from here on nothing is missed. */
    static StatusPage open(Page page) {
        page.navigate("status");
        return on(page);
    }

    /** The page that the browser shows already, once it is live. */
    static StatusPage on(Page page) {
        StatusPage status = new StatusPage(page);
        status.isLive();
        return status;
    }

    /** The page that the browser shows already, whatever its line does. */
    static StatusPage notYetLive(Page page) {
        return new StatusPage(page);
    }

    void isLive() {
        assertThat(live()).hasAttribute("data-state", "live");
    }

    Locator live() {
        return page.locator("#live");
    }

    Locator title() {
        return page.locator("#sum-title");
    }

    Locator banner() {
        return page.locator("#banner");
    }

    Locator rows() {
        return page.locator("#rows .device");
    }

    Locator row(String name) {
        return rows().filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator("[data-part=name]")
                                                .filter(
                                                        new Locator.FilterOptions()
                                                                .setHasText(name))));
    }

    /** Of the device in that row. */
    String name(int row) {
        return rows().nth(row).locator("[data-part=name]").textContent();
    }

    Locator search() {
        return page.locator("#search input");
    }

    Locator popover() {
        return page.locator("#popover");
    }

    /** The line of the popover that the arrows have reached. */
    Locator chosen() {
        return popover().locator("[aria-current=true]");
    }

    static Locator bar(Locator row) {
        return row.locator(".day-bar");
    }

    static Locator days(Locator row) {
        return row.locator(".days");
    }

    static Locator presence(Locator row) {
        return row.locator("[data-part=presence]");
    }

    static Locator state(Locator row) {
        return row.locator("[data-part=status]");
    }

    static Locator running(Locator row) {
        return row.locator(".sliver.is-running");
    }

    /** Waits frame by frame, so that what is measured is the page and not the test. */
    static void appears(Locator element) {
        element.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** The page's clock runs ahead until something is so. */
    static void tickUntil(Page page, Callable<Boolean> condition) throws Exception {
        World.eventually(
                "with time, on the page",
                () -> {
                    page.clock().runFor(1_000);
                    return condition.call();
                });
    }
}
