package com.eazybackup.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives everybody the one {@link Settings} of this process. */
@ApplicationScoped
class SettingsSource {

    @Produces
    @Singleton
    Settings settings() {
        return Settings.from(System.getenv());
    }
}
