package com.eazybackup.web.security;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;

/**
 * How the session travels: by a cookie and nothing else, which no script can read and no foreign
 * page makes the browser send with a write; over HTTPS only where {@code EB_COOKIE_SECURE} says so.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    /** With this prefix browsers take the cookie over HTTPS only, for this host only. */
    private static final String HOST_ONLY = "__Host-";

    static final String NAME = "EBSESSION";

    @Inject Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        boolean secure = settings.on(Setting.EB_COOKIE_SECURE);
        context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName(secure ? HOST_ONLY + NAME : NAME);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
    }
}
