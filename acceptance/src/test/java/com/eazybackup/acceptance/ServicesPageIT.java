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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page "Services". */
class ServicesPageIT {

    private static final int DISCOUNTED = 6;
    private static final long POLL = 60_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeEach
    void asTheWorldBegins() throws Exception {
        DiscountedService.reset();
    }

    @Test
    void servicesWithDiscountsAreListedWithWhatIsTheMatterWithThem() {
        ListView list = opened("");

        assertThat(list.rows()).hasCount(DISCOUNTED);
        Locator larkspur = row(list, DiscountedService.CLIENT);
        assertThat(larkspur.locator("[data-part=amount]")).hasText("98.75");
        assertThat(larkspur.locator("[data-part=computed]")).hasText("98.75");
        assertThat(larkspur.locator("[data-part=discounts]")).hasText("3 discounts");
        assertThat(browsing.page().locator(".side-nav [aria-current=page]")).hasText("Services");

        chip("option-gone").click();
        assertThat(list.rows()).hasCount(1);
        assertThat(list.rows()).containsText("1 option gone");
        assertThat(browsing.page()).hasURL(Pattern.compile("filter=option-gone"));
        chip("differs").click();
        assertThat(list.rows().first().locator("[data-part=difference]"))
                .hasText(Pattern.compile("[−+] \\d"));
        browsing.page().reload();
        assertThat(chip("differs")).hasAttribute("aria-pressed", "true");
        browsing.page().goBack();
        assertThat(chip("option-gone")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void wordsFindEveryServiceStayInTheAddressAndLeadToTheService() {
        ListView list = opened("");
        Page page = browsing.page();

        page.keyboard().press("/");
        page.keyboard().type("quill");
        assertThat(list.rows()).hasCount(1);
        assertThat(chip("all")).hasAttribute("aria-pressed", "true");
        assertThat(page).hasURL(Pattern.compile("q=quill"));
        page.reload();
        assertThat(list.search()).hasValue("quill");
        assertThat(list.rows()).hasCount(1);
        chip("discounted").click();
        assertThat(list.search()).hasValue("");
        assertThat(list.rows()).hasCount(DISCOUNTED);

        row(list, DiscountedService.CLIENT).locator("a").click();
        assertThat(page).hasURL(Pattern.compile("/admin/service\\?id=" + DiscountedService.ID));
        assertThat(page.locator("h1")).hasText("Service " + DiscountedService.ID);
        page.goBack();
        assertThat(list.rows()).hasCount(DISCOUNTED);
    }

    @Test
    void itIsSortedByWhatMattersAndExportedAsItIsFiltered() throws Exception {
        ListView list = opened("");
        Page page = browsing.page();

        list.sort("saving").click();
        assertThat(list.head("saving")).hasAttribute("aria-sort", "descending");
        assertThat(page).hasURL(Pattern.compile("sort=-saving"));
        chip("option-gone").click();
        assertThat(list.rows()).hasCount(1);
        Download file = page.waitForDownload(() -> page.locator("#export").click());
        Assertions.assertThat(Files.readString(file.path()).lines().skip(1)).hasSize(1);
    }

    @Test
    void aPollLeavesTheFocusOnTheLinkOfARowThatIsPaintedAnewAndMoves() throws Exception {
        browsing.signedInAsAdmin();
        Page page = browsing.page();
        page.clock().install();
        ListView list = ListView.open(page, "admin/services?sort=-amount");
        Locator larkspur = row(list, DiscountedService.CLIENT);
        assertThat(list.rows().first()).not().containsText(DiscountedService.CLIENT);
        larkspur.locator("a").focus();

        DiscountedService.pays("99999.00");
        page.clock().runFor(POLL);
        assertThat(list.rows().first()).containsText(DiscountedService.CLIENT);
        assertThat(larkspur.locator("[data-part=amount]")).containsText("99,999.00");
        assertThat(larkspur.locator("a")).isFocused();

        DiscountedService.pays(DiscountedService.AMOUNT);
        page.clock().runFor(POLL);
        assertThat(list.rows().first()).not().containsText(DiscountedService.CLIENT);
        assertThat(larkspur.locator("a")).isFocused();
    }

    @Test
    void nothingFoundAndNoAnswerAreToldAndHaveAWayOut() {
        ListView list = opened("?q=no+such+service");
        Page page = browsing.page();
        assertThat(list.part("nomatch")).isVisible();
        list.part("clear-all").click();
        assertThat(list.rows()).hasCount(DISCOUNTED);

        browsing.watch().expect("ERR_FAILED");
        page.route("**/api/admin/services?**", Route::abort);
        page.navigate("admin/services");
        assertThat(list.part("why")).hasText("This list could not be read.");
        page.unroute("**/api/admin/services?**");
        list.part("retry").click();
        assertThat(list.rows()).hasCount(DISCOUNTED);
    }

    @Test
    void aClientsServicesAreOneStepFromTheClient() {
        browsing.signedInAsAdmin();
        Page page = browsing.page();
        page.navigate("admin/clients?q=larkspur");
        page.locator("#clients [data-part=services]").first().click();
        assertThat(page).hasURL(Pattern.compile("/admin/services\\?q=Larkspur"));
        assertThat(page.locator("#list tbody tr").first()).containsText(DiscountedService.CLIENT);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, en-CA", "LIGHT, fr-CA"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) {
        browsing.start(scheme, language);
        String name = "services-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        ListView list = opened("");
        Page page = browsing.page();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(list.rows()).hasCount(DISCOUNTED);
        new Look(page).isGood(name);
        browsing.wholePicture(name);
        page.setViewportSize(390, 844);
        browsing.wholePicture(name + "-phone");
        page.setViewportSize(1440, 900);
        ListView.open(page, "admin/services?q=no+such+service");
        new Look(page).isGood(name + ", nothing found");
    }

    private ListView opened(String query) {
        browsing.signedInAsAdmin();
        return ListView.open(browsing.page(), "admin/services" + query);
    }

    private static Locator row(ListView list, String client) {
        return list.rows().filter(new Locator.FilterOptions().setHasText(client));
    }

    private Locator chip(String filter) {
        return browsing.page().locator("#filters [data-filter=" + filter + "]");
    }
}
