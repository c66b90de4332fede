package com.eazybackup.access.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.minidev.json.JSONObject;

/**
 * What the provider says about itself, as far as it is used. Lists that it leaves out have the
 * defaults of the standard: WHMCS does not say what its document holds.
 *
 * @param algorithms for signatures, those of ours that the provider has, too; never empty
 * @param secretInForm whether the client's secret goes into the form; else into a header
 * @param namesItself whether every answer to the browser names the issuer (RFC 9207)
 */
record ProviderDocument(
        URI authorization,
        URI token,
        URI keys,
        Optional<URI> userInfo,
        Optional<URI> endSession,
        Set<JWSAlgorithm> algorithms,
        boolean secretInForm,
        boolean namesItself) {

    private static final List<JWSAlgorithm> OURS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    /**
     * @throws OpenIdTrouble when it is of another issuer, leads out of TLS or lacks something
     */
    static ProviderDocument parse(String text, String issuer) throws OpenIdTrouble {
        try {
            JSONObject json = JSONObjectUtils.parse(text);
            if (!issuer.equals(JSONObjectUtils.getString(json, "issuer"))) {
                throw OpenIdTrouble.refused("the discovery document is of another issuer");
            }
            boolean tls = issuer.startsWith("https:");
            return new ProviderDocument(
                    address(json, "authorization_endpoint", tls),
                    address(json, "token_endpoint", tls),
                    address(json, "jwks_uri", tls),
                    optional(json, "userinfo_endpoint", tls),
                    optional(json, "end_session_endpoint", tls),
                    algorithms(json),
                    secretInForm(json),
                    JSONObjectUtils.getBoolean(
                            json, "authorization_response_iss_parameter_supported", false));
        } catch (ParseException e) {
            throw OpenIdTrouble.refused("the discovery document cannot be read", e);
        }
    }

    private static Set<JWSAlgorithm> algorithms(JSONObject json)
            throws ParseException, OpenIdTrouble {
        List<String> named = list(json, "id_token_signing_alg_values_supported", "RS256");
        Set<JWSAlgorithm> both = new LinkedHashSet<>(OURS);
        both.removeIf(ours -> !named.contains(ours.getName()));
        if (both.isEmpty()) {
            throw OpenIdTrouble.refused("the provider signs with none of " + OURS);
        }
        return Set.copyOf(both);
    }

    private static boolean secretInForm(JSONObject json) throws ParseException, OpenIdTrouble {
        List<String> named =
                list(json, "token_endpoint_auth_methods_supported", "client_secret_basic");
        boolean form = named.contains("client_secret_post");
        if (named.contains("client_secret_basic")) {
            return false;
        }
        if (!form) {
            throw OpenIdTrouble.refused("the provider takes no client secret");
        }
        return true;
    }

    /** An empty list says as little as none. */
    private static List<String> list(JSONObject json, String name, String byDefault)
            throws ParseException {
        List<String> named = JSONObjectUtils.getStringList(json, name, List.of());
        return named == null || named.isEmpty() ? List.of(byDefault) : new ArrayList<>(named);
    }

    private static URI address(JSONObject json, String name, boolean tls)
            throws ParseException, OpenIdTrouble {
        URI address = JSONObjectUtils.getURI(json, name);
        String scheme = address.getScheme();
        if (address.getHost() == null
                || address.getRawFragment() != null
                || !("https".equals(scheme) || (!tls && "http".equals(scheme)))) {
            throw OpenIdTrouble.refused(name + " is no usable address");
        }
        return address;
    }

    private static Optional<URI> optional(JSONObject json, String name, boolean tls)
            throws ParseException, OpenIdTrouble {
        return json.get(name) == null ? Optional.empty() : Optional.of(address(json, name, tls));
    }
}
