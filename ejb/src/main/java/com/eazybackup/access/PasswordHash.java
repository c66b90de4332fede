package com.eazybackup.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords of admins as they are stored: {@code pbkdf2-sha256$iterations$salt$hash}.
 *
 * <p>The iterations are part of the text, so that the number may grow without breaking what is
 * stored.
 */
final class PasswordHash {

    // OWASP's figure for PBKDF2 with HMAC-SHA-256.
    static final int ITERATIONS = 600_000;

    private static final String KIND = "pbkdf2-sha256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return String.join(
                "$",
                KIND,
                Integer.toString(ITERATIONS),
                text.encodeToString(salt),
                text.encodeToString(derive(password, salt, ITERATIONS)));
    }

    /** Whether the password is the stored one; takes as long for a right one as for a wrong one. */
    static boolean matches(String password, String stored) {
        String[] part = stored.split("\\$", -1);
        if (part.length != 4 || !part[0].equals(KIND)) {
            throw new IllegalStateException("a password hash in eb_admins is of an unknown kind");
        }
        byte[] salt = Base64.getDecoder().decode(part[2]);
        byte[] right = Base64.getDecoder().decode(part[3]);
        int iterations = Integer.parseInt(part[1]);
        boolean same = MessageDigest.isEqual(right, derive(password, salt, iterations));
        if (iterations < ITERATIONS) { // an old hash must not be told from nobody's by its time
            derive(password, salt, ITERATIONS - iterations);
        }
        return same;
    }

    /**
     * @return whether it was hashed with fewer iterations than new ones are
     */
    static boolean outdated(String stored) {
        return iterations(stored) < ITERATIONS;
    }

    private static int iterations(String stored) {
        return Integer.parseInt(stored.split("\\$", -1)[1]);
    }

    /** Takes the time of {@link #matches} where there is nothing to compare with. */
    static void takeTheSameTime(String password) {
        derive(password, new byte[SALT_BYTES], ITERATIONS);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
