package com.eazybackup.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Keeps the reader's choice of language for a year and goes back to the page that it was made on.
 * An unknown language changes nothing.
 */
@WebServlet("/language")
public class LanguageSwitch extends HttpServlet {

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language.ofTag(request.getParameter("language"))
                .ifPresent(language -> response.addCookie(cookie(request, language)));
        response.sendRedirect(
                request.getContextPath() + OwnPages.any(request.getParameter("next")).orElse("/"));
    }

    private static Cookie cookie(HttpServletRequest request, Language language) {
        Cookie cookie = new Cookie(Language.COOKIE, language.tag());
        cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
