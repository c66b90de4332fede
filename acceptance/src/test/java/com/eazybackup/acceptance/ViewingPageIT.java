package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eazybackup.demo.DemoWorld;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page "Clients", and a client's portal seen as support. */
class ViewingPageIT {

    private static final String BILLING = "billing-viewer@portal.example";

    @RegisterExtension final Browsing browsing = new Browsing();

    @AfterEach
    void forget() throws Exception {
        PortalTables.run("DELETE FROM eb_admins WHERE email = '" + BILLING + "'");
    }

    @Test
    void aClientIsFoundLookedAtAndLeftByKeyboardAlone() {
        Page page = clients("");
        page.keyboard().press("/");
        page.keyboard().type("quill");
        assertThat(rows(page)).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("\\?q=quill$"));
        rows(page).first().locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(dialog(page)).containsText("See the portal of Quill & Co. Bookbinders?");
        assertThat(page.locator("#reason")).isFocused();
        page.keyboard().press("Escape");
        assertThat(dialog(page)).isHidden();
        assertThat(rows(page).first().locator("button")).isFocused();

        page.keyboard().press("Enter");
        page.keyboard().type("Ticket 4711");
        page.keyboard().press("Enter");

        StatusPage.on(page);
        assertThat(page).hasURL(Pattern.compile("/status$"));
        assertThat(bar(page))
                .containsText("You see Quill & Co. Bookbinders’s portal as support. Nothing can");
        assertThat(bar(page).locator("time")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
        assertThat(StatusPage.on(page).rows()).hasCount(1);
        // Who leaves while a list is being asked for does not ask for it any more.
        page.addInitScript(
                "const real = fetch; let go; const over = new Promise(done => { go = done; });"
                        + " window.fetch = async (url, options) => {"
                        + " if (String(url).includes('/api/devices?')) await over;"
                        + " const answer = await real(url, options);"
                        + " if (options?.method === 'DELETE') go();"
                        + " return answer; };");
        page.reload();
        StatusPage.on(page);
        page.keyboard().press("Tab"); // the link to the content
        page.keyboard().press("Tab");
        assertThat(bar(page).locator("[data-part=stop]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/admin/clients$"));
        assertThat(bar(page)).isHidden();
    }

    @Test
    void withoutAReasonTheDialogStays() {
        Page page = clients("?q=quill");
        rows(page).first().locator("button").click();
        page.locator("#reason").fill("   ");
        browsing.watch().expect("400");
        page.locator("#look [data-part=yes]").click();
        assertThat(page.locator("#look [data-part=trouble]"))
                .hasText("A reason is needed, of at most 200 characters.");
        assertThat(page.locator("#reason")).isFocused();
    }

    @Test
    void theConsoleIsReachedMeanwhileAndSaysThatOneStillLooks() {
        Page page = looking();
        page.navigate("admin/clients");
        assertThat(bar(page)).isVisible();
        assertThat(page.locator(".side-nav [aria-current=page]")).hasText("Clients");
        bar(page).locator("a").click();
        assertThat(page).hasURL(Pattern.compile("/status$"));
        page.navigate("");
        assertThat(page).hasURL(Pattern.compile("/status$"));
    }

    @Test
    void aPageThatStaysOpenLeavesWhenTheLookHasEndedElsewhere() {
        Page page = looking();
        Page other = browsing.context().newPage();
        other.navigate("status");
        bar(other).locator("[data-part=stop]").click();
        assertThat(other).hasURL(Pattern.compile("/admin/clients$"));

        browsing.watch().expect("409");
        browsing.watch().expect("403");
        assertThat(page).hasURL(Pattern.compile("/admin/operations$"));
    }

    @Test
    void whoDoesBillingBeginsWithTheClients() throws Exception {
        PortalTables.run(
                "INSERT INTO eb_admins (email, name, password_hash, role) SELECT '%s', 'Bill',"
                                .formatted(BILLING)
                        + " password_hash, 'billing' FROM eb_admins WHERE email = '%s'"
                                .formatted(DemoWorld.ADMIN_EMAIL));
        Page page = browsing.page();
        page.navigate("signin");
        page.locator("input[type=email]").fill(BILLING);
        page.locator("input[type=password]").fill(DemoWorld.ADMIN_PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/admin/clients$"));
        assertThat(page.locator(".side-nav a")).hasCount(2);
    }

    @Test
    void nobodyIsFoundAndThatIsSaid() {
        Page page = clients("?q=no+such+client");
        assertThat(page.locator("#clients [data-part=empty]"))
                .containsText("No client has “no such client”");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theyLookAndReadAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        Page page = clients("");
        Look look = new Look(page);
        look.isGood("clients, " + name);
        browsing.picture("clients-" + name);
        page.setViewportSize(390, 844);
        browsing.picture("clients-" + name + "-phone");
        page.setViewportSize(1440, 900);
        rows(page).first().locator("button").click();
        look.isAccessible("the question, " + name);
        browsing.picture("clients-question-" + name);
        page.keyboard().press("Escape");

        page = looking();
        look.isGood("viewing, " + name);
        browsing.picture("viewing-" + name);
        page.setViewportSize(390, 844);
        assertThat(bar(page).locator("[data-part=stop]")).isInViewport();
        page.mouse().wheel(0, 2_000);
        assertThat(bar(page)).isInViewport();
        browsing.picture("viewing-" + name + "-phone");
    }

    @Test
    void whatTheClientHasIsFoundFromEveryPage() {
        Page page = looking();
        for (String path : new String[] {"status", "vaults", "account/security"}) {
            page.navigate(path);
            page.keyboard().press("Control+k");
            assertThat(page.locator("#find [data-part=words]")).isFocused();
            page.keyboard().type("qui-");

            assertThat(page.locator("#find [data-part=state]")).containsText("found for “qui-”");
            assertThat(page.locator("#find .find-option[aria-selected=true]"))
                    .containsText("QUI-FS01");
        }
        page.keyboard().press("Enter");

        assertThat(page.locator("#rows .device :focus")).isInViewport();
    }

    private Page clients(String query) {
        Page page = browsing.signedInAsAdmin().page();
        page.navigate("admin/clients" + query);
        assertThat(page.locator("#clients [data-part=wait]")).isHidden();
        return page;
    }

    private Page looking() {
        Page page = clients("?q=quill");
        rows(page).first().locator("button").click();
        page.locator("#reason").fill("Ticket 4711");
        page.locator("#reason").press("Enter");
        StatusPage.on(page);
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator("#clients tbody tr");
    }

    private static Locator dialog(Page page) {
        return page.locator("#look");
    }

    private static Locator bar(Page page) {
        return page.locator("#viewing");
    }
}
