package com.eazybackup.web.security;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;

/**
 * Where the portal is for HTTPS alone ({@code EB_COOKIE_SECURE}), browsers are told to come no
 * other way for {@code EB_HSTS_DAYS}. Of other hosts below this one nothing is said: they are not
 * the portal's to speak for.
 */
@WebListener
public class StrictTransport implements ServletContextListener {

    @Inject Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        int days = settings.number(Setting.EB_HSTS_DAYS);
        if (settings.on(Setting.EB_COOKIE_SECURE) && days > 0) {
            event.getServletContext()
                    .setAttribute(
                            AnswerHeaders.STRICT_TRANSPORT,
                            "max-age=" + Duration.ofDays(days).toSeconds());
        }
    }
}
