package com.eazybackup.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key as the environment has it: base64 of 32 bytes. {@code toString} shows the id alone.
 *
 * @param id names the key without telling it
 */
record SecretKeyText(SecretKey key, String id) {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;

    /**
     * @return empty when the text is no such key
     */
    static Optional<SecretKeyText> of(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            return bytes.length == BYTES
                    ? Optional.of(new SecretKeyText(new SecretKeySpec(bytes, "AES"), id(bytes)))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String id(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
