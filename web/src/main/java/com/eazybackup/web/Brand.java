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
     * @return the foreign origin that the logo comes from, for the Content-Security-Policy
     */
    Optional<String> logoOrigin() {
        return settings.brandLogo()
                .filter(logo -> logo.startsWith("https://"))
                .map(URI::create)
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
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
