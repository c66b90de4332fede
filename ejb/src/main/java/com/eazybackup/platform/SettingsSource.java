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
        try {
            return Settings.from(System.getenv());
        } catch (BadSettings e) {
            throw StartRefusal.of(e);
        }
    }
}
