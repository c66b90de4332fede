package com.eazybackup.web.security;

import com.eazybackup.access.SessionEnd;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * Carries why a session ended from the request that found out, which may be a script's, to the
 * sign-in page. It says nothing about anybody, and what it says is believed for one sentence only.
 */
public final class EndedCookie {

    private static final String NAME = "eb_ended";
    private static final int SECONDS = 60;

    private EndedCookie() {}

    static void write(HttpServletResponse response, SessionEnd why, boolean secure) {
        Cookie cookie = new Cookie(NAME, why.code());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(SECONDS);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    public static Optional<SessionEnd> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .findFirst()
                        .flatMap(cookie -> SessionEnd.of(cookie.getValue()));
    }
}
