package com.eazybackup.group;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pictures that a group can have before its name. What each looks like is the page's to know.
 */
public enum GroupIcon {
    FOLDER,
    BUILDING,
    HOME,
    SERVER,
    LAPTOP,
    SHOP,
    HEALTH,
    SCHOOL;

    /**
     * @return as the API and the column spell it
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws GroupRefused when there is no such icon
     */
    public static GroupIcon named(String wire) {
        return of(wire).orElseThrow(
                        () ->
                                GroupRefused.invalid(
                                        "icon is one of "
                                                + Arrays.stream(values())
                                                        .map(GroupIcon::wire)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    /** What the PHP portal has left in the column may be none of them. */
    static Optional<GroupIcon> of(String wire) {
        return Arrays.stream(values()).filter(icon -> icon.wire().equals(wire)).findFirst();
    }
}
