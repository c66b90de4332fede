package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages "Activity" and "Audit trail". */
class TrailPageIT {

    @RegisterExtension final Browsing browsing = new Browsing();

    @Test
    void anOwnerReadsInWordsWhoDidWhat() {
        Page page = activity();

        Locator newest = rows(page).first();
        assertThat(newest.locator("[data-part=who]")).hasText(World.SMALL);
        assertThat(newest.locator("[data-part=what]")).hasText("Sign-in");
        assertThat(newest.locator("[data-part=result]")).hasText("Done");
        assertThat(newest.locator("[data-part=address]")).hasText("127.0.0.1");
        assertThat(page.locator(".side-nav [aria-current=page]")).hasText("Activity");
        Assertions.assertThat(page.locator("#f-client").count()).isZero();
    }

    @Test
    void whatIsShownIsInTheAddressAndSurvivesAReload() {
        Page page = trail();

        page.locator("#f-action").selectOption("sign-in");
        assertThat(page).hasURL(Pattern.compile("\\?action=sign-in$"));
        page.locator("#f-person").fill(World.SMALL);
        page.locator("#f-person").press("Enter");
        assertThat(page).hasURL(Pattern.compile("person=iris%40quill.example"));
        assertThat(rows(page).first().locator("[data-part=who]")).hasText(World.SMALL);

        page.reload();
        assertThat(page.locator("#f-person")).hasValue(World.SMALL);
        assertThat(page.locator("#f-action")).hasValue("sign-in");
        assertThat(rows(page).first().locator("[data-part=client]"))
                .hasText("Quill & Co. Bookbinders");

        page.goBack();
        assertThat(page.locator("#f-person")).hasValue("");
        page.locator("button[type=reset]").click();
        assertThat(page).hasURL(Pattern.compile("/admin/trail$"));
    }

    @Test
    void olderLinesComeUnderneathByKeyboard() throws Exception {
        PortalTables.run(
                "INSERT INTO eb_audit (at_ms, actor, role, client_id, action, target, result)"
                        + " SELECT seq, 'many@x.example', 'customer', NULL, 'from-tomorrow',"
                        + " CONCAT('thing ', seq), 'ok' FROM seq_1_to_120");
        try {
            browsing.signedInAsAdmin();
            Page page = opened("admin/trail?person=many@x.example");
            assertThat(rows(page)).hasCount(50);
            // A code that this version has no words for is shown as it stands.
            assertThat(rows(page).first().locator("[data-part=what]")).hasText("from-tomorrow");

            Locator more = page.locator("[data-part=more]");
            more.focus();
            more.press("Enter");
            assertThat(rows(page)).hasCount(100);
            assertThat(more).isFocused();
            more.press("Enter");
            assertThat(rows(page)).hasCount(120);
            assertThat(more).isHidden();
            assertThat(page.locator("[data-part=range]")).containsText("120 lines");
        } finally {
            PortalTables.run("DELETE FROM eb_audit WHERE actor = 'many@x.example'");
        }
    }

    @Test
    void nothingFoundAndNoAnswerAreTold() {
        Page page = trail();
        page.locator("#f-q").fill("no such thing anywhere");
        page.locator("#f-q").press("Enter");
        assertThat(page.locator("#empty-title")).hasText("No line matches");

        browsing.watch().expect("400");
        page.navigate("admin/trail?client=nobody");
        assertThat(page.locator("#trail [data-part=why]"))
                .hasText("That filter cannot be used. client is the number of a client.");

        browsing.watch().expect("ERR_FAILED");
        page.route("**/api/admin/trail?**", Route::abort);
        page.navigate("admin/trail");
        assertThat(page.locator("#trail [data-part=why]")).hasText("This could not be read.");
        page.unroute("**/api/admin/trail?**");
        page.locator("#trail [data-part=retry]").click();
        assertThat(rows(page).first()).isVisible();
    }

    @Test
    void anExportIsWhatTheFiltersShow() throws Exception {
        browsing.signedIn(World.SMALL);
        Page page = opened("activity?action=sign-in");

        Download file = page.waitForDownload(() -> page.locator("#export").click());

        Assertions.assertThat(file.suggestedFilename())
                .startsWith("activity-quill-co-bookbinders-");
        Assertions.assertThat(Files.readString(file.path()).lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"sign-in\""));
    }

    @Test
    @Tag("fault-29")
    void whatAStrangerTypedIsTextAndNothingElse() throws Exception {
        new Session().signIn("\"><svg onload=alert(1)>", "x");

        browsing.signedInAsAdmin();
        Page page = opened("admin/trail?q=svg");

        assertThat(rows(page).first().locator("[data-part=who]"))
                .hasText("\"><svg onload=alert(1)>");
        assertThat(rows(page).first().locator("[data-part=as]")).hasText("not known");
    }

    @Test
    void whoMayNotHasNeitherLinkNorPage() {
        browsing.watch().expect("403");
        Page page = browsing.signedIn(World.MSP, World.LARKSPUR).page();
        page.navigate("status");
        Assertions.assertThat(page.locator(".side-nav a[href$='/activity']").count()).isZero();
        page.navigate("activity");
        assertThat(page.locator("h1")).hasText("This is not yours to see");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theyLookAndReadAsTheReaderWants(ColorScheme scheme, String language) throws Exception {
        PortalTables.run(
                "INSERT INTO eb_audit (at_ms, actor, role, client_id, action, target, result,"
                        + " reference, address, via) SELECT UNIX_TIMESTAMP() * 1000, email, 'admin',"
                        + " 103, 'clients.view', 'Ticket 4711: the restore of last Thursday', 'ok',"
                        + " '', '198.51.100.7', 'session abcdefgh' FROM eb_admins LIMIT 1");
        PortalTables.run(
                "INSERT INTO eb_audit (at_ms, actor, role, client_id, action, target, result,"
                        + " reference, address, via) VALUES (UNIX_TIMESTAMP() * 1000,"
                        + " 'iris@quill.example', 'customer', 103, 'restore.begin', 'QUILL-PC',"
                        + " 'refused', 'EB-7F3K-20C1', '2001:db8:85a3:8d3:1319:8a2e:370:7348',"
                        + " 'token 12')");
        browsing.start(scheme, language);
        String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;

        Page page = browsing.signedIn(World.SMALL).page();
        page.navigate("activity");
        assertThat(rows(page).first()).isVisible();
        checked("activity-" + name, language);

        browsing.signedInAsAdmin();
        page.navigate("admin/trail?client=103");
        assertThat(rows(page).first()).isVisible();
        checked("trail-" + name, language);
        page.navigate("admin/trail?q=nothing+like+it");
        assertThat(page.locator("#empty-title")).isVisible();
        new Look(page).isGood("nothing found, " + name);
    }

    private void checked(String name, String language) {
        Page page = browsing.page();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        new Look(page).isGood(name);
        browsing.picture(name);
        page.setViewportSize(390, 844);
        browsing.picture(name + "-phone");
        page.setViewportSize(1440, 900);
    }

    private Page activity() {
        browsing.signedIn(World.SMALL);
        return opened("activity");
    }

    private Page trail() {
        browsing.signedInAsAdmin();
        return opened("admin/trail");
    }

    private Page opened(String address) {
        Page page = browsing.page();
        page.navigate(address);
        assertThat(page.locator("#trail [data-part=wait]")).isHidden();
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator("#trail tbody tr");
    }
}
