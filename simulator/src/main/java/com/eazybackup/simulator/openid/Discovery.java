package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.openid.OpenIdSwitches.Proof;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the provider says about itself. */
final class Discovery {

    private static final int MANY = 8 << 20;

    private final OpenIdSwitches switches;
    private final String issuer;

    Discovery(OpenIdSwitches switches, String issuer) {
        this.switches = switches;
        this.issuer = issuer;
    }

    ObjectNode document() {
        String named = switches.lie == Lie.FOREIGN_DISCOVERY ? "https://elsewhere.example" : issuer;
        ObjectNode document =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("issuer", named)
                        .put("authorization_endpoint", issuer + "/oauth/authorize.php")
                        .put("token_endpoint", issuer + "/oauth/token.php")
                        .put("userinfo_endpoint", issuer + "/oauth/userinfo.php")
                        .put("jwks_uri", issuer + "/oauth/certs.php");
        if (switches.endSessionOffered) {
            document.put("end_session_endpoint", issuer + "/oauth/end-session.php");
        }
        if (switches.discoveryIsComplete) {
            complete(document);
        }
        if (switches.lie == Lie.ENDLESS_DISCOVERY) {
            document.put("more", "m".repeat(MANY));
        }
        return document;
    }

    private void complete(ObjectNode document) {
        document.putArray("response_types_supported").add("code");
        document.putArray("subject_types_supported").add("public");
        document.putArray("scopes_supported").add("openid").add("profile").add("email");
        document.putArray("id_token_signing_alg_values_supported")
                .add("HS256")
                .add("none")
                .add("RS256")
                .add("ES256");
        document.putArray("code_challenge_methods_supported").add("S256");
        document.put("authorization_response_iss_parameter_supported", switches.issuerInAnswer);
        document.put("backchannel_logout_supported", switches.backChannelOffered);
        if (switches.clientProof != Proof.UNSAID) {
            document.putArray("token_endpoint_auth_methods_supported")
                    .add(
                            switches.clientProof == Proof.BASIC
                                    ? "client_secret_basic"
                                    : "client_secret_post");
        }
    }
}
