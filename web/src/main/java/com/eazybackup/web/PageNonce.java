package com.eazybackup.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Gives every page that is written anew a nonce of its own making. PrimeFaces takes the nonce of a
 * posted page from the request, because a part of a page must use the nonce of the whole; for a
 * whole page that would let the sender choose it, and would fail for a browser without scripts.
 */
public class PageNonce extends HttpFilter {

    private static final String PARAMETER = "primefaces.nonce";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean wholePage =
                request.getMethod().equals("POST") && request.getHeader("Faces-Request") == null;
        chain.doFilter(wholePage ? new Renewed(request) : request, response);
    }

    private static final class Renewed extends HttpServletRequestWrapper {

        // The form that PrimeFaces insists on.
        private final String nonce =
                Base64.getEncoder()
                        .encodeToString(
                                UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        Renewed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return PARAMETER.equals(name) ? nonce : super.getParameter(name);
        }
    }
}
