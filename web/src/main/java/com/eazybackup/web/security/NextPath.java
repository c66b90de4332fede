package com.eazybackup.web.security;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a visitor goes after signing in: an own page, never another site.
 *
 * <p>An allow-list of what a path may look like, instead of a search for tricks: it begins with one
 * slash, its segments are plain, and the query has no character that could end an attribute or a
 * header line. What does not fit is not repaired but left out.
 */
public final class NextPath {

    private static final int LONGEST = 512;
    private static final Pattern OWN =
            Pattern.compile(
                    "/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?)?"
                            + "(?:\\?[A-Za-z0-9._~!$&()*+,;=:@/?%-]*)?");

    private NextPath() {}

    /**
     * @param wanted path and query from a request; may be null
     * @return the same text when it is an own page other than the ways in and out
     */
    public static Optional<String> of(String wanted) {
        return Optional.ofNullable(wanted)
                .filter(path -> path.length() <= LONGEST && OWN.matcher(path).matches())
                .filter(path -> !leadsBack(path));
    }

    private static boolean leadsBack(String path) {
        return path.matches("/(?:signin|signout|goodbye|oidc|invite|api)(?:[/?.].*)?");
    }
}
