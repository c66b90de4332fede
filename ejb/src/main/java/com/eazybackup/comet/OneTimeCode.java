package com.eazybackup.comet;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes as authenticator apps make them (RFC 6238: SHA-1, six digits, 30 seconds). */
final class OneTimeCode {

    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private OneTimeCode() {}

    /**
     * @param setting a secret in base 32, or a code, which stays as it is
     */
    static String of(String setting, Instant now) {
        String text = setting.replaceAll("[\\s-]", "");
        if (text.matches("\\d{6,8}")) {
            return text;
        }
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(decoded(text), CODES.getAlgorithm()), now);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The secret for one-time codes cannot be used", e);
        }
    }

    private static byte[] decoded(String text) {
        String digits = text.toUpperCase(Locale.ROOT).replaceAll("=+$", "");
        byte[] bytes = new byte[digits.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int bits = 0;
        int filled = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = ALPHABET.indexOf(digits.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("The secret for one-time codes is not base 32");
            }
            buffer = buffer << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[filled++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
