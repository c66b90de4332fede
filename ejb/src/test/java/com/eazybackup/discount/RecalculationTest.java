package com.eazybackup.discount;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.whmcs.BilledService;
import com.eazybackup.whmcs.BillingCurrency;
import com.eazybackup.whmcs.BillingCycle;
import com.eazybackup.whmcs.CatalogueOption;
import com.eazybackup.whmcs.ChosenOption;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.OptionPrices;
import com.eazybackup.whmcs.ServiceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What options come to. Options 11 and 12 are chosen, 13 is yes or no, 14 and 15 are counted. */
class RecalculationTest {

    private static final int CAD = 1;
    private static final Map<Integer, CatalogueOption> CATALOGUE =
            Map.of(
                    11, new CatalogueOption(11, "Support", 1, 0, 0),
                    12, new CatalogueOption(12, "Location", 2, 0, 0),
                    13, new CatalogueOption(13, "Immutable", 3, 0, 0),
                    14, new CatalogueOption(14, "Storage", 4, 0, 0),
                    15, new CatalogueOption(15, "Devices", 4, 0, 0));

    /** Amounts by sub-option: 110 and 111 of 11, 120 of 12, 130 of 13, 140 of 14, 150 of 15. */
    private static OptionPrices prices() {
        OptionPrices prices = new OptionPrices();
        Map.of(110, "0.00", 111, "19.00", 120, "2.00", 130, "4.00", 140, "18.00", 150, "2.50")
                .forEach((sub, price) -> monthly(prices, sub, price));
        // Not offered.
        monthly(prices, 149, "-1.00");
        // An option's own number, where nothing is stored.
        monthly(prices, 14, "17.00");
        prices.add(CAD, 140, BillingCycle.ANNUALLY, new BigDecimal("180.00"));
        prices.add(2, 140, BillingCycle.MONTHLY, new BigDecimal("13.33"));
        return prices;
    }

    private static void monthly(OptionPrices prices, int sub, String price) {
        prices.add(CAD, sub, BillingCycle.MONTHLY, new BigDecimal(price));
    }

    private static Bill bill(String cycle, int currency, String chosen, String discounts) {
        BilledService service =
                new BilledService(
                        new ServiceId(501),
                        new ClientId(101),
                        "Pinewood IT",
                        "pinewood",
                        Optional.empty(),
                        58,
                        "eazyBackup",
                        "Active",
                        cycle,
                        new BillingCurrency(currency, "CAD", "$", true),
                        Optional.empty(),
                        BigDecimal.ONE);
        List<ChosenOption> stored = new ArrayList<>();
        for (int[] one : numbers(chosen)) {
            stored.add(new ChosenOption(one[0], one[1], one[2]));
        }
        Map<Integer, BigDecimal> saved = new HashMap<>();
        for (String one : parts(discounts)) {
            String[] parts = one.split("=");
            saved.put(Integer.valueOf(parts[0]), new BigDecimal(parts[1]));
        }
        return new Bill(service, stored, CATALOGUE, prices(), saved, Set.of(3, 4));
    }

    private static List<int[]> numbers(String text) {
        return parts(text).stream()
                .map(
                        one -> {
                            String[] parts = one.split("/");
                            return new int[] {
                                Integer.parseInt(parts[0]),
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2])
                            };
                        })
                .toList();
    }

    private static List<String> parts(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    /** Option/q/quantity or option/s/sub-option. */
    private static List<LiveChoice> live(String text) {
        return parts(text).stream()
                .map(
                        one -> {
                            String[] parts = one.split("/");
                            int option = Integer.parseInt(parts[0]);
                            Integer value = Integer.valueOf(parts[2]);
                            return parts[1].equals("q")
                                    ? new LiveChoice(option, null, value)
                                    : new LiveChoice(option, value, null);
                        })
                .toList();
    }

    /** Stored options are option/sub-option/quantity. */
    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource({
        // Nothing stored, and cycles in every spelling.
        "nothing, Monthly, '', '', '', 0.00",
        "list price, Monthly, 14/140/6, '', '', 108.00",
        "any case, ' mOnThLy ', 14/140/6, '', '', 108.00",
        "another column, Annually, 14/140/6, '', '', 1080.00",
        "a cycle without a price, Quarterly, 14/140/6, '', '', 0.00",
        "one time, One Time, 14/140/6, 14=1.00, '', 0.00",
        "free, Free Account, 14/140/6, 14=1.00, '', 0.00",
        "nobody knows, Weekly, 14/140/6, 14=1.00, '', 0.00",
        // What is counted.
        "a discount is for one, Monthly, 14/140/6, 14=15.50, '', 93.00",
        "a discount of nothing is free, Monthly, 14/140/6, 14=0.00, '', 0.00",
        "a discount may be dearer, Monthly, 14/140/1, 14=20.00, '', 20.00",
        "yes is one, Monthly, 13/130/1, '', '', 4.00",
        "no is none, Monthly, 13/130/0, 13=3.00, '', 0.00",
        "a negative quantity is none, Monthly, 14/140/-3, '', '', 0.00",
        "without a stored sub-option by its own number, Monthly, 14/0/2, '', '', 34.00",
        "without a price row, Monthly, 14/777/2, '', '', 0.00",
        "what is not offered costs nothing, Monthly, 14/149/2 15/150/2, '', '', 5.00",
        "a discount on what is not offered, Monthly, 14/149/2, 14=3.00, '', 6.00",
        "several, Monthly, 14/140/6 15/150/18, 14=15.50, '', 138.00",
        // What is chosen, without live options.
        "without a discount skipped, Monthly, 11/111/0, '', '', 0.00",
        "with one absolute, Monthly, 11/111/0, 11=14.75, '', 14.75",
        "also where none is chosen, Monthly, 11/110/0, 11=14.75, '', 14.75",
        "whatever its quantity, Monthly, 11/111/5, 11=14.75, '', 14.75",
        "a radio as well, Monthly, 12/120/0, 12=1.00, '', 1.00",
        "an option that is gone counts as chosen, Monthly, 99/990/3, 99=7.00, '', 7.00",
        "an option that is gone without a discount, Monthly, 99/140/3, '', '', 0.00",
        "a discount on what the service has not, Monthly, 15/150/1, 14=7.00, '', 2.50",
        // Live options.
        "only what is named, Monthly, 14/140/6 15/150/18, '', 15/q/2, 5.00",
        "the quantity that is named, Monthly, 14/140/6, 14=15.50, 14/q/7, 108.50",
        "negative, Monthly, 14/140/6, '', 14/q/-7, 0.00",
        "the choice that is named, Monthly, 11/110/0, '', 11/s/111, 19.00",
        "with its discount, Monthly, 11/110/0, 11=14.75, 11/s/111, 14.75",
        "absolute also of nothing, Monthly, 11/111/0, 11=14.75, 11/s/110, 14.75",
        "no sub-option at all, Monthly, 11/111/0, '', 11/s/0, 0.00",
        "an unknown choice, Monthly, 11/111/0, '', 11/s/778, 0.00",
        "what the service has not, Monthly, 14/140/6, '', 15/q/2, 0.00",
        "an unknown option is a choice, Monthly, 14/140/6, '', 98/s/111, 19.00",
        "an unknown option with a quantity, Monthly, 14/140/6, '', 98/q/5, 0.00",
        "a counted one without quantity, Monthly, 14/140/6, '', 14/s/140, 0.00",
        "one time with live options, One Time, 14/140/6, '', 14/q/7, 0.00",
    })
    void comesTo(
            String what,
            String cycle,
            String chosen,
            String discounts,
            String live,
            String amount) {
        assertThat(Recalculation.of(bill(cycle, CAD, chosen, discounts), live(live)).amount())
                .as(what)
                .isEqualTo(new BigDecimal(amount));
    }

    @Test
    void pricesAreThoseOfTheClientsCurrency() {
        assertThat(Recalculation.of(bill("Monthly", 2, "14/140/3", ""), List.of()).amount())
                .isEqualTo(new BigDecimal("39.99"));
        assertThat(Recalculation.of(bill("Monthly", 3, "14/140/3", ""), List.of()).amount())
                .isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void aHundredThousandCentsAreExactlyThat() {
        Bill bill = bill("Monthly", CAD, "14/140/100000", "14=0.01");
        assertThat(Recalculation.of(bill, List.of()).amount()).isEqualTo(new BigDecimal("1000.00"));
    }

    @Test
    void partsOfACentAreRoundedOnceAtTheEndAndAwayFromZero() {
        Bill bill = bill("Monthly", CAD, "14/140/1 15/150/1", "14=1.0024 15=1.0026");
        assertThat(Recalculation.of(bill, List.of()).amount()).isEqualTo(new BigDecimal("2.01"));
        Bill half = bill("Monthly", CAD, "14/140/1", "14=1.005");
        assertThat(Recalculation.of(half, List.of()).amount()).isEqualTo(new BigDecimal("1.01"));
    }

    @Test
    void theReplyTellsEachLine() {
        Bill bill =
                bill("Monthly", CAD, "14/140/6 15/150/2 11/111/0 12/120/0", "14=15.50 11=14.75");

        Calculated all = Recalculation.of(bill, List.of());

        assertThat(all.lines())
                .containsExactly(
                        line(14, 4, 6, null, "15.50", "18.00", "93.00", "108.00", false),
                        line(15, 4, 2, null, null, "2.50", "5.00", "5.00", false),
                        line(11, 1, null, 111, "14.75", "19.00", "14.75", "19.00", false),
                        line(12, 2, null, 120, null, "2.00", "0.00", "0.00", true));
        assertThat(all.amount()).isEqualTo("112.75");
        assertThat(all.listAmount()).isEqualTo("132.00");
        assertThat(all.saving()).isEqualTo("19.25");
        assertThat(all.column()).contains(BillingCycle.MONTHLY);
    }

    @Test
    void whatDoesNotRenewHasNoLines() {
        Calculated none = Recalculation.of(bill("Free Account", CAD, "14/140/6", ""), List.of());
        assertThat(none.lines()).isEmpty();
        assertThat(none.column()).isEmpty();
        assertThat(none.amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void whichTypesAreCountedIsASetting() {
        Bill bill = bill("Monthly", CAD, "13/130/3", "");
        Bill chosen =
                new Bill(
                        bill.service(),
                        bill.chosen(),
                        bill.catalogue(),
                        bill.prices(),
                        bill.discounts(),
                        Set.of(4));
        assertThat(Recalculation.of(bill, List.of()).amount()).isEqualTo("12.00");
        assertThat(Recalculation.of(chosen, List.of()).amount()).isEqualTo("0.00");
        assertThat(Recalculation.ofAllStored(chosen).amount()).isEqualTo("4.00");
    }

    private static CalculatedLine line(
            int option,
            int type,
            Integer quantity,
            Integer sub,
            String discount,
            String list,
            String contribution,
            String atList,
            boolean skipped) {
        return new CalculatedLine(
                option,
                type,
                quantity,
                sub,
                discount == null ? null : new BigDecimal(discount),
                new BigDecimal(list),
                new BigDecimal(contribution),
                new BigDecimal(atList),
                skipped);
    }
}
