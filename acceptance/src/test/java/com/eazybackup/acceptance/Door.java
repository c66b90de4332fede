package com.eazybackup.acceptance;

import com.eazybackup.simulator.DemoCustomers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The sign-in page. */
final class Door {

    private final Page page;

    private Door(Page page) {
        this.page = page;
    }

    static Door open(Page page) {
        page.navigate("signin");
        return new Door(page);
    }

    /** Asked for an address of the portal while signed out. */
    static Door insteadOf(Page page, String path) {
        page.navigate(path);
        return new Door(page);
    }

    void enter(String email) {
        enter(email, DemoCustomers.PASSWORD);
    }

    void enter(String email, String password) {
        email().fill(email);
        password().fill(password);
        submit();
    }

    void submit() {
        page.locator("#enter").click();
    }

    Locator email() {
        return page.locator("#email");
    }

    Locator password() {
        return page.locator("#password");
    }

    Locator problemOfPassword() {
        return page.locator("#password-problem");
    }
}
