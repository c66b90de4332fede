package com.eazybackup.testing;

import com.eazybackup.platform.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Settings with everything that must be set. */
public final class TestSettings {

    private TestSettings() {}

    /**
     * @param more name, value, name, value …
     */
    public static Settings with(String... more) {
        return with(URI.create("http://127.0.0.1:9/includes/api.php"), more);
    }

    public static Settings with(URI whmcs, String... more) {
        Map<String, String> values = new HashMap<>();
        values.put("EB_DB_URL", "jdbc:mysql://db:3306/whmcs");
        values.put("DB_USER", "portal");
        values.put("DB_PASS", "hush");
        values.put("COMET_PROFILES", "cometbackup,obc");
        values.put("EB_WHMCS_API_URL", whmcs.toString());
        values.put("EB_WHMCS_API_IDENTIFIER", "demo-portal-identifier");
        values.put("EB_WHMCS_API_SECRET", "demo-portal-secret");
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        for (String profile : values.get("COMET_PROFILES").split(",")) {
            values.putIfAbsent(
                    "COMET_" + profile + "_URL", "ws://127.0.0.1:9/api/v1/events/stream");
        }
        return Settings.from(values);
    }
}
