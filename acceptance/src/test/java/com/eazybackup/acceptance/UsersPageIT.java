package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page "Users". */
class UsersPageIT {

    private static final int USERS = 10;
    private static final long POLL = 60_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeAll
    static void someReachALimit() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);
        World.eventually(
                "every profile of Pinewood is read",
                () ->
                        !session.get("/api/users").body().contains("unknown")
                                && session.get("/api/users").json().path("total").asInt() == USERS);
        fillAVault();
        PortalTables.run(
                "UPDATE eb_user_settings s JOIN comet_users u ON u.id = s.id SET s.m365_quota = 1"
                        + " WHERE u.username = 'birchlegal-m365'");
        PortalTables.run(
                "UPDATE comet_items SET content = JSON_SET(content,"
                        + " '$.Statistics.LastBackupJob.TotalAccountsCount', 46)"
                        + " WHERE username = 'birchlegal-m365' ORDER BY id LIMIT 1");
        PortalTables.run(
                "UPDATE eb_user_settings s JOIN comet_users u ON u.id = s.id"
                        + " SET s.email_reports = 0 WHERE u.username = 'granite_logistics'");
    }

    private static void fillAVault() throws Exception {
        PortalTables.run(
                "UPDATE comet_vaults SET total_bytes = 1099511627776, has_storage_limit = 1,"
                        + " storage_limit_bytes = 1099511627776 WHERE client_id = 101"
                        + " AND username = 'cobaltdesign' AND is_active = 1 ORDER BY id LIMIT 1");
    }

    @AfterAll
    static void andNoMore() throws Exception {
        PortalTables.run(
                "UPDATE comet_vaults SET has_storage_limit = 0 WHERE username = 'cobaltdesign'");
    }

    @BeforeEach
    void nothingChosen() throws Exception {
        PortalTables.run("DELETE FROM eb_looks");
    }

    @Test
    void whatHasReachedALimitIsSaidFirstAndCanBeShownAlone() {
        ListView list = opened("users");

        assertThat(list.verdict()).hasText("2 of 10 users have reached a limit");
        assertThat(list.detail())
                .containsText("cobaltdesign has a full vault: backups to it fail.");
        assertThat(list.detail())
                .containsText(Pattern.compile("birchlegal-m365 protects \\d+ of 1 Microsoft 365"));
        assertThat(list.rows()).hasCount(USERS);
        assertThat(browsing.page().locator("#sums")).containsText("110 devices");
        assertThat(browsing.page().locator(".side-nav [aria-current=page]")).hasText("Users");

        list.act().click();
        assertThat(list.rows()).hasCount(2);
        assertThat(browsing.page()).hasURL(Pattern.compile("at_limit=true"));
        browsing.page().locator("#only button").click();
        assertThat(list.rows()).hasCount(USERS);

        list.detail().locator("a").first().click();
        assertThat(list.rows()).hasCount(1);
        assertThat(list.cells("username")).hasText("cobaltdesign");
    }

    @Test
    void wordsOrderAndPageAreInTheAddressAndSurviveAReload() {
        ListView list = opened("users");
        Page page = browsing.page();

        list.sort("username").click();
        assertThat(list.head("username")).hasAttribute("aria-sort", "ascending");
        assertThat(list.cells("username").first()).hasText("birchlegal");
        list.sort("username").press("Enter");
        assertThat(page).hasURL(Pattern.compile("sort=-username"));
        assertThat(list.cells("username").first()).hasText("tamarackdental");

        page.keyboard().press("/");
        assertThat(list.search()).isFocused();
        page.keyboard().type("BIRCH");
        assertThat(list.rows()).hasCount(2);
        assertThat(page.locator("#announce")).hasText("2 found");
        page.reload();
        assertThat(list.search()).hasValue("BIRCH");
        assertThat(list.rows()).hasCount(2);
        assertThat(list.head("username")).hasAttribute("aria-sort", "descending");
        page.keyboard().press("/");
        page.keyboard().press("Escape");
        assertThat(list.rows()).hasCount(USERS);
        page.goBack();
        assertThat(list.head("username")).hasAttribute("aria-sort", "ascending");
    }

    @Test
    void backAndForwardBringWordsOrderAndFilterWithThem() {
        ListView list = opened("users");
        list.search().fill("birch");
        assertThat(list.rows()).hasCount(2);
        list.act().click();
        assertThat(list.search()).hasValue("");
        assertThat(list.rows()).hasCount(2);
        list.sort("username").click();
        assertThat(list.head("username")).hasAttribute("aria-sort", "ascending");

        browsing.page().goBack();
        assertThat(list.head("storage")).hasAttribute("aria-sort", "descending");
        assertThat(browsing.page().locator("#only")).isVisible();
        browsing.page().goBack();
        assertThat(list.search()).hasValue("birch");
        assertThat(browsing.page().locator("#only")).isHidden();
        assertThat(list.cells("username").first()).containsText("birchlegal");
        browsing.page().goForward();
        assertThat(list.search()).hasValue("");
        assertThat(list.rows()).hasCount(2);
        assertThat(browsing.page().locator("#only")).isVisible();
    }

    @Test
    void columnsAndRowsAreKeptForThePersonAndNotForOthers() {
        ListView list = opened("users");
        Page page = browsing.page();
        assertThat(list.head("proxmox")).isHidden();

        list.columns().click();
        assertThat(list.column("Username")).isDisabled();
        assertThat(list.column("Account name")).isFocused();
        list.column("VMware guests").uncheck();
        list.column("Proxmox guests").check();
        assertThat(list.columnBox()).containsText("12 of 13");
        page.keyboard().press("Escape");
        assertThat(list.columnBox()).isHidden();
        assertThat(list.columns()).isFocused();
        kept(page, "\"size\":10", () -> list.size().selectOption("10"));

        page.reload();
        list.ready();
        assertThat(list.head("vmware")).isHidden();
        assertThat(list.cells("vmware").first()).isHidden();
        assertThat(list.head("proxmox")).isVisible();
        assertThat(list.size()).hasValue("10");

        list.columns().click();
        kept(
                page,
                "{\"hidden\":null}",
                () -> page.locator("#columns-box [data-part=reset]").click());
        assertThat(list.head("vmware")).isVisible();
        page.reload();
        list.ready();
        assertThat(list.head("proxmox")).isHidden();

        page.navigate("about:blank");
        browsing.signedIn(World.SMALL);
        ListView other = ListView.open(page, "users");
        assertThat(other.size()).hasValue("25");
    }

    @Test
    void officeAccountsAndTheirQuotaAreColumnsOfTheirOwn() {
        ListView list = opened("users");

        list.sort("m365_quota").click();
        assertThat(list.head("m365_quota")).hasAttribute("aria-sort", "descending");
        assertThat(list.cells("m365_quota").first()).hasText("unlimited");
        list.sort("m365_quota").click();
        assertThat(list.cells("username").first()).hasText("birchlegal-m365");
        assertThat(list.cells("m365_quota").first()).hasText("1");
        list.sort("m365_accounts").click();
        assertThat(list.cells("username").first()).hasText("birchlegal-m365");
        assertThat(list.cells("m365_accounts").first())
                .hasText(Pattern.compile("\\d+ over the quota"));

        list.columns().click();
        list.column("Microsoft 365 quota").uncheck();
        assertThat(list.head("m365_quota")).isHidden();
        assertThat(list.cells("m365_quota").first()).isHidden();
        assertThat(list.cells("m365_accounts").first()).isVisible();
        list.column("Microsoft 365 quota").check();
        list.column("Microsoft 365 accounts used").uncheck();
        assertThat(list.cells("m365_quota").first()).isVisible();
        assertThat(list.cells("m365_accounts").first()).isHidden();
    }

    @Test
    void whoeverHadHiddenTheOneColumnSeesNeitherUntilTheyAreChosen() throws Exception {
        look("{\"hidden\":[\"m365\",\"vmware\",\"no_such_column\"]}");
        ListView list = opened("users");
        for (String hidden : new String[] {"m365_accounts", "m365_quota", "vmware"}) {
            assertThat(list.head(hidden)).isHidden();
        }

        list.columns().click();
        assertThat(list.columnBox()).containsText("10 of 13");
        kept(
                browsing.page(),
                "{\"hidden\":[\"vmware\",\"m365_accounts\"]}",
                () -> list.column("Microsoft 365 quota").check());
        browsing.page().reload();
        list.ready();
        assertThat(list.head("m365_quota")).isVisible();
        assertThat(list.head("m365_accounts")).isHidden();
    }

    @Test
    void pagesAreTurnedByKeyboardAndTheFocusStaysOnAButtonThatDoesSomething() throws Exception {
        look("{\"size\":10}");
        PortalTables.run(
                "INSERT INTO tblhosting (id, userid, packageid, server, regdate, billingcycle,"
                        + " domainstatus, username, password) SELECT 90000 + seq, 101, 58, 0,"
                        + " '2024-01-01', 'Monthly', 'Active', CONCAT('zz-', seq), ''"
                        + " FROM seq_1_to_3");
        try {
            ListView list = opened("users?sort=username");
            Page page = browsing.page();
            assertThat(list.part("range")).hasText("1 to 10 of 13");
            assertThat(list.part("previous")).isDisabled();

            list.part("next").focus();
            page.keyboard().press("Enter");
            assertThat(list.rows()).hasCount(3);
            assertThat(list.part("range")).hasText("11 to 13 of 13");
            assertThat(page).hasURL(Pattern.compile("page=2"));
            assertThat(list.cells("email_reports").first()).hasText("not known yet");
            assertThat(list.cells("m365_quota").first()).hasText("not known yet");
            assertThat(list.part("previous")).isFocused();

            page.goBack();
            assertThat(list.rows()).hasCount(10);
            assertThat(list.part("range")).hasText("1 to 10 of 13");
            page.goForward();
            assertThat(list.rows()).hasCount(3);

            page.navigate("users?page=7");
            assertThat(list.rows()).hasCount(3);
            assertThat(page).hasURL(Pattern.compile("page=2"));
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("sort=username&page=2"));
        } finally {
            PortalTables.run("DELETE FROM tblhosting WHERE id > 90000");
        }
    }

    @Test
    void aPollTakesNobodysSelectionOrFocusAway() throws Exception {
        browsing.signedIn(World.MSP, World.PINEWOOD);
        Page page = browsing.page();
        page.clock().install();
        ListView list = ListView.open(page, "users?sort=username");
        String named =
                (String) list.cells("account_name").first().evaluate("cell => cell.innerText");
        try {
            list.cells("username")
                    .first()
                    .locator("span")
                    .evaluate("name => getSelection().selectAllChildren(name)");
            PortalTables.run(
                    "UPDATE comet_users SET account_name = 'Renamed meanwhile'"
                            + " WHERE client_id = 101 AND username = 'birchlegal'");
            page.clock().runFor(POLL);
            assertThat(list.cells("account_name").first()).hasText("Renamed meanwhile");
            Assertions.assertThat(page.evaluate("getSelection().toString()"))
                    .isEqualTo("birchlegal");

            Locator link = list.detail().locator("a", text("birchlegal-m365"));
            link.focus();
            andNoMore();
            page.clock().runFor(POLL);
            assertThat(list.verdict()).hasText("1 of 10 users has reached a limit");
            assertThat(list.detail()).not().containsText("cobaltdesign");
            assertThat(link).isFocused();
        } finally {
            fillAVault();
            PortalTables.run(
                    "UPDATE comet_users SET account_name = '%s'".formatted(named.replace("'", "''"))
                            + " WHERE client_id = 101 AND username = 'birchlegal'");
        }
    }

    @Test
    void nothingFoundAndNoAnswerAreToldAndHaveAWayOut() {
        ListView list = opened("users?q=no+such+user");
        Page page = browsing.page();
        assertThat(list.part("nomatch")).isVisible();
        list.part("clear-all").click();
        assertThat(list.rows()).hasCount(USERS);

        browsing.watch().expect("400");
        page.navigate("users?sort=nonsense");
        assertThat(list.part("why")).containsText("sort is one of username,");

        browsing.watch().expect("ERR_FAILED");
        page.route("**/api/users?**", Route::abort);
        page.navigate("users");
        assertThat(list.part("why")).hasText("This list could not be read.");
        assertThat(page.locator("#verdict")).isHidden();
        page.unroute("**/api/users?**");
        list.part("retry").click();
        assertThat(list.rows()).hasCount(USERS);
        assertThat(list.part("error")).isHidden();
        assertThat(list.verdict()).isVisible();
    }

    @Test
    void thePageWorksWhenLooksCannotBeRead() {
        browsing.signedIn(World.MSP, World.PINEWOOD);
        browsing.watch().expect("ERR_FAILED");
        browsing.page().route("**/api/preferences/**", Route::abort);

        ListView list = ListView.open(browsing.page(), "users");

        assertThat(list.rows()).hasCount(USERS);
        assertThat(list.head("proxmox")).isHidden();
    }

    @Test
    void anExportIsWhatIsLookedFor() throws Exception {
        ListView list = opened("users?q=birch");
        assertThat(list.rows()).hasCount(2);

        Page page = browsing.page();
        Download file = page.waitForDownload(() -> page.locator("#export").click());

        Assertions.assertThat(file.suggestedFilename()).startsWith("users-pinewood-it-");
        Assertions.assertThat(Files.readString(file.path()).lines().findFirst().orElseThrow())
                .contains("m365_accounts", "m365_quota");
        Assertions.assertThat(Files.readString(file.path()).lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains("birchlegal"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        String name = "users-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        ListView list = opened("users");
        Page page = browsing.page();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(list.rows()).hasCount(USERS);
        new Look(page).isGood(name);
        browsing.picture(name);
        list.columns().click();
        new Look(page).isAccessible(name + ", columns");
        browsing.picture(name + "-columns");
        page.keyboard().press("Escape");
        page.setViewportSize(390, 844);
        browsing.wholePicture(name + "-phone");
        page.setViewportSize(1440, 900);
        ListView.open(page, "users?q=no+such+user");
        new Look(page).isGood(name + ", nothing found");
    }

    private ListView opened(String address) {
        browsing.signedIn(World.MSP, World.PINEWOOD);
        return ListView.open(browsing.page(), address);
    }

    private static Locator.LocatorOptions text(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }

    private static void look(String look) throws Exception {
        PortalTables.run(
                "INSERT INTO eb_looks (role, person_id, client_id, name, look, updated_ms)"
                        + " SELECT 'customer', id, 101, 'users', '%s', 0 FROM tblusers"
                                .formatted(look)
                        + " WHERE email = '"
                        + World.MSP
                        + "'");
    }

    /** Waits until the server has taken a wish, which says this. */
    private static void kept(Page page, String words, Runnable wish) {
        Response answer =
                page.waitForResponse(
                        one ->
                                one.url().contains("/api/preferences/")
                                        && one.request().method().equals("PUT")
                                        && one.request().postData().contains(words),
                        wish);
        Assertions.assertThat(answer.status()).isEqualTo(204);
    }
}
