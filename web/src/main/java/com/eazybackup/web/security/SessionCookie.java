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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/**
 * How the session travels: by a cookie and nothing else, which no script can read and no foreign
 * page makes the browser send with a write; over HTTPS only where {@code EB_COOKIE_SECURE} says so.
 * Where it does not, that is said once at the start, unless the operator says himself that people
 * come over plain HTTP: nobody should run so without knowing.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    /** With this prefix browsers take the cookie over HTTPS only, for this host only. */
    private static final String HOST_ONLY = "__Host-";

    static final String NAME = "EBSESSION";

    private static final Logger LOG = System.getLogger(SessionCookie.class.getName());

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
        warning(settings).ifPresent(sentence -> LOG.log(Level.WARNING, sentence));
    }

    /**
     * @return a sentence for the operator whose sessions travel unprotected
     */
    static Optional<String> warning(Settings settings) {
        boolean meant =
                settings.on(Setting.EB_COOKIE_SECURE)
                        || settings.text(Setting.EB_PUBLIC_URL).startsWith("http://");
        return meant
                ? Optional.empty()
                : Optional.of(
                        "EB_COOKIE_SECURE is 0: the session's cookie travels over plain HTTP, too, where others can take it."
                                + " Set it to 1 where people come over HTTPS, or EB_PUBLIC_URL to the http:// address that they use.");
    }
}
