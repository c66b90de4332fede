package com.eazybackup.simulator.openid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes signed tokens, and those that only look signed. */
final class TokenMint {

    private final SigningKeys keys;
    private final OpenIdSwitches switches;

    TokenMint(SigningKeys keys, OpenIdSwitches switches) {
        this.keys = keys;
        this.switches = switches;
    }

    /**
     * @param type the token's typ
     * @param secret the client's, for the lie that signs with it
     */
    String sign(String type, ObjectNode claims, String secret) {
        SigningKeys.Key key = keys.now(switches.ellipticKeys);
        ObjectNode header = JsonNodeFactory.instance.objectNode().put("typ", type);
        try {
            return switch (switches.lie) {
                case UNSIGNED -> part(header.put("alg", "none")) + "." + part(claims) + ".";
                case PUBLIC_KEY_AS_SECRET ->
                        sealed(header, claims, key.name(), pem(key.pair().getPublic()));
                case CLIENT_SECRET_AS_KEY ->
                        sealed(header, claims, key.name(), secret.getBytes(StandardCharsets.UTF_8));
                case UNKNOWN_KEY ->
                        signed(header, claims, SigningKeys.stray("nobody-knows", key.algorithm()));
                case FORGED_SIGNATURE ->
                        signed(header, claims, SigningKeys.stray(key.name(), key.algorithm()));
                case TAMPERED -> tampered(signed(header, claims, key), claims);
                default -> signed(header, claims, key);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static String signed(ObjectNode header, ObjectNode claims, SigningKeys.Key key)
            throws GeneralSecurityException {
        String text =
                part(header.put("alg", key.algorithm()).put("kid", key.name()))
                        + "."
                        + part(claims);
        return text + "." + SigningKeys.text(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String sealed(ObjectNode header, ObjectNode claims, String name, byte[] secret)
            throws GeneralSecurityException {
        String text = part(header.put("alg", "HS256").put("kid", name)) + "." + part(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return text + "." + SigningKeys.text(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String tampered(String token, ObjectNode claims) {
        String[] parts = token.split("\\.");
        ObjectNode changed = claims.deepCopy().put("email", "dana@pinewood.example");
        return parts[0] + "." + part(changed) + "." + parts[2];
    }

    private static byte[] pem(java.security.Key key) {
        String text =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(key.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String part(ObjectNode json) {
        return SigningKeys.text(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
