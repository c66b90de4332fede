package com.eazybackup.whmcs;

import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.api.TestWhmcsApi;
import com.eazybackup.whmcs.api.WhmcsApi;
import jakarta.persistence.EntityManager;
import java.net.URI;

/** The boundaries of this package, put together for tests of others. */
public final class TestWhmcs {

    private final WhmcsApi api;
    private final ClientDirectory directory;
    private final CometServers servers;

    public TestWhmcs(EntityManager tables, URI apiUrl) {
        this.api = TestWhmcsApi.with(TestSettings.with(apiUrl));
        this.directory = new ClientDirectory(tables);
        this.servers = new CometServers(tables, api);
    }

    /** What clients pay for, from these tables. */
    public static ActiveServices activeServices(EntityManager tables) {
        return new ActiveServices(tables, TestSettings.with());
    }

    public WhmcsApi api() {
        return api;
    }

    public ClientDirectory directory() {
        return directory;
    }

    public CometServers servers() {
        return servers;
    }
}
