package com.eazybackup.acceptance;

import static com.eazybackup.acceptance.DiscountedService.CLIENT;
import static com.eazybackup.acceptance.DiscountedService.DEVICES;
import static com.eazybackup.acceptance.DiscountedService.DISK_IMAGE;
import static com.eazybackup.acceptance.DiscountedService.GUESTS;
import static com.eazybackup.acceptance.DiscountedService.ID;
import static com.eazybackup.acceptance.DiscountedService.OFFICE;
import static com.eazybackup.acceptance.DiscountedService.STORAGE;
import static com.eazybackup.acceptance.DiscountedService.SUPPORT;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eazybackup.simulator.http.Fault;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page "Service": prices of options, and the amount that they come to. */
class ServicePageIT {

    private static final String DANA = "dana@portal.example";
    private static final String DISCOUNTS = "/api/admin/services/" + ID + "/discounts";

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeEach
    void asTheWorldBegins() throws Exception {
        DiscountedService.reset();
    }

    @AfterEach
    void clear() throws Exception {
        World.get().whmcs().faults().clear();
        World.get().whmcs().switches().configOptionsObeyed = true;
        DiscountedService.has(OFFICE, true);
        PortalAdmins.remove(DANA);
        DiscountedService.reset();
    }

    @Test
    void pricesAndQuantitiesAreSetInOnePassSeenAndThenBilled() throws Exception {
        ServiceView view = opened();
        assertThat(view.part("client")).hasText(CLIENT);
        assertThat(view.bar("now")).hasText("98.75");
        assertThat(view.bar("next")).hasText("98.75");
        assertThat(view.tags(STORAGE)).hasText("Saved");

        view.price(STORAGE).fill("6.50");
        view.price(OFFICE).fill("2.5");
        view.of(OFFICE, "more").click();
        assertThat(view.tags(STORAGE)).hasText("Changed from 7.00");
        assertThat(view.tags(OFFICE)).hasText("New");
        assertThat(view.bar("unsaved")).hasText("2 changes not saved");
        assertThat(view.bar("next")).hasText("99.75");
        assertThat(view.of(OFFICE, "contribution")).hasText("7.50");
        assertThat(view.of(OFFICE, "saving")).hasText("− 0.75");
        assertThat(view.bar("difference")).hasText("+ 1.00");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("7.00");

        view.bar("recalculate").click();
        assertThat(view.note()).containsText("The discounts are saved.");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.50");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("98.75");

        view.bar("save").click();
        assertThat(view.ask()).containsText("Change what " + CLIENT + " pays?");
        assertThat(view.ask().locator("[data-part=from]")).hasText("98.75");
        assertThat(view.ask().locator("[data-part=to]")).containsText("99.75");
        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText(CLIENT + " now pays 99.75");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("99.75");
        assertThat(view.part("amount")).hasText("99.75");
        assertThat(view.bar("unsaved")).hasText("Nothing to save");
        assertThat(view.of(OFFICE, "quantity")).hasValue("3");
        assertThat(view.history().first()).containsText("99.75");
    }

    @Test
    void oneOptionIsPricedAndBilledByKeyboardAlone() throws Exception {
        ServiceView view = opened();
        Page page = browsing.page();

        view.price(GUESTS).focus();
        page.keyboard().type("4");
        page.keyboard().press("Enter");
        assertThat(view.note()).containsText("The amount would be 97.75");
        assertThat(view.price(GUESTS)).isFocused();
        Assertions.assertThat(DiscountedService.price(GUESTS)).isEqualTo("4.00");
        view.of(GUESTS, "quantity").focus();
        page.keyboard().press("ArrowUp");
        assertThat(view.of(GUESTS, "quantity")).hasValue("2");
        assertThat(view.bar("next")).hasText("101.75");
        page.keyboard().press("ArrowDown");
        assertThat(view.bar("next")).hasText("97.75");

        view.bar("save").press("Enter");
        assertThat(view.ask()).isVisible();
        page.keyboard().press("Escape");
        assertThat(view.note()).hasText("The amount stays at 98.75.");
        assertThat(view.bar("save")).isFocused();
        view.bar("save").press("Enter");
        assertThat(view.ask()).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(view.note()).containsText("now pays 97.75");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("97.75");
    }

    @Test
    void aDiscountIsRemovedAndCanBeKeptUntilItIsSaved() throws Exception {
        ServiceView view = opened();

        view.of(DISK_IMAGE, "remove").click();
        assertThat(view.tags(DISK_IMAGE)).hasText("Will be removed");
        assertThat(view.price(DISK_IMAGE)).isFocused();
        assertThat(view.bar("next")).hasText("106.25");
        view.of(DISK_IMAGE, "remove").click();
        assertThat(view.price(DISK_IMAGE)).hasValue("4.75");
        assertThat(view.bar("unsaved")).hasText("Nothing to save");

        view.of(DISK_IMAGE, "remove").click();
        view.bar("recalculate").click();
        assertThat(view.note()).containsText("The amount would be 106.25");
        Assertions.assertThat(DiscountedService.price(DISK_IMAGE)).isEmpty();
    }

    @Test
    void whatIsNoPriceIsSaidBesideItsFieldAndNothingIsSent() throws Exception {
        ServiceView view = opened();
        for (List<String> one :
                List.of(
                        List.of("-1", "A price is 0.00 or more."),
                        List.of("1.234", "At most two decimals."),
                        List.of("7,50", "A price is a number such as 15.50."),
                        List.of("1e9", "A price is a number such as 15.50."),
                        List.of("100000000", "At most 99,999,999.99."))) {
            view.price(STORAGE).fill(one.get(0));
            assertThat(view.of(STORAGE, "flaw")).hasText(one.get(1));
            assertThat(view.price(STORAGE)).hasAttribute("aria-invalid", "true");
        }
        assertThat(view.bar("when")).hasText("a price is not right yet");
        view.bar("save").click();
        assertThat(view.note()).containsText("Nothing was saved.");
        assertThat(view.price(STORAGE)).isFocused();
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("7.00");

        view.price(STORAGE).fill("0");
        assertThat(view.of(STORAGE, "flaw")).isHidden();
        assertThat(view.tags(STORAGE)).containsText("Below floor");
        assertThat(view.of(STORAGE, "contribution")).hasText("0.00");
    }

    @Test
    void theLinesOfTheBreakdownComeToTheAmount() {
        ServiceView view = opened();
        Page page = browsing.page();

        view.bar("breakdown").click();
        Locator drawer = page.locator("#breakdown");
        assertThat(drawer.locator("h2")).hasText("How 98.75 comes about");
        assertThat(drawer.locator("tbody tr").filter(has("Disk Image")))
                .hasText(Pattern.compile("6\\s*6\\.00\\s*4\\.75\\s*28\\.50\\s*− 7\\.50"));
        assertThat(drawer.locator("tbody tr").filter(has("Support level")))
                .containsText("Priority");
        assertThat(drawer.locator("[data-part=total]")).hasText("98.75");
        page.keyboard().press("Escape");
        assertThat(view.bar("breakdown")).isFocused();
    }

    @Test
    void theBreakdownIsAFileForSpreadsheets() throws Exception {
        ServiceView view = opened();
        Page page = browsing.page();
        view.bar("breakdown").click();

        Download file =
                page.waitForDownload(() -> page.locator("#breakdown [data-part=file]").click());

        Assertions.assertThat(file.suggestedFilename()).isEqualTo("service-520-amount.csv");
        Assertions.assertThat(Files.readAllLines(file.path()))
                .contains(
                        "91,\"Disk Image\",\"\",6,6.00,4.75,28.50,7.50",
                        "110,\"Support level\",\"Priority\",,19.00,14.75,14.75,4.25")
                .hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", " =1+1", "-2", "@SUM(A1)", "a;=1+1", "\uFF1D1"})
    void aNameInTheFileIsNeverAFormula(String name) {
        browsing.signedInAsAdmin();
        Page page = browsing.page();
        page.navigate("admin/service?id=" + ID);
        Object cell =
                page.evaluate(
                        "async name => (await import([...document.querySelectorAll("
                                + "'link[rel=modulepreload]')].map(one => one.href)"
                                + ".find(href => /\\bcsv\\b/.test(href)))).csvText(name)",
                        name);
        Assertions.assertThat((String) cell).contains("'").startsWith("\"").endsWith("\"");
    }

    @ParameterizedTest
    @CsvSource({
        "en-CA, The service does not have this option any more.",
        "fr-CA, Le service n’a plus cette option."
    })
    void whatTheServerRefusesIsSaidAtItsFieldInTheReadersLanguage(String language, String sentence)
            throws Exception {
        browsing.start(ColorScheme.DARK, language);
        ServiceView view = opened();
        browsing.watch().expect("400");
        view.price(STORAGE).fill("6");
        view.price(OFFICE).fill("2");
        DiscountedService.has(OFFICE, false);

        view.bar("recalculate").click();

        assertThat(view.of(OFFICE, "flaw")).hasText(sentence);
        assertThat(view.of(STORAGE, "flaw")).isHidden();
        assertThat(view.price(OFFICE)).isFocused();
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("7.00");
    }

    @Test
    void quantitiesThatBillingDoesNotTakeAreTold() throws Exception {
        World.get().whmcs().switches().configOptionsObeyed = false;
        ServiceView view = opened();
        view.of(OFFICE, "more").click();
        assertThat(view.bar("next")).hasText("101.50");
        view.bar("save").click();
        view.ask().locator("[data-part=yes]").click();

        assertThat(view.note()).containsText("Billing did not take what was chosen for: ");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("101.50");
        Assertions.assertThat(DiscountedService.quantity(OFFICE)).isEqualTo(2);
        assertThat(view.bar("unsaved")).hasText("1 change not saved");
    }

    @Test
    void aServiceWhoseCycleIsNotBilledKeepsItsPricesAndItsAmount() throws Exception {
        DiscountedService.renews("One Time");
        ServiceView view = opened();

        assertThat(view.part("title")).hasText("Nothing is calculated for this service");
        assertThat(view.bar("save")).isHidden();
        assertThat(view.bar("amounts")).isHidden();
        view.price(STORAGE).fill("6.50");
        assertThat(view.bar("recalculate")).hasText("Save discounts");
        view.bar("recalculate").click();

        assertThat(view.note()).containsText("The discounts are saved. With this cycle");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.50");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("98.75");
        new Look(browsing.page()).isGood("service that is paid once");
    }

    @Test
    @Tag("fault-34")
    void aPreviewThatIsStaleIsRefusedAndShownAnew() throws Exception {
        Session dana = dana("billing");
        ServiceView view = opened();
        browsing.watch().expect("409");
        view.price(STORAGE).fill("6.50");
        view.bar("save").click();
        assertThat(view.ask()).isVisible();
        save(dana, OFFICE, "2.50");

        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("it comes to 97.25 now");
        assertThat(view.bar("next")).hasText("97.25");
        assertThat(view.price(OFFICE)).hasValue("2.50");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("98.75");
    }

    @Test
    @Tag("fault-34")
    void aQuantityThatWasChangedInBillingMeanwhileIsNotWrittenOver() throws Exception {
        ServiceView view = opened();
        browsing.watch().expect("409");
        view.price(STORAGE).fill("6.50");
        view.bar("save").click();
        assertThat(view.ask()).isVisible();
        DiscountedService.quantity(DEVICES, 8);

        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("Device endpoint (8)");
        assertThat(view.of(DEVICES, "quantity")).hasValue("8");
        Assertions.assertThat(DiscountedService.quantity(DEVICES)).isEqualTo(8);
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("98.75");
        view.bar("save").click();
        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("now pays");
        Assertions.assertThat(DiscountedService.quantity(DEVICES)).isEqualTo(8);
    }

    @Test
    @Tag("fault-34")
    void whatIsBilledStandsOnThePageAlsoWhereSomebodyElseHasSavedIt() throws Exception {
        Session dana = dana("billing");
        ServiceView view = opened();
        save(dana, STORAGE, "6.75");

        view.bar("save").click();
        assertThat(view.ask().locator("[data-part=to]")).containsText("98.25");
        assertThat(view.price(STORAGE)).hasValue("6.75");
    }

    @Test
    @Tag("fault-34")
    void whatIsTypedWhileItIsSavedIsNotSaidToBeSaved() throws Exception {
        ServiceView view = opened();
        view.price(STORAGE).fill("6.50");
        browsing.page()
                .route(
                        "**" + DISCOUNTS,
                        route -> {
                            if (route.request().method().equals("PUT")) {
                                view.price(STORAGE).fill("6.25");
                            }
                            route.resume();
                        });
        view.bar("recalculate").click();
        assertThat(view.note()).isVisible();
        assertThat(view.price(STORAGE)).hasValue("6.25");
        assertThat(view.tags(STORAGE)).hasText("Changed from 6.50");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.50");
    }

    @Test
    @Tag("fault-34")
    void aPriceThatWasChangedPastThePortalIsNobodysAndHasNoTime() throws Exception {
        ServiceView view = opened();
        browsing.watch().expect("409");
        view.price(STORAGE).fill("6.00");
        DiscountedService.costs(STORAGE, "5.50");
        view.bar("recalculate").click();
        assertThat(view.conflict()).containsText("This service was changed meanwhile");
        assertThat(view.conflict()).containsText("Somebody else’s price");
    }

    @Test
    @Tag("fault-34")
    void whatWasChangedSinceIsNotUndone() throws Exception {
        Session dana = dana("billing");
        save(dana, STORAGE, "6.50");
        ServiceView view = opened();
        browsing.watch().expect("409");
        save(dana, STORAGE, "6.00");

        view.history().first().locator("[data-part=undo]").click();
        view.confirm().locator("[data-part=yes]").click();
        assertThat(view.historyNote()).containsText("Something of it was changed since");
        assertThat(view.price(STORAGE)).hasValue("6.00");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-CA", "fr-CA"})
    void theTableHasRoomJustBeforeItsLinesBecomeCards(String language) {
        browsing.start(ColorScheme.DARK, language);
        opened();
        for (int width : List.of(901, 910, 920, 960, 981)) {
            browsing.page().setViewportSize(width, 900);
            Assertions.assertThat(
                            browsing.page()
                                    .locator("#options [data-part=table]")
                                    .evaluate("box => box.scrollWidth - box.clientWidth"))
                    .as("what is over at " + width)
                    .isEqualTo(0);
        }
    }

    @Test
    @Tag("fault-34")
    void whoSavesSecondSeesTheOthersPriceAndChooses() throws Exception {
        Session dana = dana("billing");
        ServiceView view = opened();
        browsing.watch().expect("409");
        view.price(STORAGE).fill("6.00");
        view.price(OFFICE).fill("2.50");
        save(dana, STORAGE, "6.75");

        view.bar("save").click();
        assertThat(view.conflict()).containsText("Dana saved this service at");
        assertThat(view.conflict()).containsText("You both changed Cloud Storage.");
        assertThat(view.conflict()).containsText("Your other change fits.");
        assertThat(browsing.page().locator("#bar")).isHidden();
        assertThat(view.conflict().locator("[data-part=with]")).containsText("96.25");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.75");
        Assertions.assertThat(DiscountedService.price(OFFICE)).isEmpty();
        new Look(browsing.page()).isAccessible("conflict");
        browsing.wholePicture("service-conflict");

        view.conflict().locator("input[value=theirs]").check();
        assertThat(view.conflict().locator("[data-part=with]")).containsText("97.75");
        view.conflict().locator("[data-part=use]").click();
        assertThat(view.ask()).isVisible();
        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("now pays 97.75");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.75");
        Assertions.assertThat(DiscountedService.price(OFFICE)).isEqualTo("2.50");
    }

    @Test
    @Tag("fault-34")
    void ownPricesAreKeptInFullKnowledgeOrDiscarded() throws Exception {
        Session dana = dana("billing");
        ServiceView view = opened();
        browsing.watch().expect("409");
        view.price(STORAGE).fill("6.00");
        save(dana, STORAGE, "6.75");
        view.price(STORAGE).press("Enter");
        assertThat(view.conflict()).isVisible();
        view.conflict().locator("[data-part=use]").click();
        assertThat(view.note()).containsText("The discounts are saved.");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.00");

        view.price(STORAGE).fill("5.00");
        save(dana, STORAGE, "6.25");
        view.bar("recalculate").click();
        view.conflict().locator("[data-part=discard]").click();
        assertThat(view.conflict()).isHidden();
        assertThat(view.price(STORAGE)).hasValue("6.25");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.25");
    }

    @Test
    @Tag("fault-34")
    void anAmountThatWasChangedInBillingMeanwhileIsNotWrittenOver() throws Exception {
        ServiceView view = opened();
        browsing.watch().expect("409");
        view.price(STORAGE).fill("6.50");
        view.bar("save").click();
        assertThat(view.ask()).isVisible();
        DiscountedService.pays("111.11");

        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("changed the amount to 111.11 meanwhile");
        assertThat(view.bar("now")).hasText("111.11");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("111.11");
        view.bar("save").click();
        assertThat(view.ask().locator("[data-part=from]")).hasText("111.11");
        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("now pays 97.75");
    }

    @Test
    void whileBillingIsDownPricesAreSavedAndTheAmountStays() throws Exception {
        ServiceView view = opened();
        browsing.watch().expect("503");
        view.price(STORAGE).fill("6.50");
        view.bar("save").click();
        assertThat(view.ask()).isVisible();
        World.get().whmcs().faults().add(Fault.always(Fault.Kind.STATUS));

        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("Billing does not answer.");
        assertThat(view.note()).containsText("the amount stays at 98.75");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("98.75");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("6.50");
        assertThat(view.bar("unsaved")).hasText("not billed yet");

        World.get().whmcs().faults().clear();
        view.bar("save").click();
        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("now pays 97.75");
    }

    @Test
    void aChangeWhoseEndIsNotKnownIsToldUntilItIsKnown() {
        AtomicBoolean known = new AtomicBoolean(true);
        ServiceView view = opened();
        Page page = browsing.page();
        page.route("**/discounts/commit", route -> answer(route, 202, "{\"pending\":true}"));
        page.route(
                "**" + DISCOUNTS,
                route -> {
                    String sheet = route.fetch().text();
                    answer(
                            route,
                            200,
                            known.get()
                                    ? sheet
                                    : sheet.replace(
                                            "\"pending\":null",
                                            "\"pending\":{\"by\":\"Dana\",\"at\":1764000000000}"));
                });
        view.of(STORAGE, "more").click();
        view.bar("save").click();
        known.set(false);
        view.ask().locator("[data-part=yes]").click();

        assertThat(view.note()).containsText("has not said whether it took the amount");
        assertThat(view.part("pending")).containsText("Begun by Dana");
        assertThat(view.bar("save")).isDisabled();
        known.set(true);
        assertThat(view.note()).containsText("It is known now");
        assertThat(view.part("pending")).isHidden();
        assertThat(view.bar("save")).isEnabled();
    }

    @Test
    void aChangeIsTakenBackWithItsPricesAndItsAmount() throws Exception {
        ServiceView view = opened();
        view.price(STORAGE).fill("6.50");
        view.bar("save").click();
        view.ask().locator("[data-part=yes]").click();
        assertThat(view.note()).containsText("now pays 97.75");
        Locator newest = view.history().first();
        assertThat(newest).containsText("Cloud Storage 7.00 to 6.50");

        newest.locator("[data-part=undo]").click();
        assertThat(view.confirm()).containsText("The amount goes back to 98.75");
        new Look(browsing.page()).isAccessible("undo");
        view.confirm().locator("[data-part=yes]").click();
        assertThat(view.historyNote()).containsText("Taken back. The amount is 98.75.");
        Assertions.assertThat(DiscountedService.paid()).isEqualByComparingTo("98.75");
        Assertions.assertThat(DiscountedService.price(STORAGE)).isEqualTo("7.00");
        assertThat(view.price(STORAGE)).hasValue("7.00");
        assertThat(view.history().filter(has("Undone"))).hasCount(1);
    }

    @Test
    void whatIsUsedAndNotBilledIsSaidFirstAndPutIntoItsLine() throws Exception {
        DiscountedService.quantity(DEVICES, 4);
        sixDevicesAreCounted();
        ServiceView view = opened();

        assertThat(view.part("title")).hasText("2 Device endpoint are used but not billed");
        assertThat(view.of(DEVICES, "over")).hasText("2 over, not billed");
        view.part("act").click();
        assertThat(view.of(DEVICES, "quantity")).hasValue("6");
        assertThat(view.of(DEVICES, "quantity")).isFocused();
        assertThat(view.of(DEVICES, "over")).hasText("6 once saved");
        assertThat(view.part("act")).isHidden();
        assertThat(view.bar("next")).hasText("98.75");
    }

    @Test
    void whoLeavesWithSomethingUnsavedIsAsked() {
        ServiceView view = opened();
        Page page = browsing.page();
        view.price(STORAGE).fill("6.50");

        page.locator(".crumbs a").first().click();
        assertThat(view.confirm()).containsText("Leave without saving?");
        view.confirm().locator("[data-part=no]").click();
        assertThat(view.price(STORAGE)).hasValue("6.50");
        page.locator(".crumbs a").first().click();
        view.confirm().locator("[data-part=yes]").click();
        assertThat(page).hasURL(Pattern.compile("/admin/services$"));
    }

    @Test
    void supportLooksAndChangesNothing() throws Exception {
        PortalAdmins.make(DANA, "support", false);
        Page page = browsing.page();
        Door.open(page).enter(DANA, PortalAdmins.PASSWORD);
        page.waitForURL("**/admin/operations");
        ServiceView view = ServiceView.open(page, ID);

        assertThat(view.part("mayNot")).isVisible();
        assertThat(view.price(STORAGE)).isDisabled();
        assertThat(view.of(STORAGE, "quantity")).isDisabled();
        assertThat(view.of(SUPPORT, "pick")).isDisabled();
        assertThat(view.of(STORAGE, "remove")).isHidden();
        assertThat(view.bar("save")).isDisabled();
        assertThat(view.bar("next")).hasText("98.75");
        new Look(page).isAccessible("service, for support");
    }

    @Test
    void aServiceThatIsNotThereIsSaidSo() {
        browsing.signedInAsAdmin();
        Page page = browsing.page();
        browsing.watch().expect("404");
        for (String id : List.of("999999", "0", "nonsense", "")) {
            page.navigate("admin/service?id=" + id);
            assertThat(page.locator("#service [data-part=gone]")).isVisible();
        }
        new Look(page).isGood("no such service");
    }

    @Test
    void whatCannotBeReadIsSaidAndHasAWayOut() {
        browsing.signedInAsAdmin();
        Page page = browsing.page();
        browsing.refuses("**" + DISCOUNTS);
        page.navigate("admin/service?id=" + ID);
        assertThat(page.locator("#service [data-part=error]").first()).isVisible();
        assertThat(page.locator("#error-detail")).containsText("EB-TEST");
        page.unroute("**" + DISCOUNTS);
        page.locator("#service [data-part=retry]").first().click();
        assertThat(page.locator("#service [data-part=found]")).isVisible();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"DARK, en-CA", "LIGHT, fr-CA"})
    void itLooksAndReadsAsTheReaderWants(ColorScheme scheme, String language) throws Exception {
        DiscountedService.quantity(DEVICES, 4);
        sixDevicesAreCounted();
        save(dana("billing"), OFFICE, "2.50");
        browsing.start(scheme, language);
        boolean french = language.startsWith("fr");
        String name = "service-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        ServiceView view = opened();
        Page page = browsing.page();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        view.price(STORAGE).fill(french ? "6,50" : "6.50");
        view.price(GUESTS).fill(french ? "1,25" : "1.25");
        view.of(DISK_IMAGE, "remove").click();
        assertThat(view.bar("next")).hasText(french ? "92,00" : "92.00");
        new Look(page).isGood(name);
        page.setViewportSize(1440, 1120);
        browsing.picture(name);
        view.bar("breakdown").click();
        new Look(page).isAccessible(name + ", breakdown");
        browsing.picture(name + "-breakdown");
        page.keyboard().press("Escape");
        page.setViewportSize(390, 844);
        browsing.wholePicture(name + "-phone");
        page.setViewportSize(1440, 900);
        view.bar("save").click();
        assertThat(view.ask()).isVisible();
        new Look(page).isAccessible(name + ", question");
        browsing.picture(name + "-question");
        view.ask().locator("[data-part=no]").click();
        assertThat(view.note()).isVisible();
        new Look(page).isGood(name + ", saved");
    }

    /** A world that has just begun still reads its fleet. */
    private static void sixDevicesAreCounted() throws Exception {
        Session root = Session.ofAdmin();
        World.eventually(
                "six devices of larkspur are counted",
                () -> root.get(DISCOUNTS).body().contains("\"unbilled\":\"2\""));
    }

    private ServiceView opened() {
        browsing.signedInAsAdmin();
        return ServiceView.open(browsing.page(), ID);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Session dana(String role) throws Exception {
        PortalAdmins.make(DANA, role, false);
        Session session = new Session();
        session.signIn(DANA, PortalAdmins.PASSWORD);
        return session;
    }

    private static void save(Session session, int option, String price) throws Exception {
        Assertions.assertThat(
                        session.put(DISCOUNTS + "/" + option, Map.of("discount_price", price))
                                .status())
                .isEqualTo(200);
    }

    private static void answer(Route route, int status, String body) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/json")
                        .setBody(body));
    }
}
