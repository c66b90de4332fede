package com.eazybackup.web.security;

import java.util.regex.Pattern;

/**
 * What the server may be asked for. It resolves {@code ..} when it chooses who answers, and shows
 * filters the address as it came: to them {@code /api/../signout} is the API's, which needs no
 * form's secret, while a page's servlet answers it. No browser sends such an address, so none is
 * taken.
 */
final class PlainPath {

    private static final Pattern DOTS =
            Pattern.compile(
                    "(?:^|[/\\\\])(?:\\.|%2e){1,2}(?:[/\\\\;]|$)", Pattern.CASE_INSENSITIVE);

    private PlainPath() {}

    /**
     * @param path as it came, without the query
     */
    static boolean is(String path) {
        return !DOTS.matcher(path).find();
    }
}
