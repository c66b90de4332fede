package com.eazybackup.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Dana Whitlock,DW",
        "Pinewood IT,PI",
        "éric leclerc inc.,ÉI",
        "Solo,SO",
        "x,X",
        "dana@pinewood.example,DE",
        "'  ',''",
        "'😀 Fun Ltd',😀L"
    })
    void twoLettersStandForAName(String name, String letters) {
        assertThat(Initials.of(name)).isEqualTo(letters);
    }
}
