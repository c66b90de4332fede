package com.eazybackup.web;

/**
 * What one accent colour becomes on the pages, for both themes.
 *
 * <p>Guarantee, for any colour: text on a button of the accent has at least 4.5:1, links in the
 * accent have at least 4.5:1 on every layer of their theme, the focus outline and the edge of a
 * field that has the focus have at least 3:1. The button itself keeps the brand's colour.
 */
record AccentColours(Theme light, Theme dark) {

    /** The accent in one theme. */
    record Theme(
            Colour accent, Colour hover, Colour onAccent, Colour text, Colour soft, Colour focus) {}

    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;
    private static final Colour INK = Colour.of("#020617");
    // The layers of tokens.css that links stand on: the lightest and the darkest of each theme, and
    // the tint of the accent.
    private static final Colour LIGHT_PAGE = Colour.of("#f1f5f9");
    private static final Colour DARK_RAISED = Colour.of("#1e293b");
    private static final Colour DARK_CARD = Colour.of("#0f172a");

    static AccentColours of(String hex) {
        Colour accent = Colour.of(hex);
        Colour lightSoft = accent.mix(Colour.WHITE, 0.88);
        Colour darkSoft = accent.mix(DARK_CARD, 0.82);
        return new AccentColours(
                new Theme(
                        accent,
                        hover(accent),
                        textOn(accent),
                        accent.until(Colour.BLACK, READABLE, Colour.WHITE, LIGHT_PAGE, lightSoft),
                        lightSoft,
                        accent.until(Colour.BLACK, VISIBLE, Colour.WHITE, LIGHT_PAGE)),
                new Theme(
                        accent,
                        hover(accent),
                        textOn(accent),
                        accent.until(Colour.WHITE, READABLE, INK, DARK_RAISED, darkSoft),
                        darkSoft,
                        accent.until(Colour.WHITE, VISIBLE, INK, DARK_RAISED)));
    }

    /** Ink or white, whichever reads better: one of the two has more than 4.5:1 on any colour. */
    private static Colour textOn(Colour ground) {
        return ground.contrast(INK) >= ground.contrast(Colour.WHITE) ? INK : Colour.WHITE;
    }

    /** Away from its text, so that pointing at a button never costs contrast. */
    private static Colour hover(Colour accent) {
        return accent.mix(textOn(accent).equals(INK) ? Colour.WHITE : Colour.BLACK, 0.14);
    }

    String stylesheet() {
        return ":root {\n"
                + line("accent", light.accent, dark.accent)
                + line("accent-hover", light.hover, dark.hover)
                + line("on-accent", light.onAccent, dark.onAccent)
                + line("accent-text", light.text, dark.text)
                + line("accent-soft", light.soft, dark.soft)
                + line("focus", light.focus, dark.focus)
                + line("field-focus", light.focus, dark.focus)
                + "}\n";
    }

    private static String line(String name, Colour light, Colour dark) {
        return "  --" + name + ": light-dark(" + light.hex() + ", " + dark.hex() + ");\n";
    }
}
