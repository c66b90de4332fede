package com.eazybackup.web.api;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * A write that is signed in by the cookie must show that it comes from somebody who could read
 * {@code GET /api/session}: the cookie alone is sent by every page of the world.
 *
 * <p>Signing in is exempt, there being nothing to abuse yet; it takes JSON only, which no foreign
 * form can send.
 */
@Provider
@PreMatching
public class CsrfCheck implements ContainerRequestFilter {

    static final String HEADER = "X-EB-CSRF";

    private static final Set<String> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext request) {
        check(request, current.caller());
    }

    static void check(ContainerRequestContext request, Optional<Caller> caller) {
        if (READS.contains(request.getMethod()) || signsIn(request)) {
            return;
        }
        if (caller.isPresent() && !same(caller.get().csrf(), request.getHeaderString(HEADER))) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "The header " + HEADER + " must repeat the value from GET /api/session.");
        }
    }

    private static boolean signsIn(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.POST)
                && request.getUriInfo().getPath().replace("/", "").equals("session");
    }

    private static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
