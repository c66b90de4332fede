package com.eazybackup.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Tells one set of names from another: what an operator confirms is what he was shown, and not as
 * many others. The names themselves can be too many to be kept with a run's checkpoint.
 */
final class Fingerprint {

    private Fingerprint() {}

    /**
     * @return 64 characters, the same in whatever order the names come; empty of none
     */
    static String of(Collection<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        MessageDigest digest = sha256();
        names.stream()
                .sorted()
                .forEach(
                        name -> {
                            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                            // The length keeps "ab", "c" from being "a", "bc".
                            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                            digest.update(bytes);
                        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
