package com.eazybackup.access;

import com.eazybackup.platform.Settings;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.TestWhmcs;
import java.time.Clock;
import java.util.Optional;

/** The doors as the tests of the way through a provider need them. */
public final class ProviderDoors {

    private final AccessWorld world;
    private final ProviderDoor provider;
    private final SignInDoor passwords;

    public ProviderDoors(TestDatabase database, Clock clock, TestWhmcs whmcs, Settings settings) {
        world = new AccessWorld(database, clock, settings);
        provider = world.providerDoor(whmcs);
        passwords = world.signInDoor(whmcs);
    }

    public ProviderDoor provider() {
        return provider;
    }

    public SignInDoor passwords() {
        return passwords;
    }

    public Optional<Caller> caller(FakeRequest browser) {
        return world.current(browser).caller();
    }

    public void addAdmin(String email, String password) {
        world.admins.addFirst(email, "Root", password);
    }
}
