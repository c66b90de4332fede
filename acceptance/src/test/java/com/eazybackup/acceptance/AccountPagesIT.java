package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions and keys for programs, in the browser. */
class AccountPagesIT {

    private static final Pattern ENDED = Pattern.compile("/signin\\?ended");

    @RegisterExtension final Browsing browsing = new Browsing();

    @AfterEach
    void noKeysAreLeft() throws Exception {
        PortalTables.run("DELETE FROM eb_api_tokens");
        PortalTables.run(
                "UPDATE tblusers_clients SET permissions = 'products,manageproducts'"
                        + " WHERE auth_user_id = 110");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, en-CA", "LIGHT, fr-CA"})
    void pagesLookAndReadAsTheReaderWants(ColorScheme scheme, String language) throws Exception {
        Session.of(World.EMPTY);
        Session owner = Session.of(World.EMPTY);
        Program.madeBy(owner, "Grafana in the office");
        Program.madeBy(owner, "Nightly report of the accounting department, machine 7");
        PortalTables.run(
                "UPDATE eb_api_tokens SET expires_ms = made_ms - 1 WHERE name LIKE 'Nightly%'");
        browsing.start(scheme, language);
        String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        Page page = browsing.signedIn(World.EMPTY).page();

        page.navigate("account/sessions");
        assertThat(page.locator("#sessions tbody tr .tag:visible")).hasCount(1);
        pictured("sessions-" + look);

        page.navigate("account/tokens");
        assertThat(page.locator("#tokens tbody tr")).hasCount(2);
        pictured("tokens-" + look);
        page.locator("#new").click();
        assertThat(page.locator("#make-name")).isFocused();
        new Look(page).isAccessible("making a key");
        browsing.picture("tokens-make-" + look);
        page.locator("#make-name").fill("Wall display");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-part=key]")).isVisible();
        new Look(page).isAccessible("the key, shown once");
        browsing.picture("tokens-once-" + look);
        page.setViewportSize(390, 844);
        browsing.picture("tokens-once-" + look + "-phone");
    }

    private void pictured(String name) {
        Page page = browsing.page();
        new Look(page).isGood(name);
        browsing.picture(name);
        page.setViewportSize(390, 844);
        browsing.wholePicture(name + "-phone");
        page.setViewportSize(1440, 900);
    }

    @Test
    void aKeyIsMadeByKeyboardShownOnceAndRevoked() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        page.navigate("account/tokens");
        assertThat(page.locator("#tokens [data-part=empty]")).isVisible();

        page.locator("#new").press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("#make-problem")).isVisible();
        page.keyboard().type("Grafana");
        page.keyboard().press("Enter");
        Locator shown = page.locator("#make [data-part=key]");
        assertThat(shown).hasValue(Pattern.compile("ebp_[0-9A-Za-z]{49}"));
        String key = shown.inputValue();
        Assertions.assertThat(Program.with(key).get("/api/devices").status()).isEqualTo(200);

        Locator done = page.locator("#make [data-part=done]");
        assertThat(done).isDisabled();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(shown).isVisible();
        page.locator("#make [data-part=kept]").check();
        done.click();
        assertThat(page.locator("#make")).isHidden();
        Assertions.assertThat(page.content()).doesNotContain(key);

        Locator row = page.locator("#tokens tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText(key.substring(0, 10) + "…");
        row.locator("[data-part=revoke]").click();
        page.locator("#confirm [data-part=yes]").click();
        assertThat(page.locator("#tokens [data-part=empty]")).isVisible();
        Assertions.assertThat(Program.with(key).get("/api/devices").status()).isEqualTo(401);
    }

    @Test
    void anotherSessionIsEndedFromTheListAndAllOthersAtOnce() throws Exception {
        Page page = browsing.signedIn(World.EMPTY).page();
        Session phone = Session.of(World.EMPTY);
        page.navigate("account/sessions");
        Locator first =
                page.locator("#sessions tbody tr", new Page.LocatorOptions().setHasText("Java"));
        assertThat(first.first()).isVisible();

        first.first().locator("[data-part=end]").click();
        new Look(page).isAccessible("the question");
        page.locator("#confirm [data-part=yes]").click();
        assertThat(page.locator(".toast")).isVisible();
        Session.of(World.EMPTY);
        assertThat(first.first()).isVisible();
        page.locator("#end-others").click();
        page.locator("#confirm [data-part=yes]").click();
        assertThat(page.locator("#sessions tbody tr")).hasCount(1);
        assertThat(page.locator("#end-others")).isHidden();
        Assertions.assertThat(phone.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    @Tag("fault-26")
    void whoseAccessWasChangedIsLedToTheDoorAndToldWhy() throws Exception {
        browsing.watch().expect("401");
        Page page = browsing.signedIn("theo@pinewood.example").page();
        StatusPage.open(page);
        PortalTables.run(
                "UPDATE tblusers_clients SET permissions = 'products' WHERE auth_user_id = 110");
        assertThat(page).hasURL(ENDED);
        assertThat(page.locator(".banner"))
                .hasText("Your access was changed. Please sign in again.");
    }

    @Test
    void whoOnlyLooksIsCalledSoAndOfferedNoKeys() throws Exception {
        Page page = browsing.signedIn("rhea@pinewood.example").page();
        StatusPage.open(page);
        assertThat(page.locator(".client-switch")).containsText("Read-only");
        UserMenu.open(page);
        assertThat(page.locator(".menu--user a[href$='/account/sessions']")).isVisible();
        assertThat(page.locator(".menu--user a[href$='/account/tokens']")).hasCount(0);
        browsing.watch().expect("403");
        page.navigate("account/tokens");
        assertThat(page.locator("h1")).not().hasText("Keys for programs");
    }

    @Test
    void administratorsHaveTheirSessionsToo() {
        Page page = browsing.signedInAsAdmin().page();
        page.navigate("account/sessions");
        assertThat(page.locator("#sessions tbody tr .tag:visible")).hasCount(1);
    }
}
