package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fault-11")
class DropRuleTest {

    @ParameterizedTest(name = "{0} known, {1} listed, {2} gone: {3}")
    @CsvSource({
        "0, 0, 0, true",
        "0, 5, 0, true",
        "100, 100, 0, true",
        "100, 90, 10, true",
        "100, 89, 11, false",
        "1000, 899, 101, false",
        "3, 2, 1, false",
        // An empty list says nothing, however few are known.
        "1, 0, 1, false",
        "5, 0, 0, false",
        // Others came while ours went.
        "100, 200, 40, false",
        "2000000000, 1800000000, 200000000, true",
    })
    void tenPerCentAreBelievedAndNoMore(int known, int listed, int gone, boolean believed) {
        assertThat(new DropRule(10).believes(known, listed, gone)).isEqualTo(believed);
    }

    @ParameterizedTest(name = "{0} %: {1} of 10 gone: {2}")
    @CsvSource({"0, 0, true", "0, 1, false", "100, 9, true", "50, 5, true", "50, 6, false"})
    void theSettingDecides(int percent, int gone, boolean believed) {
        assertThat(new DropRule(percent).believes(10, 10 - gone, gone)).isEqualTo(believed);
    }
}
