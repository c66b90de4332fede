package com.eazybackup.platform;

import java.security.SecureRandom;

/**
 * The number that an error shows to a person and that the log line carries too, such as {@code
 * EB-7F3K-20C1}. Not guessable and not a secret; unique enough for a support call.
 */
public record Reference(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    // No I, L, O, U: they are misread on the telephone.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;

    /**
     * @return a new one; the log lines of this thread carry it until {@link LogContext#clear}
     */
    public static Reference next() {
        Reference reference = new Reference("EB-" + group() + "-" + group());
        LogContext.REFERENCE.is(reference.value());
        return reference;
    }

    private static String group() {
        StringBuilder text = new StringBuilder(GROUP);
        for (int i = 0; i < GROUP; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
