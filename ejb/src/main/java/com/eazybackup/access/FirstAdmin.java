package com.eazybackup.access;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * Makes the first admin from {@code EB_ADMIN_EMAIL} and {@code EB_ADMIN_PASSWORD} while there is
 * none. Later changes of the variables change nothing: the store is the truth then.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class FirstAdmin {

    private static final Logger LOG = System.getLogger(FirstAdmin.class.getName());

    @Inject Settings settings;
    @Inject Admins admins;

    @PostConstruct
    void create() {
        String email = settings.text(Setting.EB_ADMIN_EMAIL).strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            return;
        }
        String password = settings.text(Setting.EB_ADMIN_PASSWORD);
        if (admins.addFirst(email, "Administrator", password)) {
            LOG.log(Level.INFO, "The first admin was made from the environment.");
        }
    }
}
