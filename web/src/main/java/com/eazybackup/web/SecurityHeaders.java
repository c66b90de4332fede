package com.eazybackup.web;

import com.eazybackup.web.security.AnswerHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * What a page tells the browser that it may load; everything else is the same for all answers and
 * is {@code EveryAnswer}'s to say. Error pages are pages, too: what was set before something failed
 * is gone by then.
 *
 * <p>On pages the part for scripts ({@code script-src} with a nonce for PrimeFaces' own start-up
 * script) is a second policy, written by PrimeFaces: a browser obeys both. Handlers in attributes
 * are forbidden here, for pages that PrimeFaces has no part in.
 */
public class SecurityHeaders extends HttpFilter {

    private static final List<String> KEPT =
            List.of("/assets/", "/jakarta.faces.resource/", "/brand.css");

    @Inject transient Brand brand;

    private String page;

    @Override
    public void init() {
        page =
                "style-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; img-src 'self'"
                        + brand.foreignLogo().map(" "::concat).orElse("")
                        + "; media-src 'none'; object-src 'none'; worker-src 'none'; frame-src 'none'; script-src-attr 'none';"
                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        String asked =
                error
                        ? String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                        : request.getRequestURI();
        String path = asked.substring(Math.min(asked.length(), request.getContextPath().length()));
        boolean kept = !error && KEPT.stream().anyMatch(path::startsWith);
        response.setHeader(
                AnswerHeaders.POLICY,
                kept || path.startsWith("/api/") ? AnswerHeaders.NOT_A_PAGE : page);
        if (!kept) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
