package com.eazybackup.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What the provider had the browser bring, each at most once and of sensible length.
 *
 * @param state empty when the answer cannot be anybody's
 */
record CallbackAnswer(String state, String code, String error, Optional<String> issuer) {

    private static final int LONGEST = 4096;

    static CallbackAnswer of(HttpServletRequest request) {
        return new CallbackAnswer(
                one(request, "state").orElse(""),
                one(request, "code").orElse(""),
                one(request, "error").orElse(""),
                one(request, "iss"));
    }

    private static Optional<String> one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 || values[0].length() > LONGEST
                ? Optional.empty()
                : Optional.of(values[0]);
    }
}
