package com.eazybackup.web;

import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.util.Optional;

/** Whose portal this is: name, logo and accent colour from the settings. */
@Named
@ApplicationScoped
public class Brand {

    @Inject Settings settings;
    @Inject ServletContext context;

    public String getName() {
        return settings.brandName();
    }

    public boolean isLogoSet() {
        return settings.brandLogo().isPresent();
    }

    /**
     * @return address of the logo: https as it is, an own path under the application
     */
    public String getLogo() {
        return settings.brandLogo()
                .map(logo -> logo.startsWith("/") ? context.getContextPath() + logo : logo)
                .orElse("");
    }

    /**
     * @return the logo when it comes from elsewhere, as the Content-Security-Policy names a single
     *     file: without query, and without the two characters that end a part of a policy
     */
    Optional<String> foreignLogo() {
        return settings.brandLogo()
                .filter(logo -> logo.startsWith("https://"))
                .map(URI::create)
                .map(uri -> "https://" + uri.getRawAuthority() + uri.getRawPath())
                .map(source -> source.replace(";", "%3B").replace(",", "%2C"));
    }

    public boolean isAccentSet() {
        return settings.brandAccent().isPresent();
    }

    Optional<AccentColours> accent() {
        return settings.brandAccent().map(AccentColours::of);
    }

    /**
     * @return address of the stylesheet with the accent; it changes with the colour, so that
     *     browsers may keep it
     */
    public String getStylesheet() {
        return context.getContextPath()
                + "/brand.css?v="
                + settings.brandAccent().orElse("").replace("#", "");
    }
}
