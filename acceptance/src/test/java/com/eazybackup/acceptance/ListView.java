package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A page that is one list: "Users" and "Vaults". */
final class ListView {

    private final Page page;

    private ListView(Page page) {
        this.page = page;
    }

    /** Opens it and waits until it says something. */
    static ListView open(Page page, String address) {
        page.navigate(address);
        ListView list = new ListView(page);
        list.ready();
        return list;
    }

    void ready() {
        assertThat(page.locator("#list [data-part=wait]")).isHidden();
    }

    Locator rows() {
        return page.locator("#list tbody tr");
    }

    /** The cells of one column. */
    Locator cells(String column) {
        return page.locator("#list tbody td[data-column=" + column + "]");
    }

    Locator head(String column) {
        return page.locator("#list th[data-column=" + column + "]");
    }

    Locator sort(String column) {
        return head(column).locator(".sort");
    }

    Locator verdict() {
        return page.locator("#verdict-title");
    }

    Locator detail() {
        return page.locator("#verdict [data-part=detail]");
    }

    Locator act() {
        return page.locator("#verdict [data-part=act]");
    }

    Locator search() {
        return page.locator("#search input");
    }

    Locator part(String name) {
        return page.locator("#list [data-part=" + name + "]");
    }

    Locator columns() {
        return page.locator("#columns > button");
    }

    Locator columnBox() {
        return page.locator("#columns-box");
    }

    Locator column(String label) {
        return columnBox().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    Locator size() {
        return page.locator("#rows");
    }
}
