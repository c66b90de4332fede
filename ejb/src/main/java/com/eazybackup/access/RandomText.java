package com.eazybackup.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;

/** Secrets that we hand out and keep only the SHA-256 of: they are too long to be guessed at. */
final class RandomText {

    private static final int TOKEN_BYTES = 32;
    private static final int CODE_BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /**
     * @return 256 bits for an address
     */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /**
     * @return 120 bits for somebody to write down, in groups of four
     */
    static String code() {
        String text = new Base32().encodeToString(bytes(CODE_BYTES)).toLowerCase(Locale.ROOT);
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    /**
     * @param typed spaces, hyphens and case do not matter
     */
    static String hashOfCode(String typed) {
        return hash(typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
