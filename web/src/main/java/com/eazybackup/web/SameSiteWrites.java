package com.eazybackup.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Refuses a write that another site made a browser send, sign-in included. The pages keep no state
 * on the server, so that no page can expire; this check and {@link OwnForms} stand where a view's
 * token would. A form comes from a browser, and browsers say where it comes from (all of them at
 * least {@code Origin}, since 2020): one that says nothing is refused. Programs use the API and
 * send neither header; they are let through, having no cookie to abuse.
 */
public class SameSiteWrites extends HttpFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean allowed =
                READS.contains(request.getMethod())
                        || ownWrite(
                                request.getHeader("Sec-Fetch-Site"),
                                request.getHeader("Origin"),
                                request.getHeader("Host"),
                                forPrograms(request));
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            RefusedWrite.log("that another site sent", request.getRequestURI());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean forPrograms(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        // The provider's word is a signed token, and it has no cookie either.
        return path.startsWith("/api/") || path.equals("/oidc/backchannel");
    }

    /**
     * @param site what the browser says about where the request comes from; old browsers and plain
     *     HTTP say nothing
     * @param origin the page that sent it; compared with the host when the browser says no more
     * @param program whether this may come from something that is no browser
     */
    static boolean ownWrite(String site, String origin, String host, boolean program) {
        if (site != null) {
            return OWN.contains(site);
        }
        if (origin == null) {
            return program;
        }
        try {
            String sender = URI.create(origin).getRawAuthority();
            return sender != null && sender.equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
