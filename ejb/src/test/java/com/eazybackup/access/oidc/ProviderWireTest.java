package com.eazybackup.access.oidc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.platform.AddressRefused;
import com.eazybackup.platform.OutgoingAddresses;
import com.eazybackup.testing.TestSettings;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-32")
class ProviderWireTest {

    private static final OpenIdSettings SETTINGS =
            new OpenIdSettings(
                    "http://localhost:9",
                    URI.create("http://localhost:9/.well-known/openid-configuration"),
                    "portal",
                    "secret",
                    "http://127.0.0.1",
                    "email",
                    false);

    private final ProviderWire wire =
            new ProviderWire(
                    SETTINGS, OutgoingAddresses.of(TestSettings.with()), ProviderWire.PATIENCE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/token",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:9/keys",
                "http://10.0.0.7/userinfo"
            })
    void whatTheProvidersDocumentNamesMayNotLeadIntoOurNetwork(String address) {
        assertThatThrownBy(() -> wire.send(request(address))).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9/token", "http://LOCALHOST:9/token"})
    void theHostThatTheOperatorNamedMay(String address) {
        assertThatThrownBy(() -> wire.send(request(address)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(AddressRefused.class); // nothing listens there
    }

    private static HTTPRequest request(String address) {
        return new HTTPRequest(HTTPRequest.Method.GET, URI.create(address));
    }
}
