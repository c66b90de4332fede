package com.eazybackup.simulator.openid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** The provider's keys: one of each kind, both published; a rotation replaces both. */
final class SigningKeys {

    private static final int RSA_BITS = 2048;
    private static final int COORDINATE = 32;

    /** A key and the name under which it is published. */
    record Key(String name, String algorithm, KeyPair pair) {

        byte[] sign(byte[] text) throws GeneralSecurityException {
            Signature signature =
                    Signature.getInstance(
                            algorithm.equals("ES256")
                                    ? "SHA256withECDSAinP1363Format"
                                    : "SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        }
    }

    private int generation;
    private Key rsa;
    private Key elliptic;

    SigningKeys() {
        rotate();
    }

    /** From now on only new keys are known. */
    synchronized void rotate() {
        generation++;
        rsa = key("rsa-" + generation, "RS256");
        elliptic = key("ec-" + generation, "ES256");
    }

    synchronized Key now(boolean wantElliptic) {
        return wantElliptic ? elliptic : rsa;
    }

    /** A key that nobody has ever published. */
    static Key stray(String name, String algorithm) {
        return key(name, algorithm);
    }

    synchronized ObjectNode published() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        RSAPublicKey one = (RSAPublicKey) rsa.pair().getPublic();
        ECPublicKey other = (ECPublicKey) elliptic.pair().getPublic();
        set.putArray("keys")
                .add(
                        entry(rsa, "RSA")
                                .put("n", text(unsigned(one.getModulus(), RSA_BITS / 8)))
                                .put("e", text(one.getPublicExponent().toByteArray())))
                .add(
                        entry(elliptic, "EC")
                                .put("crv", "P-256")
                                .put("x", text(unsigned(other.getW().getAffineX(), COORDINATE)))
                                .put("y", text(unsigned(other.getW().getAffineY(), COORDINATE))));
        return set;
    }

    private static ObjectNode entry(Key key, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", type)
                .put("use", "sig")
                .put("alg", key.algorithm())
                .put("kid", key.name());
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int from = Math.max(0, bytes.length - length);
        byte[] tail = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(tail, 0, padded, length - tail.length, tail.length);
        return padded;
    }

    private static Key key(String name, String algorithm) {
        try {
            boolean ec = algorithm.equals("ES256");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ec ? "EC" : "RSA");
            if (ec) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(RSA_BITS);
            }
            return new Key(name, algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA and P-256", e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
