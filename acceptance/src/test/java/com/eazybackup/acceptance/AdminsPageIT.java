package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.mail.ReceivedMail;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Administrators and their invitations: the page, the mail, the link. */
class AdminsPageIT {

    private static final String SOPHIE = "sophie@portal.example";
    private static final String BILL = "bill@portal.example";
    private static final String PASSWORD = "plover lattice tin 71";

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeEach
    void billIsThere() throws Exception {
        PortalAdmins.remove(SOPHIE);
        PortalAdmins.make(BILL, "operations", false);
    }

    @AfterEach
    void clear() throws Exception {
        World.get().mail().start();
        PortalAdmins.remove(SOPHIE);
        PortalAdmins.remove(BILL);
    }

    @Test
    @Tag("fault-28")
    void whoIsInvitedAcceptsSignsInAndSeesWhatSupportMayAndNothingElse() throws Exception {
        Page page = console();
        int before = World.get().mail().to(SOPHIE).size();
        page.locator("#invite-email").fill(SOPHIE);
        page.locator("#invite-role").selectOption("support");
        page.locator("#invite [type=submit]").click();
        confirm(page);
        assertThat(page.locator(".toast")).containsText(SOPHIE);
        assertThat(row(page, "#invites", SOPHIE)).containsText("Support");

        World.eventually("the mail", () -> World.get().mail().to(SOPHIE).size() == before + 1);
        ReceivedMail mail = World.get().mail().to(SOPHIE).get(before);
        assertThat(mail.subject()).isEqualTo("Your invitation to eazyBackup");
        String link = link(mail);
        assertThat(mail.html()).contains("href=\"" + link + "\"");
        for (int i = 0; i < 3; i++) { // a program that protects a mailbox
            new Session().send(HttpRequest.newBuilder(java.net.URI.create(link)).build());
        }

        browsing.start(ColorScheme.LIGHT, "en-CA");
        Page reader = browsing.page();
        reader.navigate(link);
        assertThat(reader.locator("h1")).hasText("Your invitation");
        assertThat(reader.locator(".invited")).containsText(SOPHIE);
        new Look(reader).isGood("invitation");
        browsing.picture("invite");
        reader.locator("#name").fill("Sophie Tremblay");
        reader.locator("#password").fill("portal12");
        reader.locator("#take").click();
        assertThat(reader.locator("#password-problem")).containsText("12 characters");
        reader.locator("#password").fill(PASSWORD);
        reader.locator("#take").click();
        assertThat(reader.locator("h1")).hasText("Welcome");
        new Look(reader).isAccessible("invitation accepted");
        reader.navigate(link);
        assertThat(reader.locator("h1")).hasText("This invitation opens nothing");

        Door.open(reader).enter(SOPHIE, PASSWORD);
        assertThat(reader).hasURL(Pattern.compile(".*/admin/operations$"));
        assertThat(reader.locator(".side-nav a")).hasCount(4);
        browsing.watch().expect("403");
        reader.navigate("admin/admins");
        assertThat(reader.locator("#invite-email")).hasCount(0);

        Session support = new Session();
        support.signIn(SOPHIE, PASSWORD);
        assertThat(support.get("/api/admin/operations").status()).isEqualTo(200);
        assertThat(support.get("/api/admin/admins").status()).isEqualTo(403);
        assertThat(
                        support.post(
                                        "/api/admin/admins/invites",
                                        Map.of("email", "x@portal.example", "role", "super"))
                                .status())
                .isEqualTo(403);
        assertThat(support.post("/api/admin/operations/streams/obc/connect").status())
                .isEqualTo(403);
        assertThat(support.get("/api/devices").status()).isEqualTo(403);
    }

    @Test
    @Tag("fault-26")
    void whoIsDisabledIsOutAlsoWithAnOpenPage() {
        Page bills = browsing.page();
        Door.open(bills).enter(BILL, PortalAdmins.PASSWORD);
        assertThat(bills.locator(".feed h3").first()).isVisible();
        browsing.watch().expect("401");

        Page root = browsing.another();
        Door.open(root).enter(DemoWorld.ADMIN_EMAIL, DemoWorld.ADMIN_PASSWORD);
        root.waitForURL("**/admin/operations");
        root.navigate("admin/admins");
        manage(root, BILL, "disable");
        assertThat(row(root, "#admins", BILL)).containsText("Disabled");

        assertThat(bills).hasURL(Pattern.compile(".*/signin\\?.*ended.*"));
        Door.open(bills).enter(BILL, PortalAdmins.PASSWORD);
        assertThat(bills.locator("#password-problem")).isVisible();
    }

    @Test
    void aRoleIsChangedAndThePersonIsOut() throws Exception {
        Session bill = new Session();
        bill.signIn(BILL, PortalAdmins.PASSWORD);
        Page page = console();

        page.locator("#admins tr[data-email='" + BILL + "'] [data-part=manage]").click();
        new Look(page).isAccessible("what may be done about an administrator");
        browsing.picture("admins-manage");
        page.locator("#manage-role").selectOption("billing");
        page.locator("[data-act=role]").click();
        confirm(page);

        assertThat(row(page, "#admins", BILL)).containsText("Billing");
        assertThat(bill.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void nobodyManagesHimself() throws Exception {
        Page page = console();
        Locator own = row(page, "#admins", DemoWorld.ADMIN_EMAIL);
        assertThat(own).containsText("You");
        assertThat(own.locator("[data-part=manage]")).isHidden();

        Session root = Session.ofAdmin();
        int self = id(root, DemoWorld.ADMIN_EMAIL);
        Answer refused = root.post("/api/admin/admins/" + self + "/disable");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).contains("themselves");
        assertThat(root.post("/api/admin/admins/999999/disable").status()).isEqualTo(404);
    }

    @Test
    @Tag("fault-20")
    void whileTheMailServerIsDownTheInvitationWaitsAndThePageSaysSo() throws Exception {
        int before = World.get().mail().to(SOPHIE).size();
        World.get().mail().stop();
        Session root = Session.ofAdmin();
        Answer invited =
                root.post(
                        "/api/admin/admins/invites",
                        Map.of("email", SOPHIE, "role", "billing", "language", "fr"));
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.json().path("mailed").asBoolean()).isTrue();
        assertThat(invited.body()).doesNotContain("token");

        Page page = console();
        assertThat(row(page, "#invites", SOPHIE))
                .containsText("Mail waiting to be sent since", within(30_000));

        World.get().mail().start();
        World.within(
                java.time.Duration.ofMinutes(2),
                "the mail",
                () -> World.get().mail().to(SOPHIE).size() == before + 1);
        assertThat(World.get().mail().to(SOPHIE).get(before).subject()).startsWith("Votre");
        assertThat(row(page, "#invites", SOPHIE)).not().containsText("waiting", within(30_000));
    }

    @Test
    void anInvitationIsRevokedAndItsLinkOpensNothing() throws Exception {
        int before = World.get().mail().to(SOPHIE).size();
        Session root = Session.ofAdmin();
        root.post("/api/admin/admins/invites", Map.of("email", SOPHIE, "role", "support"));
        World.eventually("the mail", () -> World.get().mail().to(SOPHIE).size() == before + 1);
        Page page = console();

        row(page, "#invites", SOPHIE).locator("[data-part=revoke]").click();
        confirm(page);
        assertThat(row(page, "#invites", SOPHIE)).hasCount(0);

        page.navigate(link(World.get().mail().to(SOPHIE).get(before)));
        assertThat(page.locator("h1")).hasText("This invitation opens nothing");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void thePagesLookAndReadAsTheReaderWants(ColorScheme scheme, String language) throws Exception {
        String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        Session.ofAdmin()
                .post("/api/admin/admins/invites", Map.of("email", SOPHIE, "role", "support"));
        browsing.start(scheme, language);
        Page page = console();
        assertThat(row(page, "#invites", SOPHIE)).isVisible();
        new Look(page).isGood("administrators " + look);
        browsing.wholePicture("admins-" + look);
        page.setViewportSize(390, 844);
        browsing.wholePicture("admins-" + look + "-phone");

        page.navigate("account/security");
        new Look(page).isGood("sign-in and security " + look);
        browsing.wholePicture("security-" + look);
        page.setViewportSize(390, 844);
        browsing.wholePicture("security-" + look + "-phone");
    }

    private Page console() {
        Page page = browsing.signedInAsAdmin().page();
        page.setViewportSize(1440, 900);
        page.navigate("admin/admins");
        assertThat(page.locator("#admins tr[data-email]").first()).isVisible();
        return page;
    }

    private static void manage(Page page, String email, String act) {
        page.locator("#admins tr[data-email='" + email + "'] [data-part=manage]").click();
        page.locator("[data-act=" + act + "]").click();
        confirm(page);
    }

    private static void confirm(Page page) {
        page.locator("#confirm [data-part=yes]").click();
    }

    private static Locator row(Page page, String table, String email) {
        return page.locator(table + " tr[data-email='" + email + "']");
    }

    private static String link(ReceivedMail mail) {
        Matcher link = Pattern.compile("http\\S+/invite\\?token=\\S+").matcher(mail.text());
        if (!link.find()) {
            throw new AssertionError("no link in the mail");
        }
        return link.group();
    }

    private static int id(Session session, String email) throws Exception {
        for (JsonNode admin : session.get("/api/admin/admins").json().path("admins")) {
            if (admin.path("email").asText().equals(email)) {
                return admin.path("id").asInt();
            }
        }
        throw new AssertionError(email);
    }

    private static LocatorAssertions.ContainsTextOptions within(int ms) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(ms);
    }
}
