package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator's own password and second factor, in a browser and over the API. */
class AdminSecurityIT {

    private static final String WREN = "wren@portal.example";
    private static final String NEW = "plover lattice tin 71";
    private static final Pattern SECURITY = Pattern.compile(".*/account/security(\\?.*)?$");
    private static final Pattern CONSOLE = Pattern.compile(".*/admin/operations$");

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeEach
    void wrenIsOperations() throws Exception {
        PortalAdmins.make(WREN, "operations", false);
    }

    @AfterEach
    void wrenIsGone() throws Exception {
        PortalAdmins.remove(WREN);
    }

    @Test
    void theFirstSignInEndsAtThePasswordAndGoesOnAfterIt() throws Exception {
        PortalAdmins.make(WREN, "operations", true);
        Page page = browsing.page();

        Door.open(page).enter(WREN, PortalAdmins.PASSWORD);

        assertThat(page).hasURL(SECURITY);
        assertThat(page.locator(".banner")).containsText("Choose your own");
        for (String path : List.of("", "admin/operations", "status", "choose", "signin")) {
            page.navigate(path);
            assertThat(page).hasURL(SECURITY);
        }
        assertThat(page.locator(".side-nav a")).hasCount(0);
        new Look(page).isGood("first sign-in");
        browsing.wholePicture("security-first");

        change(page, PortalAdmins.PASSWORD, "password1234");
        assertThat(page.locator("[id='password-form:wanted-problem']"))
                .containsText("easy to guess");
        change(page, "not it, not it", NEW);
        assertThat(page.locator("[id='password-form:current-problem']"))
                .containsText("not your present password");
        String before = cookie(page);
        change(page, PortalAdmins.PASSWORD, NEW);

        assertThat(page.locator(".banner")).containsText("The password is changed");
        assertThat(cookie(page)).isNotEqualTo(before);
        page.locator(".side-nav a").first().click();
        assertThat(page).hasURL(CONSOLE);
        assertThat(new Session().signIn(WREN, PortalAdmins.PASSWORD).status()).isEqualTo(401);
        assertThat(new Session().signIn(WREN, NEW).status()).isEqualTo(200);
    }

    @Test
    void overTheApiTheFirstSignInMayDoNothingElseEither() throws Exception {
        PortalAdmins.make(WREN, "operations", true);
        Session wren = new Session();
        assertThat(wren.signIn(WREN, PortalAdmins.PASSWORD).status()).isEqualTo(200);
        Session other = new Session();
        other.signIn(WREN, PortalAdmins.PASSWORD);

        Answer refused = wren.get("/api/admin/operations");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asText())
                .isEqualTo(
                        "Look after your own sign-in first: set a new password, or the second factor.");
        assertThat(wren.get("/api/account/second-factor").json().path("first").asText())
                .isEqualTo("password");

        Answer weak =
                wren.post(
                        "/api/account/password",
                        Map.of("current", PortalAdmins.PASSWORD, "password", "password1234"));
        assertThat(weak.status()).isEqualTo(400);
        assertThat(
                        wren.post(
                                        "/api/account/password",
                                        Map.of("current", PortalAdmins.PASSWORD, "password", NEW))
                                .status())
                .isEqualTo(204);

        assertThat(wren.get("/api/admin/operations").status()).isEqualTo(200);
        assertThat(other.get("/api/session").status()).isEqualTo(401);
    }

    /** Whatever an administrator may otherwise, and whatever is nobody's but the owner's. */
    @Test
    void nothingIsReachedPastTheFirstPassword() throws Exception {
        PortalAdmins.make(WREN, "super", true);
        Session wren = signedIn();

        for (String path :
                List.of(
                        "/api/admin/operations",
                        "/api/admin/operations/quarantine",
                        "/api/admin/clients",
                        "/api/admin/trail",
                        "/api/admin/trail/export",
                        "/api/admin/admins",
                        "/api/devices",
                        "/api/pulse/snapshot",
                        "/api/pulse/events",
                        "/api/trail",
                        "/api/trail/export",
                        "/api/tokens")) {
            assertThat(wren.get(path).status()).as(path).isEqualTo(403);
        }
        for (String path :
                List.of(
                        "/api/admin/operations/streams/obc/connect",
                        "/api/admin/admins/1/disable")) {
            assertThat(wren.post(path).status()).as(path).isEqualTo(403);
        }
        Map<String, Object> look = Map.of("client_id", World.QUILL, "reason", "x");
        assertThat(wren.post("/api/admin/viewing", look).status()).isEqualTo(403);
        Map<String, Object> invite = Map.of("email", "x@portal.example", "role", "super");
        assertThat(wren.post("/api/admin/admins/invites", invite).status()).isEqualTo(403);
        assertThat(Program.make(wren, "mine", List.of("see-fleet"), Duration.ofDays(1)).status())
                .isEqualTo(403);
        for (String page :
                List.of(
                        "/admin/operations",
                        "/admin/operations.xhtml",
                        "/admin/trail",
                        "/admin/clients",
                        "/admin/admins",
                        "/status",
                        "/activity",
                        "/account/tokens",
                        "/account/tokens.xhtml")) {
            Answer answer = wren.get(page);
            assertThat(answer.status()).as(page).isIn(302, 303, 403);
            assertThat(answer.body()).as(page).doesNotContain("side-nav");
        }
    }

    @Test
    void anOldHashIsMadeStrongerAtTheSignIn() throws Exception {
        new Session().signIn(WREN, PortalAdmins.PASSWORD);

        assertThat(PortalTables.rows("SELECT password_hash FROM eb_admins WHERE email = ?", WREN))
                .singleElement()
                .asString()
                .startsWith("pbkdf2-sha256$600000$");
        assertThat(new Session().signIn(WREN, PortalAdmins.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aSecondFactorIsSetUpAskedForAndReplacedByARecoveryCode() throws Exception {
        Page page = browsing.page();
        Door.open(page).enter(WREN, PortalAdmins.PASSWORD);
        UserMenu.open(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign-in and security"))
                .click();
        page.locator("[id='begin-form:proof']").fill(PortalAdmins.PASSWORD);
        page.locator("[id='begin-form:begin']").click();

        Authenticator app = Authenticator.scanned(page.locator(".qr"));
        assertThat(Authenticator.of(page.locator("#factor-secret").textContent()).code(5))
                .isEqualTo(app.code(5));
        new Look(page).isGood("setting up a second factor");
        browsing.wholePicture("security-enrol");
        page.locator("[id='confirm-form:code']").fill("000000");
        page.locator("[id='confirm-form:confirm']").click();
        assertThat(page.locator("[id='confirm-form:code-problem']")).containsText("not right");
        page.locator("[id='confirm-form:code']").fill(app.code(0));
        page.locator("[id='confirm-form:confirm']").click();

        assertThat(page.locator(".recovery li")).hasCount(10);
        new Look(page).isGood("recovery codes");
        browsing.wholePicture("security-codes");
        String recovery = page.locator(".recovery li").first().textContent();
        page.reload();
        assertThat(page.locator(".recovery li")).hasCount(0);
        page.navigate("account/security");
        assertThat(page.locator("#factor-title")).containsText("On");

        signOut(page);
        Door.open(page).enter(WREN, PortalAdmins.PASSWORD);
        assertThat(page.locator("#code-title")).hasText("One more step");
        assertThat(page.locator("#code")).isFocused();
        new Look(page).isGood("second step");
        browsing.picture("signin-code");
        page.navigate("admin/operations");
        assertThat(page).hasURL(Pattern.compile(".*/signin\\?next=.*"));
        code(page, "000000");
        assertThat(page.locator(".banner")).containsText("not right");
        String used = app.code(1);
        code(page, used);
        assertThat(page).hasURL(CONSOLE);

        signOut(page);
        Door.open(page).enter(WREN, PortalAdmins.PASSWORD);
        code(page, used);
        assertThat(page.locator(".banner")).containsText("used before");
        code(page, recovery);
        assertThat(page).hasURL(CONSOLE);
        page.navigate("account/security");
        assertThat(page.locator("#factor-title + .lead + .lead")).containsText("9");
        new Look(page).isGood("second factor on");
        browsing.wholePicture("security-on");
    }

    @Test
    void whoChangesTheirMindAtTheSecondStepGoesBackToThePassword() throws Exception {
        Session wren = signedIn();
        enrol(wren);
        Page page = browsing.page();
        Door.open(page).enter(WREN, PortalAdmins.PASSWORD);

        page.locator("#back").click();

        assertThat(page.locator("#email")).isVisible();
    }

    @Test
    @Tag("fault-26")
    void overTheApiTheSecondStepIsAsStrict() throws Exception {
        Session wren = signedIn();
        Session other = signedIn();
        Authenticator app = enrol(wren);
        assertThat(other.get("/api/session").status()).isEqualTo(401);

        Session late = new Session();
        Answer wanted = late.signIn(WREN, PortalAdmins.PASSWORD);
        assertThat(wanted.status()).isEqualTo(401);
        assertThat(wanted.json().path("code").asText()).isEqualTo("second-factor");
        assertThat(late.get("/api/session").status()).isEqualTo(401);
        String waiting = late.cookie().orElseThrow().getValue();
        Answer wrong = late.post("/api/session/second-factor", Map.of("code", "000000"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("code").asText()).isEqualTo("second-factor");
        Answer right = late.post("/api/session/second-factor", Map.of("code", app.code(1)));
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.json().at("/user/email").asText()).isEqualTo(WREN);
        assertThat(late.cookie().orElseThrow().getValue()).isNotEqualTo(waiting);

        Answer nothing =
                new Session().post("/api/session/second-factor", Map.of("code", app.code(1)));
        assertThat(nothing.status()).isEqualTo(401);
        assertThat(nothing.json().path("code").asText()).isEqualTo("unauthenticated");
    }

    @Test
    void aCustomerIsToldWhereTheirPasswordIs() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        page.navigate("account/security");
        assertThat(page.locator("#customer-title")).containsText("billing site");
        new Look(page).isGood("security of a customer");
        Session iris = Session.of(World.SMALL);
        assertThat(
                        iris.post("/api/account/password", Map.of("current", "a", "password", "b"))
                                .status())
                .isEqualTo(403);
    }

    private static Session signedIn() throws Exception {
        Session session = new Session();
        session.signIn(WREN, PortalAdmins.PASSWORD);
        return session;
    }

    private static Authenticator enrol(Session session) throws Exception {
        Answer begun =
                session.post(
                        "/api/account/second-factor", Map.of("password", PortalAdmins.PASSWORD));
        Authenticator app = Authenticator.of(begun.json().path("secret").asText());
        Answer on = session.post("/api/account/second-factor/confirm", Map.of("code", app.code(0)));
        assertThat(on.json().path("recovery_codes")).hasSize(10);
        return app;
    }

    private static void change(Page page, String current, String wanted) {
        page.locator("[id='password-form:current']").fill(current);
        page.locator("[id='password-form:wanted']").fill(wanted);
        page.locator("[id='password-form:change']").click();
    }

    private static void code(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("#enter-code").click();
    }

    private static void signOut(Page page) throws Exception {
        UserMenu.open(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
        Locator email = page.locator("#email");
        assertThat(email).isVisible();
    }

    private static String cookie(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.contains("SESSION"))
                .findFirst()
                .orElseThrow()
                .value;
    }
}
