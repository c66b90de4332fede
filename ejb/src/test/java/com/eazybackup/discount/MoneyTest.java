package com.eazybackup.discount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-34")
class MoneyTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "12.5", "12.50", "1e2", "99999999.99", "12.500", "007"})
    void aPriceIsGood(String text) {
        assertThat(Money.flaw(text)).isEmpty();
        assertThat(Money.of(text)).isEqualByComparingTo(new BigDecimal(text));
        assertThat(Money.of(text).scale()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, NEGATIVE",
        "-1, NEGATIVE",
        "1e9, TOO_LARGE",
        "100000000, TOO_LARGE",
        "99999999.991, TOO_LARGE",
        "1.005, PARTS_OF_A_CENT",
        "0.001, PARTS_OF_A_CENT",
        "1e-3, PARTS_OF_A_CENT",
        "'', NO_NUMBER",
        "' ', NO_NUMBER",
        "abc, NO_NUMBER",
        "'12,50', NO_NUMBER",
        "$12, NO_NUMBER",
        "NaN, NO_NUMBER",
        "Infinity, NO_NUMBER",
        "0x10, NO_NUMBER",
        "1111111111111111111111111, NO_NUMBER",
    })
    void aPriceHasAFlaw(String text, PriceFlaw flaw) {
        assertThat(Money.flaw(text)).contains(flaw);
    }

    @Test
    void anExponentOfABillionIsNotWrittenOut() {
        assertThat(Money.flaw("1e999999999")).contains(PriceFlaw.TOO_LARGE);
        assertThat(Money.flaw("1e-999999999")).contains(PriceFlaw.PARTS_OF_A_CENT);
        assertThat(Money.flaw("0e-999999999")).isEmpty();
    }

    @Test
    void whatLooksOtherwiseIsTheSameAmount() {
        assertThat(Money.same(new BigDecimal("12.5"), new BigDecimal("12.50"))).isTrue();
        assertThat(Money.same(null, null)).isTrue();
        assertThat(Money.same(null, new BigDecimal("0.00"))).isFalse();
    }
}
