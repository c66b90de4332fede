package com.eazybackup.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The menu behind the initials of who is signed in. */
final class UserMenu {

    private UserMenu() {}

    /** Presses until it is open: a press that comes before the page's script opens nothing. */
    static void open(Page page) throws Exception {
        Locator menu = page.locator(".menu--user");
        World.eventually(
                "the menu is open",
                () -> {
                    if (!menu.isVisible()) {
                        page.locator(".user-button").click();
                    }
                    return menu.isVisible();
                });
    }
}
