package com.eazybackup.web.security;

import com.eazybackup.platform.ReverseProxies;
import com.eazybackup.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Tells {@link BehindProxy}, which knows no settings, what {@code EB_PROXY} says. */
@WebListener
public class KnownProxies implements ServletContextListener {

    static final String ATTRIBUTE = KnownProxies.class.getName();

    @Inject Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setAttribute(ATTRIBUTE, ReverseProxies.of(settings));
    }
}
