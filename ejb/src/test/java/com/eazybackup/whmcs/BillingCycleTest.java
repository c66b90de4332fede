package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingCycleTest {

    private static final BillingCurrency CAD = new BillingCurrency(1, "CAD", "$", true);
    private static final BillingCurrency USD = new BillingCurrency(2, "USD", "$", false);

    @ParameterizedTest
    @CsvSource({
        "Monthly, monthly",
        "Quarterly, quarterly",
        "Semi-Annually, semiannually",
        "Semiannually, semiannually",
        "SEMI-ANNUALLY, semiannually",
        "' annually ', annually",
        "Biennially, biennially",
        "triennially, triennially",
    })
    void aCycleHasItsColumn(String words, String column) {
        assertThat(BillingCycle.of(words)).map(BillingCycle::column).contains(column);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "One Time", "Free Account", "Semi Annually", "Month-ly", "Weekly"})
    void whatDoesNotRenewHasNone(String words) {
        assertThat(BillingCycle.of(words)).isEmpty();
    }

    @Test
    void aClientIsBilledInItsOwnCurrencyElseInTheUsualOne() {
        assertThat(BillingCurrency.of(2, List.of(CAD, USD)).code()).isEqualTo("USD");
        assertThat(BillingCurrency.of(0, List.of(USD, CAD)).code()).isEqualTo("CAD");
        assertThat(
                        BillingCurrency.of(
                                        0, List.of(new BillingCurrency(7, "EUR", "", false), USD))
                                .id())
                .as("the lowest number where none is usual")
                .isEqualTo(2);
        assertThat(BillingCurrency.of(0, List.of()).id()).isEqualTo(1);
        assertThat(BillingCurrency.of(9, List.of(CAD)).id())
                .as("its own, if WHMCS lost it")
                .isEqualTo(9);
    }
}
