package com.eazybackup.demo;

import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.database.MariaDbServer;
import com.eazybackup.simulator.openid.OpenIdProvider;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment that points the portal at this world. */
final class ServerVariables {

    private static final String SECRET_KEY =
            Base64.getEncoder()
                    .encodeToString(
                            "demo-key-of-32-bytes-not-secret!".getBytes(StandardCharsets.US_ASCII));

    private ServerVariables() {}

    static Map<String, String> of(
            Ports ports,
            MariaDbServer database,
            SimulatedWhmcs whmcs,
            Map<String, SimulatedCometServer> servers) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("EB_HTTP_PORT", Integer.toString(ports.http()));
        variables.put("EB_MANAGEMENT_PORT", Integer.toString(ports.management()));
        variables.put("EB_DB_URL", database.jdbcUrl(DemoWorld.DATABASE));
        variables.put("DB_USER", database.user());
        variables.put("DB_PASS", database.password());
        variables.put("EB_WHMCS_API_URL", whmcs.apiUrl().toString());
        variables.put("EB_WHMCS_API_IDENTIFIER", SimulatedWhmcs.IDENTIFIER);
        variables.put("EB_WHMCS_API_SECRET", SimulatedWhmcs.SECRET);
        variables.put("EB_PUBLIC_URL", "http://127.0.0.1:" + ports.http());
        variables.put("EB_OIDC_ISSUER", whmcs.openId().issuer().toString());
        variables.put("EB_OIDC_DISCOVERY", whmcs.openId().issuer() + OpenIdProvider.DISCOVERY);
        variables.put("EB_OIDC_CLIENT_ID", DemoWorld.CLIENT_ID);
        variables.put("EB_OIDC_CLIENT_SECRET", DemoWorld.CLIENT_SECRET);
        variables.put("EB_ADMIN_EMAIL", DemoWorld.ADMIN_EMAIL);
        variables.put("EB_ADMIN_PASSWORD", DemoWorld.FIRST_ADMIN_PASSWORD);
        // The simulated servers that WHMCS's tables name are on this machine.
        variables.put("EB_OUTGOING_ALLOW", "127.0.0.1");
        // The same at every start, because data is kept; protects nothing that anybody has.
        variables.put("EB_SECRET_KEY", SECRET_KEY);
        variables.put("EB_PUBLIC_URL", "http://127.0.0.1:" + ports.http());
        variables.put("EB_MAIL_HOST", "127.0.0.1");
        variables.put("EB_MAIL_PORT", Integer.toString(ports.mail()));
        variables.put("EB_MAIL_TLS", "none");
        variables.put("EB_MAIL_FROM", "portal@portal.example");
        variables.put("COMET_PROFILES", String.join(",", servers.keySet()));
        servers.forEach(
                (profile, server) -> {
                    String prefix = "COMET_" + profile;
                    String origin = server.origin().toString();
                    variables.put(prefix + "_NAME", DemoWorld.nameOf(profile));
                    variables.put(
                            prefix + "_URL", "ws" + origin.substring(4) + "/api/v1/events/stream");
                    variables.put(prefix + "_ORIGIN", origin);
                    variables.put(prefix + "_USERNAME", server.access().username());
                    variables.put(prefix + "_PASSWORD", server.access().password());
                });
        return variables;
    }
}
