package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentColoursTest {

    private static final double READABLE = 4.5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#0284c7", "#fe5000", "#ffff00", "#000000", "#ffffff", "#777777", "#800080",
                "#00ff66", "#123456"
            })
    void everyAccentStaysReadable(String hex) {
        AccentColours colours = AccentColours.of(hex);
        for (AccentColours.Theme theme :
                new AccentColours.Theme[] {colours.light(), colours.dark()}) {
            assertThat(theme.accent().contrast(theme.onAccent()))
                    .as("button")
                    .isGreaterThanOrEqualTo(READABLE);
            assertThat(theme.hover().contrast(theme.onAccent()))
                    .as("button, pointed at")
                    .isGreaterThanOrEqualTo(READABLE);
            assertThat(theme.text().contrast(theme.soft()))
                    .as("mark")
                    .isGreaterThanOrEqualTo(READABLE);
        }
        assertThat(colours.light().text().contrast(Colour.of("#f1f5f9")))
                .as("link on the light page")
                .isGreaterThanOrEqualTo(READABLE);
        assertThat(colours.dark().text().contrast(Colour.of("#1e293b")))
                .as("link on a dark menu")
                .isGreaterThanOrEqualTo(READABLE);
        assertThat(colours.light().focus().contrast(Colour.WHITE))
                .as("focus, light")
                .isGreaterThanOrEqualTo(3);
        assertThat(colours.dark().focus().contrast(Colour.of("#1e293b")))
                .as("focus, dark")
                .isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0284c7", "#fe5000"})
    void theButtonKeepsTheColourOfTheBrand(String hex) {
        assertThat(AccentColours.of(hex).stylesheet())
                .contains("--accent: light-dark(" + hex + ", " + hex + ")");
    }
}
