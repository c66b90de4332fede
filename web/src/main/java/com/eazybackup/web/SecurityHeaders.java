package com.eazybackup.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * What every answer tells the browser not to do.
 *
 * <p>On pages the part for scripts ({@code script-src} with a nonce for PrimeFaces' own start-up
 * script) is a second policy, written by PrimeFaces: a browser obeys both. Answers that are no
 * pages may load nothing at all.
 */
public class SecurityHeaders extends HttpFilter {

    private static final List<String> KEPT =
            List.of("/assets/", "/jakarta.faces.resource/", "/brand.css");
    private static final String NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'";

    @Inject transient Brand brand;

    private String page;

    @Override
    public void init() {
        page =
                "style-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; img-src 'self'"
                        + brand.foreignLogo().map(" "::concat).orElse("")
                        + "; media-src 'none'; object-src 'none'; worker-src 'none'; frame-src 'none'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean kept = KEPT.stream().anyMatch(path::startsWith);
        response.setHeader(
                "Content-Security-Policy", kept || path.startsWith("/api/") ? NOT_A_PAGE : page);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        if (!kept) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
