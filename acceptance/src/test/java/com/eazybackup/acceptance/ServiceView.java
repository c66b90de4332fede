package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page "Service". */
final class ServiceView {

    private final Page page;

    private ServiceView(Page page) {
        this.page = page;
    }

    /** Opens it and waits until the server has calculated what stands on it. */
    static ServiceView open(Page page, int service) {
        page.navigate("admin/service?id=" + service);
        ServiceView view = new ServiceView(page);
        assertThat(view.part("found")).isVisible();
        assertThat(page.locator("#history [data-part=wait]")).isHidden();
        view.isCalculated();
        return view;
    }

    /** The amount is that of what stands on the page. */
    void isCalculated() {
        assertThat(bar("when")).containsText(":");
    }

    Locator part(String name) {
        return page.locator("#service [data-part=" + name + "]").first();
    }

    Locator bar(String name) {
        return page.locator("#bar [data-part=" + name + "]");
    }

    Locator note() {
        return bar("noteText");
    }

    Locator row(int option) {
        return page.locator("#options tr[data-option='" + option + "']");
    }

    Locator of(int option, String name) {
        return row(option).locator("[data-part=" + name + "]");
    }

    Locator price(int option) {
        return of(option, "discount");
    }

    Locator tags(int option) {
        return of(option, "tags");
    }

    Locator conflict() {
        return page.locator("#conflict");
    }

    /** The question before the amount is another. */
    Locator ask() {
        return page.locator("#save-ask");
    }

    Locator confirm() {
        return page.locator("#confirm");
    }

    Locator history() {
        return page.locator("#history li");
    }

    Locator historyNote() {
        return page.locator("#history [data-part=noteText]");
    }
}
