package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A portal whose customers come in through the provider alone. */
class OpenIdOnlyIT {

    @TempDir static Path folder;

    private static AnotherServer server;

    @RegisterExtension final Browsing browsing = new Browsing().at(() -> server.portal());

    @BeforeAll
    static void aServerWithoutPasswords() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        server =
                AnotherServer.start(
                                home,
                                AnotherServer.copyOfBase(home, folder.resolve("base")),
                                Map.of("EB_OIDC_ONLY", "1", "EB_OIDC_NAME", "Möwe <Login> & Söhne"))
                        .awaitReady();
    }

    @AfterAll
    static void itEnds() {
        server.close();
    }

    @Test
    void theDoorHasOneButtonAndAdministratorsFindTheirForm() {
        Page page = browsing.page();

        page.navigate("signin");
        assertThat(page.locator("#provider")).hasText("Sign in with Möwe <Login> & Söhne");
        assertThat(page.locator("#email")).hasCount(0);
        new Look(page).isGood("door-provider-only");
        browsing.picture("door-provider-only");

        page.navigate("signin?admin");
        assertThat(page.locator("#provider")).hasCount(0);
        page.locator("#email").fill(World.SMALL);
        page.locator("#password").fill(DemoCustomers.PASSWORD);
        page.locator("#enter").click();
        assertThat(page.locator("#password-problem")).containsText("do not match");
        page.locator("#email").fill(DemoWorld.ADMIN_EMAIL);
        page.locator("#password").fill(DemoWorld.ADMIN_PASSWORD);
        page.locator("#enter").click();
        assertThat(page).hasURL(Pattern.compile("/admin/operations$"));
    }

    @Test
    void aCustomersPasswordOpensNothingForProgramsEither() {
        int status =
                browsing.page()
                        .request()
                        .post(
                                "api/session",
                                RequestOptions.create()
                                        .setData(
                                                Map.of(
                                                        "email",
                                                        World.SMALL,
                                                        "password",
                                                        DemoCustomers.PASSWORD)))
                        .status();

        assertThat(status).isEqualTo(401);
    }
}
