package com.eazybackup.acceptance;

import static com.eazybackup.acceptance.Hostile.DRAWING;
import static com.eazybackup.acceptance.Hostile.IMAGE;
import static com.eazybackup.acceptance.Hostile.SCRIPT;
import static com.eazybackup.acceptance.Hostile.TURNED;
import static com.eazybackup.acceptance.Hostile.nothingWasTaken;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.simulator.fleet.Acts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that would like to be something else: markup, expressions, statements, marks that turn
 * words round.
 */
class InjectionIT {

    private static final String ACCOUNT = "emptynest";
    private static final int CLIENT = 106;

    private static final String LONG = "long " + "x".repeat(4_090);

    /** Each begins with what is looked for when the table or the browser keeps less of it. */
    private static final List<String> NAMES =
            List.of(
                    IMAGE,
                    DRAWING,
                    SCRIPT,
                    "#{7919*7877}",
                    "${7919*7877}",
                    "{{7919*7877}} %{7919*7877} *{7919*7877}",
                    "{device} {n}",
                    TURNED,
                    "\u05e9\u05e8\u05ea 12 \u0634\u0628\u0643\u0629",
                    "\ud83d\udcbe \ud835\udc9f\ud835\udcbe\ud835\udcc8\ud835\udcc0",
                    "'; DROP TABLE comet_devices; -- \\",
                    "<b>&lt;&amp;",
                    "NUL \u0000 <i>in the middle</i>",
                    LONG);

    private static final Acts ACTS = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private static final List<String> DEVICES = new ArrayList<>();
    private static final List<String> ITEMS = new ArrayList<>();

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeAll
    static void aFleetOfSuchNames() throws Exception {
        for (String name : NAMES) {
            DEVICES.add(ACTS.devices().add(ACCOUNT, name));
        }
        String item = ACTS.accounts().addItem(ACCOUNT, DEVICES.get(0), "engine1/file", IMAGE);
        String turned = ACTS.accounts().addItem(ACCOUNT, DEVICES.get(7), "engine1/file", TURNED);
        ITEMS.addAll(List.of(item, turned));
        String vault = vault();
        ACTS.jobs().finish(ACTS.jobs().start(ACCOUNT, DEVICES.get(0), item, vault), 7002);
        ACTS.jobs().finish(ACTS.jobs().start(ACCOUNT, DEVICES.get(7), turned, vault), 5000);
        PortalTables.run(
                "UPDATE tblclients SET companyname = '<img src=x onerror=document.title=1>' WHERE id = "
                        + CLIENT);
        PortalTables.run(
                "UPDATE tblusers SET first_name = '#{7919*7877}', last_name = '\"><svg onload=alert(1)>'"
                        + " WHERE email = '"
                        + World.EMPTY
                        + "'");
        Session session = Session.of(World.EMPTY);
        World.eventually(
                "every such device is in the list",
                () -> session.get("/api/devices").json().path("total").asInt() == NAMES.size());
    }

    @AfterAll
    static void itGoes() throws Exception {
        ITEMS.forEach(item -> ACTS.accounts().removeItem(ACCOUNT, item));
        DEVICES.forEach(device -> ACTS.devices().remove(ACCOUNT, device, ACCOUNT));
        PortalTables.run(
                "UPDATE tblclients SET companyname = 'Emptynest Media' WHERE id = " + CLIENT);
        PortalTables.run(
                "UPDATE tblusers SET first_name = 'Eve', last_name = 'Lindqvist' WHERE email = '"
                        + World.EMPTY
                        + "'");
        Session session = Session.of(World.EMPTY);
        World.eventually(
                "the list is empty again",
                () -> session.get("/api/devices").json().path("total").asInt() == 0);
        World.eventually(
                "their items are gone, too",
                () ->
                        PortalTables.rows(
                                        "SELECT 1 FROM comet_items WHERE username = '"
                                                + ACCOUNT
                                                + "'")
                                .isEmpty());
    }

    @Test
    @Tag("fault-29")
    void namesOfDevicesAreTextInTheListAndTheApi() throws Exception {
        List<String> told = new ArrayList<>();
        Session.of(World.EMPTY)
                .get("/api/devices")
                .json()
                .path("items")
                .forEach(device -> told.add(device.path("name").asText()));
        assertThat(told).containsAll(NAMES.subList(0, NAMES.size() - 1));

        Page page = browsing.signedIn(World.EMPTY).page();
        StatusPage status = StatusPage.open(page);
        assertThat(status.rows()).hasCount(NAMES.size());
        List<String> shown = page.locator("#rows [data-part=name]").allTextContents();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(told);
        nothingWasTaken(page);
        new Look(page).isGood("a fleet of hostile names");
        browsing.picture("hostile-names-desk");
        page.setViewportSize(390, 844);
        browsing.picture("hostile-names-phone");
        browsing.start(ColorScheme.LIGHT, "fr-CA");
        StatusPage.open(browsing.signedIn(World.EMPTY).page());
        browsing.picture("hostile-names-light");
        nothingWasTaken(browsing.page());
    }

    @Test
    @Tag("fault-29")
    void theNamesOfPersonAndCompanyAreText() throws Exception {
        Page page = browsing.signedIn(World.EMPTY).page();
        StatusPage.open(page);

        assertThat(page.locator(".client-switch b"))
                .hasText("<img src=x onerror=document.title=1>");
        UserMenu.open(page);
        assertThat(page.locator(".menu-who b")).hasText("#{7919*7877} \"><svg onload=alert(1)>");
        nothingWasTaken(page);
    }

    @Test
    @Tag("fault-29")
    void aJobOfSuchAnItemIsTextInThePopoverAndOnItsWayThere() {
        Page page = browsing.signedIn(World.EMPTY).page();
        StatusPage status = StatusPage.open(page);
        Locator row = page.locator("#rows .device[data-id]").filter(named(page, IMAGE));
        StatusPage.bar(row).click();
        assertThat(status.popover().locator("[data-part=title]").last()).containsText(IMAGE);
        assertThat(status.popover().locator("#popover-subtitle")).containsText(IMAGE);
        browsing.picture("hostile-names-popover");
        page.keyboard().press("Escape");
        StatusPage.days(row).click();
        assertThat(status.popover().locator("#popover-subtitle")).containsText(IMAGE);
        page.keyboard().press("Escape");

        String live = ACTS.jobs().start(ACCOUNT, DEVICES.get(1), "", vault());
        Locator other = page.locator("#rows .device[data-id]").filter(named(page, DRAWING));
        StatusPage.appears(StatusPage.running(other));
        ACTS.jobs().finish(live, 7002);
        assertThat(page.locator("#announce")).containsText(DRAWING);
        assertThat(StatusPage.bar(other))
                .hasAttribute("aria-label", DRAWING + ", last 24 hours: 1 error");
        nothingWasTaken(page);
    }

    @Test
    @Tag("fault-29")
    void aDeviceThatRegistersItselfWhileThePageIsOpenIsTextToo() throws Exception {
        Page page = browsing.signedIn(World.EMPTY).page();
        StatusPage status = StatusPage.open(page);
        String name = "<iframe src=javascript:parent.document.title='taken'> " + SCRIPT;

        String device = ACTS.devices().add(ACCOUNT, name);
        assertThat(status.row(name)).hasCount(1);
        ACTS.devices().rename(ACCOUNT, device, DRAWING + " again");
        assertThat(status.row(DRAWING + " again")).hasCount(1);
        ACTS.devices().remove(ACCOUNT, device, ACCOUNT);
        assertThat(status.rows()).hasCount(NAMES.size());
        nothingWasTaken(page);
    }

    @Test
    @Tag("fault-29")
    void anAccountAndAVaultOfSuchNamesAreTextInTheListAndTheTables() throws Exception {
        String account = "q'; -- " + IMAGE;
        PortalTables.run(
                "INSERT INTO tblhosting (id, userid, packageid, server, regdate, billingcycle,"
                        + " domainstatus, username, password) SELECT 5606, userid, packageid, server,"
                        + " regdate, billingcycle, domainstatus, '"
                        + account.replace("'", "''")
                        + "', '' FROM tblhosting WHERE username = '"
                        + ACCOUNT
                        + "'");
        Page page = browsing.signedIn(World.EMPTY).page();
        StatusPage status = StatusPage.open(page);
        try {
            ACTS.accounts().add(account);
            String vault = ACTS.accounts().addVault(account, 1003, DRAWING + SCRIPT + TURNED);
            ACTS.devices().add(account, "plain");
            StatusPage.appears(status.row("plain"));
            assertThat(status.row("plain").locator("[data-part=user]")).hasText(account);
            assertThat(
                            PortalTables.rows(
                                    "SELECT name FROM comet_vaults WHERE id = ? AND username = ?",
                                    vault,
                                    account))
                    .containsExactly(DRAWING + SCRIPT + TURNED);
            nothingWasTaken(page);
        } finally {
            ACTS.accounts().remove(account);
            try {
                assertThat(status.rows()).hasCount(NAMES.size());
            } finally {
                PortalTables.run("DELETE FROM tblhosting WHERE id = 5606");
            }
        }
    }

    @Test
    @Tag("fault-29")
    void marksThatTurnWordsRoundTurnTheirOwnNameAlone() {
        Page page = browsing.signedIn(World.EMPTY).page();
        StatusPage.open(page);
        Locator row = page.locator("#rows .device[data-id]").filter(named(page, "invoice"));
        Locator name = row.locator("[data-part=name]");

        assertThat(name.evaluate("name => getComputedStyle(name).unicodeBidi"))
                .isIn("isolate", "plaintext", "isolate-override");
        String label = StatusPage.bar(row).getAttribute("aria-label");
        assertThat(label).contains("\u2068invoicegpj.exe\u2069").doesNotContain("\u202E");
    }

    @Test
    @Tag("fault-29")
    void aFrameOfTheQuarantineIsTextOnTheOperationsPage() throws Exception {
        Session admin = Session.ofAdmin();
        PortalTables.run("DELETE FROM eb_quarantine");
        World.get().comet(DemoCustomers.COMETBACKUP).stream().poison(Poison.BROKEN_JSON);
        World.eventually(
                "the frame is kept",
                () ->
                        admin.get("/api/admin/operations/quarantine").json().path("total").asInt()
                                == 1);
        PortalTables.run(
                "UPDATE eb_quarantine SET frame = '"
                        + (IMAGE + DRAWING + SCRIPT + "#{7919*7877}" + TURNED).replace("'", "''")
                        + "', reason = '"
                        + (IMAGE + "#{7919*7877}").replace("'", "''")
                        + "'");
        Page page = browsing.signedInAsAdmin().page();
        ConsolePage console = ConsolePage.open(page);
        assertThat(console.frames()).hasCount(1);
        assertThat(console.frames()).containsText(IMAGE + "#{7919*7877}");
        console.frames().locator("[data-part=view]").click();
        assertThat(console.text()).containsText(SCRIPT);
        nothingWasTaken(page);
        new Look(page).isGood("a hostile frame");
        browsing.picture("hostile-frame");
        PortalTables.run("DELETE FROM eb_quarantine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {IMAGE, DRAWING, SCRIPT, "#{7919*7877}", "${7919*7877}", "{{7919*7877}}"})
    @Tag("fault-29")
    void whatIsTypedOrStandsInAnAddressIsText(String text) throws Exception {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        Page page = browsing.page();
        page.navigate("signin?next=" + encoded);
        page.evaluate("document.querySelector('#door').noValidate = true");
        page.locator("#email").fill(text);
        page.locator("#enter").click();
        assertThat(page.locator("#email")).hasValue(text);
        nothingWasTaken(page);

        browsing.signedIn(World.EMPTY);
        page.navigate("status?q=" + encoded);
        assertThat(page.locator("#search input")).hasValue(text);
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
        nothingWasTaken(page);
        browsing.watch().expect("404");
        page.navigate("no-such-page/" + encoded.replace("+", "%20"));
        assertThat(page.locator("h1")).isVisible();
        nothingWasTaken(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {IMAGE, "#{7919*7877}", "\" onerror=\""})
    @Tag("fault-29")
    void noProblemRepeatsWhatItWasSent(String text) throws Exception {
        Session session = Session.of(World.EMPTY);
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String path :
                List.of(
                        "/api/devices?sort=" + encoded,
                        "/api/devices?tz=" + encoded,
                        "/api/devices?page=" + encoded,
                        "/api/no-such/" + encoded.replace("+", "%20"))) {
            Answer answer = session.get(path);
            assertThat(answer.type()).contains("application/problem+json");
            assertThat(answer.body()).doesNotContain("onerror").doesNotContain("7919*7877");
        }
        Answer answer = session.put("/api/session/client", Map.of(text, 1));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<").doesNotContain("#{").doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "\" OR \"\"=\"",
                "1; DROP TABLE comet_devices",
                "x' AND SLEEP(5) -- ",
                "x') OR SLEEP(5)#",
                "/**/UNION/**/SELECT/**/1",
                "\\' OR 1=1 -- ",
                "%' AND (SELECT COUNT(*) FROM tblusers) > 0 AND '%'='",
                "name' DESC, (SELECT SLEEP(5))"
            })
    @Tag("fault-30")
    void noFilterIsAStatement(String text) throws Exception {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        Session session = Session.of(World.MSP, World.PINEWOOD);
        Session admin = Session.ofAdmin();
        long begun = System.nanoTime();
        Answer found = session.get("/api/devices?q=" + encoded);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().path("total").asInt()).isZero();
        for (String name : List.of("sort", "online", "tz", "page", "size")) {
            assertThat(session.get("/api/devices?" + name + "=" + encoded).status())
                    .as(name)
                    .isEqualTo(400);
        }
        for (String path :
                List.of(
                        "/api/admin/operations/quarantine?state=",
                        "/api/admin/operations/quarantine?page=",
                        "/api/admin/operations/quarantine?size=",
                        "/api/admin/operations/catch-ups?page=",
                        "/api/admin/operations/catch-ups?size=")) {
            assertThat(admin.get(path + encoded).status()).as(path).isEqualTo(400);
        }
        String segment = encoded.replace("+", "%20").replace("%2F", "_").replace("%5C", "_");
        assertThat(admin.delete("/api/admin/operations/quarantine/" + segment).status())
                .isEqualTo(404);
        assertThat(admin.post("/api/admin/operations/streams/" + segment + "/connect").status())
                .isEqualTo(404);
        assertThat(System.nanoTime() - begun).as("nothing slept").isLessThan(15_000_000_000L);
        assertThat(session.get("/api/devices?size=1").json().path("total").asInt()).isPositive();
    }

    private static Locator.FilterOptions named(Page page, String name) {
        return has(page.locator("[data-part=name]").filter(containing(name)));
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.FilterOptions has(Locator inner) {
        return new Locator.FilterOptions().setHas(inner);
    }

    private static String vault() {
        return World.get()
                .comet(DemoCustomers.COMETBACKUP)
                .fleet()
                .profile(ACCOUNT)
                .orElseThrow()
                .path("Destinations")
                .fieldNames()
                .next();
    }
}
