package com.eazybackup.group;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The colours that a group can have. What each looks like is the page's to know. */
public enum GroupColor {
    BLUE,
    TEAL,
    GREEN,
    LIME,
    AMBER,
    ORANGE,
    RED,
    PINK,
    VIOLET,
    SLATE;

    /**
     * @return as the API and the column spell it
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws GroupRefused when there is no such colour
     */
    public static GroupColor named(String wire) {
        return of(wire).orElseThrow(
                        () ->
                                GroupRefused.invalid(
                                        "color is one of "
                                                + Arrays.stream(values())
                                                        .map(GroupColor::wire)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    /** What the PHP portal has left in the column may be none of them. */
    static Optional<GroupColor> of(String wire) {
        return Arrays.stream(values()).filter(color -> color.wire().equals(wire)).findFirst();
    }
}
