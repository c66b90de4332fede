package com.eazybackup.access;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator has to do before anything else: replace the password that somebody else
 * knows, set up the second factor where {@code EB_ADMIN_TOTP_REQUIRED} asks for it. Until then the
 * session opens nothing but one's own account.
 */
@ApplicationScoped
class FirstThings {

    private AdminTable admins;
    private boolean factorRequired;

    FirstThings() {}

    @Inject
    FirstThings(AdminTable admins, Settings settings) {
        this.admins = admins;
        this.factorRequired = settings.on(Setting.EB_ADMIN_TOTP_REQUIRED);
    }

    boolean factorRequired() {
        return factorRequired;
    }

    Optional<FirstThing> of(AdminTable.Row admin) {
        if (admin.mustChange()) {
            return Optional.of(FirstThing.PASSWORD);
        }
        return factorRequired && admin.sealedSecret().isEmpty()
                ? Optional.of(FirstThing.SECOND_FACTOR)
                : Optional.empty();
    }

    /** The pass that somebody gets as things stand: limited while there is something to do. */
    Pass limit(Person person, Pass pass) {
        if (person.role() != Role.ADMIN) {
            return pass;
        }
        boolean limited = admins.read(person.id()).flatMap(this::of).isPresent();
        return limited ? pass.limitedTo(Set.of(Permission.OWN_ACCOUNT)) : pass.unlimited();
    }
}
