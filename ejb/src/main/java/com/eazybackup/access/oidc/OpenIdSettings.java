package com.eazybackup.access.oidc;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * The provider that customers may sign in with.
 *
 * @param issuer exactly as tokens name it
 * @param discovery where its document is
 * @param portal public address of this portal, without a slash at its end
 * @param addressClaim the claim that holds the e-mail address of the WHMCS user
 * @param addressTrusted whether the provider's word is enough that the address is theirs
 */
record OpenIdSettings(
        String issuer,
        URI discovery,
        String clientId,
        String clientSecret,
        String portal,
        String addressClaim,
        boolean addressTrusted) {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    /**
     * @return empty when there is no provider
     */
    static Optional<OpenIdSettings> of(Settings settings) {
        return settings.optional(Setting.EB_OIDC_ISSUER)
                .map(
                        issuer ->
                                new OpenIdSettings(
                                        issuer,
                                        settings.optional(Setting.EB_OIDC_DISCOVERY)
                                                .map(URI::create)
                                                .orElseGet(() -> wellKnown(issuer)),
                                        settings.text(Setting.EB_OIDC_CLIENT_ID),
                                        settings.text(Setting.EB_OIDC_CLIENT_SECRET),
                                        withoutSlash(settings.text(Setting.EB_PUBLIC_URL)),
                                        settings.text(Setting.EB_OIDC_MATCH),
                                        settings.on(Setting.EB_OIDC_TRUST_EMAIL)));
    }

    URI callback() {
        return URI.create(portal + "/oidc/callback");
    }

    URI afterSignOut() {
        return URI.create(portal + "/signin");
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + "]";
    }

    private static URI wellKnown(String issuer) {
        return URI.create(withoutSlash(issuer) + WELL_KNOWN);
    }

    private static String withoutSlash(String address) {
        return address.replaceFirst("/+$", "");
    }
}
