package com.eazybackup.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key for programs as its owner gets it, once: {@code ebp_}, 256 random bits, and a checksum, by
 * which scanners of published code and this portal tell a key from other text without asking
 * anybody.
 */
record TokenSecret(String text) {

    private static final String PREFIX = "ebp_";
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** 43 digits of 62 hold 256 bits. */
    private static final int RANDOM_DIGITS = 43;

    private static final int CHECK_DIGITS = 6;
    private static final int SHOWN = 10;
    private static final Pattern SHAPE =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECK_DIGITS) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new TokenSecret(text.append(check(text.toString())).toString());
    }

    private static String check(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        long rest = sum.getValue();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < CHECK_DIGITS; i++) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }

    /**
     * @return whether this can be a key at all
     */
    boolean wellFormed() {
        int check = text.length() - CHECK_DIGITS;
        return SHAPE.matcher(text).matches()
                && text.substring(check).equals(check(text.substring(0, check)));
    }

    /**
     * @return what is stored. No salt and no slow hash: nobody guesses 256 random bits
     */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @return by what its owner knows it again; opens nothing
     */
    String beginning() {
        return text.substring(0, SHOWN);
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "TokenSecret";
    }
}
