package com.eazybackup.whmcs;

import com.eazybackup.testing.TestSettings;
import jakarta.persistence.EntityManager;
import java.net.URI;

/** The boundaries of this package, put together for tests of others. */
public final class TestWhmcs {

    private final WhmcsApi api;
    private final ClientDirectory directory;

    public TestWhmcs(EntityManager tables, URI apiUrl) {
        this.api = new WhmcsApi(new WhmcsCall(TestSettings.with(apiUrl)));
        this.directory = new ClientDirectory(tables);
    }

    public WhmcsApi api() {
        return api;
    }

    public ClientDirectory directory() {
        return directory;
    }
}
