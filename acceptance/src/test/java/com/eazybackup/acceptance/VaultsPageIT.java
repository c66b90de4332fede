package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page "Vaults". */
class VaultsPageIT {

    private static final long GIB = 1L << 30;

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeAll
    static void vaultsOfEachState() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);
        World.eventually(
                "every user of Pinewood has its vault",
                () -> session.get("/api/vaults").json().path("total").asInt() >= 10);
        set("tamarackdental", 1000 * GIB, 1000 * GIB);
        set("riverbend.clinic", 2000 * GIB, 2400 * GIB);
        set("northgate-school", 1900 * GIB, 2500 * GIB);
        set("granite_logistics", 400 * GIB, 1000 * GIB);
        set("pinewood-internal", 0, 500 * GIB);
    }

    private static void set(String user, long stored, long quota) throws Exception {
        PortalTables.run(
                "UPDATE comet_vaults SET total_bytes = %d, has_storage_limit = 1, storage_limit_bytes = %d WHERE client_id = 101 AND username = '%s' AND is_active = 1 ORDER BY type DESC, id LIMIT 1"
                        .formatted(stored, quota, user));
    }

    @AfterAll
    static void asBefore() throws Exception {
        PortalTables.run("UPDATE comet_vaults SET has_storage_limit = 0 WHERE client_id = 101");
    }

    @Test
    void theFullestComesFirstWithWhatItMeans() {
        ListView list = opened("vaults");

        assertThat(list.verdict()).hasText(Pattern.compile("1 of \\d+ vaults is full"));
        assertThat(list.detail())
                .containsText(Pattern.compile(".+ of tamarackdental is full: backups to it fail."));
        assertThat(list.cells("username").first()).hasText("tamarackdental");
        assertThat(list.cells("state").first()).containsText("Full");
        assertThat(list.cells("state").first()).containsText("Backups stop here");
        assertThat(list.cells("usage").first().locator("[data-part=percent]")).hasText("100%");
        assertThat(list.cells("stored").first()).containsText("measured");
        assertThat(list.head("usage")).hasAttribute("aria-sort", "descending");
        assertThat(browsing.page().locator(".side-nav [aria-current=page]")).hasText("Vaults");

        list.act().click();
        assertThat(list.rows()).hasCount(1);
        assertThat(browsing.page()).hasURL(Pattern.compile("state=full"));
        assertThat(browsing.page().locator("#state")).hasValue("full");
    }

    @Test
    void aVaultCalledLikeAPlaceInTheSentenceDoesNotCutIt() throws Exception {
        PortalTables.run(
                "UPDATE comet_vaults SET name = CONCAT('{user} is fine ', name) WHERE client_id = 101"
                        + " AND username = 'tamarackdental'");
        try {
            ListView list = opened("vaults");

            assertThat(list.detail())
                    .containsText(
                            Pattern.compile(
                                    "\\{user} is fine .+ of tamarackdental is full: backups to it"
                                            + " fail."));
        } finally {
            PortalTables.run(
                    "UPDATE comet_vaults SET name = REPLACE(name, '{user} is fine ', '') WHERE"
                            + " client_id = 101 AND username = 'tamarackdental'");
        }
    }

    @Test
    void aPageThatIsSeenAgainIsReadAnewAndTakesNobodysFocusOrSelectionAway() throws Exception {
        ListView list = opened("vaults");
        Page page = browsing.page();
        try {
            list.cells("username")
                    .first()
                    .locator("span")
                    .evaluate("name => getSelection().selectAllChildren(name)");
            StatusPageIT.hide(page, true);
            set("tamarackdental", 1010 * GIB, 1000 * GIB);
            StatusPageIT.hide(page, false);
            assertThat(list.cells("usage").first().locator("[data-part=percent]")).hasText("101%");
            Assertions.assertThat(page.evaluate("getSelection().toString()"))
                    .isEqualTo("tamarackdental");

            Locator link = list.detail().locator("a").first();
            link.focus();
            StatusPageIT.hide(page, true);
            set("granite_logistics", 1000 * GIB, 1000 * GIB);
            StatusPageIT.hide(page, false);
            assertThat(list.verdict()).hasText(Pattern.compile("2 of \\d+ vaults are full"));
            assertThat(list.detail().locator("a").first()).hasText("granite_logistics");
            assertThat(list.detail().locator("a").last()).isFocused();

            StatusPageIT.hide(page, true);
            set("granite_logistics", 400 * GIB, 1000 * GIB);
            StatusPageIT.hide(page, false);
            assertThat(list.verdict()).hasText(Pattern.compile("1 of \\d+ vaults is full"));
            assertThat(link).hasText("tamarackdental");
            assertThat(link).isFocused();
            assertThat(
                            list.rows()
                                    .filter(text("granite_logistics"))
                                    .filter(text("Cloud vault"))
                                    .locator(".status"))
                    .hasClass("status is-success");
        } finally {
            set("tamarackdental", 1000 * GIB, 1000 * GIB);
            set("granite_logistics", 400 * GIB, 1000 * GIB);
        }
    }

    @Test
    void eachStateHasItsWord() {
        ListView list = opened("vaults");
        Page page = browsing.page();
        String[][] expected = {
            {"nearly_full", "riverbend.clinic", "Nearly full"},
            {"filling", "northgate-school", "Filling"},
            {"empty", "pinewood-internal", "Empty"},
            {"locked", "birchlegal-m365", "Locked"},
        };
        for (String[] one : expected) {
            page.locator("#state").selectOption(one[0]);
            assertThat(page).hasURL(Pattern.compile("state=" + one[0]));
            assertThat(list.cells("state").first()).containsText(one[2]);
            assertThat(list.cells("username").first()).hasText(one[1]);
        }
        page.reload();
        assertThat(page.locator("#state")).hasValue("locked");
        assertThat(list.cells("tier").first()).hasText("included");
        page.locator("#state").selectOption("");
        list.search().fill("granite");
        assertThat(list.cells("username").first()).hasText("granite_logistics");
        assertThat(list.cells("state").first()).containsText("Room");
    }

    @Test
    void anExportIsWhatIsLookedFor() throws Exception {
        ListView list = opened("vaults?state=filling");
        assertThat(list.rows()).hasCount(1);

        Page page = browsing.page();
        Download file = page.waitForDownload(() -> page.locator("#export").click());

        Assertions.assertThat(file.suggestedFilename()).startsWith("vaults-pinewood-it-");
        Assertions.assertThat(Files.readString(file.path()).lines().skip(1))
                .hasSize(1)
                .allMatch(line -> line.contains("\"filling\""));
    }

    @Test
    void aClientWithoutVaultsIsToldWhatWillBeHere() {
        browsing.signedIn("noor@halcyon.example");
        ListView list = ListView.open(browsing.page(), "vaults");

        assertThat(list.part("empty")).isVisible();
        assertThat(list.verdict()).hasText("There are no vaults yet");
        assertThat(list.part("foot")).isHidden();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, fr-CA", "LIGHT, en-CA"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        String name = "vaults-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        opened("vaults");
        Page page = browsing.page();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        new Look(page).isGood(name);
        browsing.picture(name);
        page.setViewportSize(390, 844);
        browsing.wholePicture(name + "-phone");
        page.setViewportSize(1440, 900);
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private ListView opened(String address) {
        browsing.signedIn(World.MSP, World.PINEWOOD);
        ListView list = ListView.open(browsing.page(), address);
        assertThat(list.rows().first()).isVisible();
        return list;
    }
}
