package com.eazybackup.access.oidc;

import com.eazybackup.platform.OutgoingAddresses;
import com.eazybackup.platform.Settings;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.openid.OpenIdProvider;
import com.eazybackup.simulator.openid.OpenIdSwitches;
import com.eazybackup.simulator.openid.Registration;
import com.eazybackup.simulator.switches.SwitchBoard;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.TestSettings;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A simulated provider and the portal's side of the wire to it. */
final class TestProvider implements AutoCloseable {

    static final String PORTAL = "https://portal.example";
    static final String MIRA = "mira@larkspur.example";

    private final SimulatedWhmcs whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());
    private final SwitchBoard board = new SwitchBoard(whmcs.openId().switches());

    TestProvider() {
        register("portal", "portal-secret");
        register("another-portal", "another-secret");
    }

    private void register(String id, String secret) {
        whmcs.openId()
                .register(
                        new Registration(
                                id,
                                secret,
                                Set.of(URI.create(PORTAL + "/oidc/callback")),
                                Optional.empty(),
                                Optional.of(URI.create(PORTAL + "/signin"))));
    }

    SimulatedWhmcs whmcs() {
        return whmcs;
    }

    OpenIdProvider openId() {
        return whmcs.openId();
    }

    OpenIdSwitches switches() {
        return whmcs.openId().switches();
    }

    /** As it was at first. */
    void mend() {
        board.reset();
        whmcs.faults().clear();
    }

    Settings settings(String... more) {
        List<String> all = new ArrayList<>();
        all.addAll(
                List.of(
                        "EB_PUBLIC_URL",
                        PORTAL,
                        "EB_OIDC_ISSUER",
                        whmcs.openId().issuer().toString(),
                        "EB_OIDC_DISCOVERY",
                        whmcs.origin() + OpenIdProvider.DISCOVERY,
                        "EB_OIDC_CLIENT_ID",
                        "portal",
                        "EB_OIDC_CLIENT_SECRET",
                        "portal-secret"));
        all.addAll(List.of(more));
        return TestSettings.with(whmcs.apiUrl(), all.toArray(String[]::new));
    }

    /** The portal's side with nothing remembered yet. */
    Side side(String... more) {
        return new Side(
                OpenIdSettings.of(settings(more)).orElseThrow(),
                ProviderWire.PATIENCE,
                Clock.systemUTC());
    }

    Side side(Duration patience, Clock clock) {
        return new Side(OpenIdSettings.of(settings()).orElseThrow(), patience, clock);
    }

    @Override
    public void close() {
        whmcs.close();
    }

    private static ProviderWire wire(OpenIdSettings settings, Duration patience) {
        return new ProviderWire(settings, OutgoingAddresses.of(TestSettings.with()), patience);
    }

    /** What the portal knows of the provider. */
    final class Side {

        private final Provider provider;
        private final CodeExchange exchange;
        private final TokenCheck check;

        Side(OpenIdSettings settings, Duration patience, Clock clock) {
            ProviderWire wire = wire(settings, patience);
            provider = new Provider(settings, wire, clock);
            check = new TokenCheck(settings, provider);
            exchange = new CodeExchange(settings, provider, wire, check);
        }

        Provider provider() {
            return provider;
        }

        TokenCheck check() {
            return check;
        }

        /** Somebody signs in at the provider, and their code is redeemed. */
        Identity signIn(String email) throws OpenIdTrouble {
            PendingSignIn pending = pending();
            return redeem(code("portal", pending, email), pending);
        }

        Identity redeem(String code, PendingSignIn pending) throws OpenIdTrouble {
            return exchange.redeem(code, pending);
        }
    }

    static PendingSignIn pending() {
        return new PendingSignIn(
                "state", new Nonce().getValue(), new CodeVerifier().getValue(), "", Instant.MAX);
    }

    /** The code that the provider gives to a client's browser. */
    String code(String client, PendingSignIn pending, String email) {
        String challenge =
                com.nimbusds.oauth2.sdk.pkce.CodeChallenge.compute(
                                com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod.S256,
                                new CodeVerifier(pending.verifier()))
                        .getValue();
        URI back =
                whmcs.openId()
                        .approve(
                                URI.create(
                                        whmcs.origin()
                                                + "/oauth/authorize.php?client_id="
                                                + client
                                                + "&redirect_uri="
                                                + PORTAL
                                                + "/oidc/callback&state="
                                                + pending.state()
                                                + "&nonce="
                                                + pending.nonce()
                                                + "&code_challenge="
                                                + challenge),
                                email);
        return parameters(back).get("code");
    }

    static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            String[] both = pair.split("=", 2);
            parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
