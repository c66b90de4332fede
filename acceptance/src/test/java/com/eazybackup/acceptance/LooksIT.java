package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both themes and both languages, from a phone to a wall. */
class LooksIT {

    @RegisterExtension final Browsing browsing = new Browsing();

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void pagesLookAndReadAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = browsing.page();
        String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        boolean french = language.startsWith("fr");

        page.navigate("signin");
        checked("door-" + look, language, french ? "Se connecter" : "Sign in");

        browsing.signedIn(World.MSP);
        page.navigate("choose");
        checked("chooser-" + look, language, french ? "Choisir un client" : "Choose a client");

        browsing.signedIn(World.MSP, World.PINEWOOD);
        some(page);
        checked("found-" + look, language, french ? "État des sauvegardes" : "Backup status");
        StatusPage.open(page);
        browsing.picture("status-" + look);
        page.setViewportSize(390, 844);
        browsing.picture("status-" + look + "-phone");
        page.setViewportSize(1440, 900);

        // A page whose session ends under it would ask why.
        page.navigate("about:blank");
        browsing.signedIn(World.EMPTY);
        StatusPage.open(page);
        assertThat(page.locator("#empty h2"))
                .hasText(french ? "Aucun appareil pour l’instant" : "No devices yet");
        checked("empty-" + look, language, french ? "État des sauvegardes" : "Backup status");

        browsing.watch().expect("404");
        page.navigate("no-such-page");
        checked(
                "missing-" + look,
                language,
                french ? "Cette page n’existe pas" : "There is no such page");
    }

    @ParameterizedTest
    @CsvSource({"DARK", "LIGHT"})
    void whatOpensOverThePageIsAccessibleToo(ColorScheme scheme) throws Exception {
        browsing.start(scheme, "en-CA");
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage status = some(page);
        Look look = new Look(page);

        StatusPage.days(status.rows().nth(2)).press("Enter");
        assertThat(status.popover()).isVisible();
        look.isAccessible("popover of days");
        page.keyboard().press("Escape");
        UserMenu.open(page);
        assertThat(page.locator(".menu--user")).isVisible();
        look.isAccessible("account menu");
        page.keyboard().press("Escape");
        status.search().fill("no such device at all");
        assertThat(page.locator("#nomatch-title")).isVisible();
        look.isGood("nothing found, " + scheme);
    }

    @Test
    void thePhoneHasItsMenuAndItsSearch() {
        Page page = browsing.page();
        page.setViewportSize(390, 844);
        browsing.signedIn(World.MSP, World.PINEWOOD);
        StatusPage status = some(page);

        page.locator("#side-open").click();
        assertThat(page.locator("#side-close")).isFocused();
        assertThat(page.locator(".client-switch")).isInViewport();
        new Look(page).isAccessible("drawer");
        browsing.picture("phone-drawer");
        page.keyboard().press("Escape");
        assertThat(page.locator("#side-open")).isFocused();
        page.locator("#search-open").click();
        assertThat(status.search()).isFocused();
        new Look(page).isAccessible("search on a phone");
        browsing.picture("phone-search");
    }

    @Test
    void themeAndLanguageAreKept() {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage.open(page);
        String dark = ground(page);

        page.locator("[data-theme-toggle]").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(ground(page)).isNotEqualTo(dark);
        page.locator(".topbar .menu-anchor.only-wide > button").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Français")).click();

        assertThat(page.locator("h1")).hasText("État des sauvegardes");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page.locator("html")).hasAttribute("lang", "fr-CA");
        assertThat(page.locator("h1")).hasText("État des sauvegardes");

        page.locator("[data-theme-toggle]").click();
        page.reload();
        assertThat(ground(page)).isEqualTo(dark);
    }

    /** A list with all kinds of rows that is short: axe looks at each of them. */
    private static StatusPage some(Page page) {
        page.navigate("status?q=birchlegal");
        StatusPage status = StatusPage.on(page);
        assertThat(status.rows()).hasCount(15);
        return status;
    }

    private void checked(String name, String language, String heading) {
        Page page = browsing.page();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("h1")).hasText(heading);
        new Look(page).isGood(name);
        browsing.picture(name);
    }

    private static String ground(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
