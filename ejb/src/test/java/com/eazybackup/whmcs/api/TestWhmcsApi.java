package com.eazybackup.whmcs.api;

import com.eazybackup.platform.Settings;

/** The API's client without a container, for tests of others. */
public final class TestWhmcsApi {

    private TestWhmcsApi() {}

    public static WhmcsApi with(Settings settings) {
        return new WhmcsApi(new WhmcsCall(settings));
    }
}
