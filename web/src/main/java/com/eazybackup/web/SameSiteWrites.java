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
 * on the server, so that no page can expire; this check stands where a view's token would. Programs
 * send neither header and are let through: they have no cookie to abuse.
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
                                request.getHeader("Host"));
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /**
     * @param site what the browser says about where the request comes from; old browsers and plain
     *     HTTP say nothing
     * @param origin the page that sent it; compared with the host when the browser says no more
     */
    static boolean ownWrite(String site, String origin, String host) {
        if (site != null) {
            return OWN.contains(site);
        }
        if (origin == null) {
            return true;
        }
        try {
            String sender = URI.create(origin).getRawAuthority();
            return sender != null && sender.equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
