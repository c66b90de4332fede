package com.eazybackup.whmcs.api;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param total how many there are in all, as WHMCS says; at least as many as are here
 */
public record WhmcsPage<T>(int total, List<T> entries) {

    public WhmcsPage {
        entries = List.copyOf(entries);
    }

    static <T> WhmcsPage<T> of(
            WhmcsAnswer answer, Function<WhmcsAnswer, T> reader, String... path) {
        List<T> entries = answer.list(path).stream().map(reader).toList();
        return new WhmcsPage<>(Math.max(answer.number("totalresults"), entries.size()), entries);
    }
}
