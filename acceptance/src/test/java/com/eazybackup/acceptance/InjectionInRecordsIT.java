package com.eazybackup.acceptance;

import static com.eazybackup.acceptance.Hostile.DRAWING;
import static com.eazybackup.acceptance.Hostile.EXPRESSION;
import static com.eazybackup.acceptance.Hostile.IMAGE;
import static com.eazybackup.acceptance.Hostile.SCRIPT;
import static com.eazybackup.acceptance.Hostile.nothingWasTaken;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.mail.ReceivedMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What people call themselves, their browsers, keys and reasons, and reads somebody else: in lists
 * of sessions and keys, in the trail and its file, on the console's pages, in mails.
 */
class InjectionInRecordsIT {

    private static final int CLIENT = 106;
    private static final String COMPANY = IMAGE + " {client} {n}";
    private static final String ADMIN = "mallory@portal.example";
    private static final String ADMINS_NAME = DRAWING + EXPRESSION;
    private static final String INVITED = "sibyl@portal.example";

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeAll
    static void theyCallThemselvesSo() throws Exception {
        rename(COMPANY, EXPRESSION, SCRIPT);
        PortalAdmins.make(ADMIN, "super", false);
        PortalTables.run(
                "UPDATE eb_admins SET name = '%s' WHERE email = '%s'"
                        .formatted(quoted(ADMINS_NAME), ADMIN));
    }

    @AfterAll
    static void theyAreThemselvesAgain() throws Exception {
        rename("Emptynest Media", "Eve", "Lindqvist");
        PortalTables.run("DELETE FROM eb_api_tokens");
        PortalAdmins.remove(ADMIN);
        PortalAdmins.remove(INVITED);
    }

    private static void rename(String company, String first, String last) throws Exception {
        PortalTables.run(
                "UPDATE tblclients SET companyname = '%s', firstname = '%s', lastname = '%s' WHERE id = %d"
                        .formatted(quoted(company), quoted(first), quoted(last), CLIENT));
        PortalTables.run(
                "UPDATE tblusers SET first_name = '%s', last_name = '%s' WHERE email = '%s'"
                        .formatted(quoted(first), quoted(last), World.EMPTY));
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    @Test
    @Tag("fault-29")
    void whatABrowserCallsItselfIsTextInTheListOfSessions() throws Exception {
        String agent = "Firefox/1 " + IMAGE + EXPRESSION;
        Session other = new Session();
        Answer in =
                other.send(
                        other.request("/api/session")
                                .header("Content-Type", "application/json")
                                .header("User-Agent", agent)
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"email\":\"%s\",\"password\":\"%s\"}"
                                                        .formatted(
                                                                World.EMPTY,
                                                                DemoCustomers.PASSWORD)))
                                .build());
        assertThat(in.status()).isEqualTo(200);

        Page page = browsing.signedIn(World.EMPTY).page();
        page.navigate("account/sessions");
        Locator row = row(page, "#sessions", IMAGE);
        assertThat(row.locator("[data-part=agent]")).hasText(agent);
        assertThat(row.locator("[data-part=agent]")).hasAttribute("title", agent);
        nothingWasTaken(page);
    }

    @Test
    @Tag("fault-29")
    void theNameOfAKeyIsTextWhereverItIsSaid() throws Exception {
        String name = SCRIPT + EXPRESSION + " {name}";
        Page page = browsing.signedIn(World.EMPTY).page();
        page.navigate("account/tokens");
        page.locator("#new").click();
        page.locator("#make-name").fill(name);
        page.locator("#make [data-part=make]").click();
        assertThat(page.locator("#make [data-part=shownTitle]")).isVisible();
        page.locator("#make [data-part=kept]").check();
        page.locator("#make [data-part=done]").click();

        Locator row = row(page, "#tokens", name);
        assertThat(row.locator("[data-part=name]")).hasText(name);
        row.locator("[data-part=revoke]").click();
        assertThat(page.locator("#confirm-title")).containsText(name);
        nothingWasTaken(page);
        page.locator("#confirm [data-part=yes]").click();
        assertThat(page.locator(".toast")).containsText(name);
        nothingWasTaken(page);

        page.navigate("activity");
        assertThat(row(page, "#trail", SCRIPT).first().locator("[data-part=target]"))
                .containsText(name);
        nothingWasTaken(page);
    }

    @Test
    @Tag("fault-29")
    void aClientIsFoundAskedAboutAndLookedAtAsText() throws Exception {
        String reason = DRAWING + EXPRESSION;
        Page page = browsing.page();
        signInAsAdmin(page);
        page.navigate("admin/clients?q=" + encoded(IMAGE));
        Locator row = row(page, "#clients", IMAGE);
        assertThat(row.locator("[data-part=name]")).hasText(COMPANY);
        assertThat(row.locator("[data-part=person]")).hasText(EXPRESSION + " " + SCRIPT);
        nothingWasTaken(page);
        row.locator("button").click();
        assertThat(page.locator("#look-title")).containsText(COMPANY);
        page.locator("#reason").fill(reason);
        page.locator("#reason").press("Enter");

        StatusPage.on(page);
        assertThat(page.locator("#viewing")).containsText(COMPANY);
        assertThat(page.locator(".client-switch b")).hasText(COMPANY);
        nothingWasTaken(page);
        page.navigate("admin/clients?q=no+such");
        assertThat(page.locator("#viewing")).containsText(COMPANY);
        nothingWasTaken(page);
        page.locator("#viewing [data-part=stop]").click();
        assertThat(page.locator("#viewing")).isHidden();

        page.navigate("admin/trail?action=clients.view");
        Locator line = page.locator("#trail tbody tr").first();
        assertThat(line.locator("[data-part=target]")).hasText(reason);
        assertThat(line.locator("[data-part=client]")).hasText(COMPANY);
        assertThat(line.locator("[data-part=as]")).containsText(ADMINS_NAME);
        nothingWasTaken(page);

        browsing.signedIn(World.EMPTY);
        page.navigate("activity?action=clients.view");
        assertThat(page.locator("#trail tbody tr").first().locator("[data-part=target]"))
                .hasText(reason);
        assertThat(page.locator("#trail tbody tr").first()).containsText(ADMINS_NAME);
        nothingWasTaken(page);
    }

    @Test
    @Tag("fault-29")
    void anAdministratorsNameIsTextInTheListInQuestionsAndInTheMenu() throws Exception {
        Page page = browsing.signedInAsAdmin().page();
        page.navigate("admin/admins");
        Locator row = row(page, "#admins", ADMIN);
        assertThat(row.locator("[data-part=name]")).hasText(ADMINS_NAME);
        row.locator("[data-part=manage]").click();
        assertThat(page.locator("#manage-title")).containsText(ADMINS_NAME);
        page.locator("[data-act=end-sessions]").click();
        assertThat(page.locator("#confirm")).containsText(ADMINS_NAME);
        nothingWasTaken(page);
        page.locator("#confirm [data-part=yes]").click();
        assertThat(page.locator(".toast")).isVisible();
        nothingWasTaken(page);

        signInAsAdmin(page);
        page.navigate("admin/admins");
        UserMenu.open(page);
        assertThat(page.locator(".menu-who b")).hasText(ADMINS_NAME);
        nothingWasTaken(page);
    }

    @Test
    @Tag("fault-29")
    void aMailSaysWhoInvitesAndNothingElseComesOfTheName() throws Exception {
        int before = World.get().mail().to(INVITED).size();
        Session mallory = new Session();
        assertThat(mallory.signIn(ADMIN, PortalAdmins.PASSWORD).status()).isEqualTo(200);
        assertThat(
                        mallory.post(
                                        "/api/admin/admins/invites",
                                        Map.of("email", INVITED, "role", "support"))
                                .status())
                .isEqualTo(201);

        World.eventually("the mail", () -> World.get().mail().to(INVITED).size() == before + 1);

        ReceivedMail mail = World.get().mail().to(INVITED).get(before);
        assertThat(mail.text()).contains(ADMINS_NAME);
        assertThat(mail.html())
                .contains("&lt;svg onload=document.title='taken'&gt;" + EXPRESSION)
                .doesNotContain("<svg");
    }

    @Test
    @Tag("fault-31")
    void noNameIsAFormulaInTheFileOfTheTrail() throws Exception {
        Session eve = Session.of(World.EMPTY);
        Program.madeBy(eve, "=HYPERLINK(\"http://x.example\")");
        Program.madeBy(eve, "@SUM(1+1)");
        Session admin = Session.ofAdmin();
        admin.post(
                "/api/admin/viewing",
                Map.of("client_id", CLIENT, "reason", "+1+1;=cmd|' /C calc'!A0"));
        admin.delete("/api/admin/viewing");
        new Session().signIn("-2+3@x.example", "x");

        String own = eve.get("/api/trail/export").body();
        String all = Session.ofAdmin().get("/api/admin/trail/export").body();

        assertThat(own)
                .contains("\"'=HYPERLINK(\"\"http://x.example\"\")\"", "\"'@SUM(1+1)\"")
                .contains("\"'+1+1;'=cmd|' /C calc'!A0\"");
        assertThat(all)
                .contains("\"'=HYPERLINK(\"\"http://x.example\"\")\"", "\"'@SUM(1+1)\"")
                .contains("\"'+1+1;'=cmd|' /C calc'!A0\"", "\"'-2+3@x.example\"");
        for (String file : new String[] {own, all}) {
            assertThat(file.lines())
                    .noneMatch(line -> line.matches("(.*,)?\"[\\s\u0000]*[=+@-].*"))
                    .noneMatch(line -> line.contains("\u0000"));
        }
    }

    @Test
    @Tag("fault-29")
    void whatAStrangerCallsHimselfIsTextInTheTrail() throws Exception {
        new Session().signIn(SCRIPT + EXPRESSION, "x");

        Page page = browsing.signedInAsAdmin().page();
        page.navigate("admin/trail?person=" + encoded(SCRIPT + EXPRESSION));

        assertThat(page.locator("#f-person")).hasValue(SCRIPT + EXPRESSION);
        assertThat(page.locator("#trail tbody tr").first().locator("[data-part=who]"))
                .hasText(SCRIPT + EXPRESSION);
        nothingWasTaken(page);
    }

    private static void signInAsAdmin(Page page) {
        if (!page.request()
                .post(
                        "api/session",
                        RequestOptions.create()
                                .setData(Map.of("email", ADMIN, "password", PortalAdmins.PASSWORD)))
                .ok()) {
            throw new AssertionError(ADMIN + " cannot sign in");
        }
    }

    private static Locator row(Page page, String table, String text) {
        return page.locator(table + " tbody tr, " + table + " tr[data-email]")
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
