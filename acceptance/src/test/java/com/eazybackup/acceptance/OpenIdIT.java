package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.simulator.openid.Lie;
import com.eazybackup.simulator.openid.OpenIdProvider;
import com.eazybackup.simulator.openid.OpenIdSwitches.Verified;
import com.eazybackup.simulator.switches.SwitchBoard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-in through an OpenID provider, the whole way in a browser, and out again on both sides. */
class OpenIdIT {

    private static final Pattern STATUS = Pattern.compile(".*/status$");
    private static final Pattern DOOR = Pattern.compile(".*/signin(\\?.*)?$");
    private static final String NOOR = "noor@larkspur.example";

    /** In no other test here: nobody else's session at the provider is hers. */
    private static final String MIRA = "mira@larkspur.example";

    private static final OpenIdProvider PROVIDER = World.get().whmcs().openId();
    private static final SwitchBoard SWITCHES = new SwitchBoard(PROVIDER.switches());

    @RegisterExtension final Browsing browsing = new Browsing();

    @AfterEach
    void mend() {
        SWITCHES.reset();
        World.get().whmcs().faults().clear();
    }

    @Test
    void whoSignsInAtTheProviderIsSignedInHere() throws Exception {
        Page page = browsing.page();

        begin(page);
        enter(page, World.SMALL, "");

        assertThat(page).hasURL(STATUS);
        assertThat(page.getByText("Quill & Co. Bookbinders")).isVisible();
        assertThat(lastAudit()).isEqualTo(World.SMALL + " customer sign-in ok");
    }

    @Test
    void thePageThatWasAskedForIsThereAfterTheWayThroughTheProvider() {
        Page page = browsing.page();

        Door.insteadOf(page, "status?q=quill");
        page.locator("#provider").click();
        enter(page, World.SMALL, "");

        assertThat(page).hasURL(Pattern.compile(".*/status\\?q=quill$"));
    }

    @Test
    void whoHasASecondFactorIsSentToTheProviderAndGetsInThere() {
        Page page = browsing.page();
        Door.open(page).enter(NOOR);
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("a second factor, which is checked by WHMCS alone");

        page.locator("#provider").click();
        enter(page, NOOR, "");
        assertThat(page.locator("#wrong")).isVisible(); // the password alone is not enough there
        enter(page, NOOR, DemoCustomers.SECOND_FACTOR_CODE);

        assertThat(page).hasURL(STATUS);
        assertThat(page.getByText("Larkspur Accounting").first()).isVisible();
    }

    @Test
    @Tag("fault-26")
    void signingOutHereSignsOutThereToo() throws Exception {
        Page page = signedIn(MIRA);

        signOut(page);

        assertThat(page).hasURL(DOOR);
        assertThat(PROVIDER.knowsBrowserOf(MIRA)).isFalse();
        page.locator("#provider").click();
        assertThat(page.locator("#op-email")).isVisible(); // nobody is known there any more
        page.navigate(World.get().portal() + "status");
        assertThat(page).hasURL(DOOR);
    }

    @Test
    @Tag("fault-26")
    void signingOutThereEndsTheSessionHere() throws Exception {
        Page page = signedIn(World.SMALL);
        browsing.watch().expect("401");

        assertThat(PROVIDER.endSessionsOf(World.SMALL)).isNotEmpty().containsOnly(200);

        // The page hears it by its stream, which ends, and goes to the door by itself.
        assertThat(page).hasURL(DOOR);
        assertThat(page.locator("#email")).isVisible();
    }

    @ParameterizedTest
    @Tag("fault-26")
    @EnumSource(
            value = Lie.class,
            names = {"WRONG_ISSUER", "WRONG_AUDIENCE", "WRONG_NONCE", "OTHER_TENANT", "UNSIGNED"})
    void aWordThatIsNotGoodOpensNothing(Lie lie) throws Exception {
        PROVIDER.switches().lie = lie;
        Page page = browsing.page();

        begin(page);
        enter(page, World.SMALL, "");

        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("could not be signed in with WHMCS");
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(Pattern.compile("EB-\\w{4}-\\w{4}"));
        page.navigate("status");
        assertThat(page).hasURL(DOOR);
        assertThat(lastAudit()).isEqualTo("(provider) unknown sign-in unbelievable");
    }

    @ParameterizedTest
    @CsvSource({"pat@elsewhere.example", DemoWorld.ADMIN_EMAIL})
    void whoHasNoBackupsHereOrIsAnAdministratorGetsTheSamePoliteRefusal(String email)
            throws Exception {
        URI back = PROVIDER.approve(begun(browsing.page()), email, "pat@elsewhere.example");

        browsing.page().navigate(back.toString());

        assertThat(browsing.page().getByRole(AriaRole.ALERT))
                .containsText("could not be signed in with WHMCS");
        assertThat(lastAudit()).isEqualTo(email + " unknown sign-in refused");
    }

    @Test
    @Tag("fault-26")
    void anAddressThatIsNotVerifiedOpensNothing() {
        PROVIDER.switches().verified = Verified.NO;
        Page page = browsing.page();

        begin(page);
        enter(page, World.SMALL, "");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("e-mail address is not confirmed");
    }

    @Test
    void whoTurnsBackAtTheProviderIsToldSoAndNothingElse() {
        Page page = browsing.page();

        begin(page);
        page.locator("#op-cancel").click();

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("You did not finish signing in with WHMCS.");
    }

    @Test
    @Tag("fault-26")
    void anAnswerCountsOnce() {
        Page page = browsing.page();
        URI back = PROVIDER.approve(begun(page), World.SMALL);
        page.navigate(back.toString());
        assertThat(page).hasURL(STATUS);
        page.navigate("about:blank");
        browsing.context().clearCookies();

        page.navigate(back.toString());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("finished before");
    }

    @Test
    @Tag("fault-26")
    void anAnswerThatAnotherBrowserAskedForSignsNobodyIn() {
        Page page = browsing.page();
        URI attackers = PROVIDER.approve(begun(browsing.another()), World.SMALL);

        page.navigate(attackers.toString()); // sent to the victim as a link

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("another browser");
        page.navigate("status");
        assertThat(page).hasURL(DOOR);
    }

    @Test
    @Tag("fault-26")
    void answersThatTwoBrowsersExchangeSignNobodyIn() {
        Page page = browsing.page();
        Page other = browsing.another();
        URI own = PROVIDER.approve(begun(page), World.SMALL);
        URI others = PROVIDER.approve(begun(other), World.MSP);
        String mixed = own.toString().replace(parameter(own, "code"), parameter(others, "code"));

        page.navigate(mixed); // one's own state with the other's code
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        other.navigate(own.toString());
        assertThat(other.getByRole(AriaRole.ALERT)).containsText("another browser");
        page.navigate(others.toString());
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

        for (Page one : List.of(page, other)) {
            one.navigate("status");
            assertThat(one).hasURL(DOOR);
        }
        page.navigate(PROVIDER.approve(begun(page), World.SMALL).toString());
        assertThat(page).hasURL(STATUS);
    }

    private static String parameter(URI address, String name) {
        return Pattern.compile("(?<=(^|&)" + name + "=)[^&]+")
                .matcher(address.getRawQuery())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    @Test
    @Tag("fault-26")
    void theSessionHasANewIdAfterwardsAndAPlantedOneOpensNothing() throws Exception {
        Page page = browsing.page();
        URI begun = begun(page);
        String before = cookie();

        page.navigate(PROVIDER.approve(begun, World.SMALL).toString());

        assertThat(page).hasURL(STATUS);
        assertThat(cookie()).isNotEqualTo(before);
        HttpResponse<String> planted =
                send(
                        HttpRequest.newBuilder(World.get().portal().resolve("/api/session"))
                                .header("Cookie", "EBSESSION=" + before)
                                .build());
        assertThat(planted.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, false", "same-site, false", "same-origin, true", "none, true"})
    @Tag("fault-25")
    void anotherSiteDoesNotSendAnybodyToTheProvider(String site, boolean sent) throws Exception {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(
                                        World.get()
                                                .portal()
                                                .resolve("/oidc/start?next=%2Fstatus%3Fq%3Da"))
                                .header("Sec-Fetch-Site", site)
                                .build());

        assertThat(answer.statusCode()).isEqualTo(302);
        String where = answer.headers().firstValue("Location").orElseThrow();
        if (sent) {
            assertThat(where).contains("code_challenge=");
        } else {
            assertThat(where).endsWith("/signin?next=%2Fstatus%3Fq%3Da");
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void whoIsSignedInStaysWhoTheyAre() {
        Page page = browsing.signedIn(World.SMALL).page();

        page.navigate("oidc/start");

        assertThat(page).hasURL(STATUS);
    }

    @Test
    @Tag("fault-26")
    void aProviderThatIsAwayIsSaidToBeAndThePasswordStillOpens() {
        Page page = browsing.page();
        URI back = PROVIDER.approve(begun(page), World.SMALL);
        World.get()
                .whmcs()
                .faults()
                .add(Fault.always(Fault.Kind.STATUS).onPath("/oauth/token.php"));

        page.navigate(back.toString());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("WHMCS does not answer just now");
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(Pattern.compile("EB-\\w{4}-\\w{4}"));
        new Look(page).isGood("door-provider-away");
        browsing.picture("door-provider-away");
        Door.open(page).enter(World.SMALL);
        assertThat(page).hasURL(STATUS);
    }

    @Test
    void whatTheAddressSaysIsNotBelieved() {
        Page page = browsing.page();

        page.navigate("signin?provider=refused&reference=%3Cb%3ECall+555%3C/b%3E");
        assertThat(page.getByRole(AriaRole.ALERT)).not().containsText("555");
        page.navigate("signin?provider=call-this-number");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    @Tag("fault-26")
    void aLogoutTokenThatIsNotGoodEndsNothing() throws Exception {
        Session mine = Session.of(World.SMALL);
        for (Lie lie :
                List.of(
                        Lie.WRONG_ISSUER,
                        Lie.WRONG_AUDIENCE,
                        Lie.EXPIRED,
                        Lie.UNSIGNED,
                        Lie.FORGED_SIGNATURE,
                        Lie.LOGOUT_WITHOUT_EVENT,
                        Lie.LOGOUT_WITH_NONCE)) {
            PROVIDER.switches().lie = lie;
            assertThat(backChannel(token())).as(lie.toString()).isEqualTo(400);
        }
        PROVIDER.switches().lie = Lie.NONE;
        assertThat(backChannel(PROVIDER.idToken(DemoWorld.CLIENT_ID, World.SMALL))).isEqualTo(400);
        assertThat(backChannel("no token")).isEqualTo(400);
        assertThat(backChannel("x".repeat(40_000))).isEqualTo(400);
        assertThat(mine.get("/api/session").status()).isEqualTo(200);
        // A good one ends what the provider let in, not what a password did.
        assertThat(backChannel(token())).isEqualTo(200);
        assertThat(mine.get("/api/session").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void theDoorLooksGoodWithItsSecondWay(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        Page page = browsing.page();
        String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;

        page.navigate("signin?provider=refused&reference=EB-7F3K-20C1");

        new Look(page).isGood("door-provider-" + look);
        browsing.picture("door-provider-" + look);
        page.setViewportSize(390, 844);
        browsing.picture("door-provider-" + look + "-phone");
    }

    @Test
    void theButtonIsReachedByTheKeyboard() {
        Page page = browsing.page();
        Door.open(page);

        page.locator("#enter").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator("#provider")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("#op-email")).isVisible();
    }

    private Page signedIn(String email) {
        Page page = browsing.page();
        begin(page);
        enter(page, email, "");
        assertThat(page).hasURL(STATUS);
        StatusPage.on(page);
        return page;
    }

    private static void begin(Page page) {
        Door.open(page);
        page.locator("#provider").click();
    }

    private static void enter(Page page, String email, String code) {
        page.locator("#op-email").fill(email);
        page.locator("#op-password").fill(DemoCustomers.PASSWORD);
        page.locator("#op-code").fill(code);
        page.locator("#op-enter").click();
    }

    private static void signOut(Page page) throws Exception {
        UserMenu.open(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
        page.waitForURL(Pattern.compile(".*/signin$"));
    }

    /** Where this browser is sent to. */
    private static URI begun(Page page) {
        page.navigate("oidc/start");
        return URI.create(page.url());
    }

    private String cookie() {
        return browsing.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("EBSESSION"))
                .findFirst()
                .orElseThrow()
                .value;
    }

    private static String token() {
        return PROVIDER.logoutToken(DemoWorld.CLIENT_ID, World.SMALL, "session");
    }

    private static int backChannel(String token) throws Exception {
        return send(HttpRequest.newBuilder(World.get().portal().resolve("/oidc/backchannel"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout_token=" + token))
                        .build())
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String lastAudit() throws Exception {
        try (Connection connection = World.get().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT actor, role, action, result FROM eb_audit ORDER BY id DESC LIMIT 1")) {
            row.next();
            return row.getString(1)
                    + " "
                    + row.getString(2)
                    + " "
                    + row.getString(3)
                    + " "
                    + row.getString(4);
        }
    }
}
