package com.eazybackup.web.api;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.web.RefusedWrite;
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
 * form can send. So are programs with a key: no browser sends one by itself.
 */
@Provider
@PreMatching
public class CsrfCheck implements ContainerRequestFilter {

    static final String HEADER = "X-EB-CSRF";

    private static final Set<String> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final Set<String> SIGN_IN = Set.of("session", "session/second-factor");

    @Inject CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext request) {
        check(request, current.caller());
    }

    static void check(ContainerRequestContext request, Optional<Caller> caller) {
        if (READS.contains(request.getMethod())
                || signsIn(request)
                || caller.filter(Caller::program).isPresent()) {
            return;
        }
        if (caller.isPresent() && !same(caller.get().csrf(), request.getHeaderString(HEADER))) {
            RefusedWrite.log("without the session's secret", "/api/" + pathOf(request));
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "The header " + HEADER + " must repeat the value from GET /api/session.");
        }
    }

    private static boolean signsIn(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.POST)
                && SIGN_IN.contains(pathOf(request).replaceAll("/$", ""));
    }

    private static String pathOf(ContainerRequestContext request) {
        return request.getUriInfo().getPath().replaceAll("^/", "");
    }

    private static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
