package com.eazybackup.simulator.whmcs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Stands for WHMCS's encryption: what is in the tables cannot be used until WHMCS has opened it.
 */
final class StoredSecret {

    private static final byte MASK = 0x5A;

    private StoredSecret() {}

    static String close(String plain) {
        return Base64.getEncoder().encodeToString(masked(plain.getBytes(StandardCharsets.UTF_8)));
    }

    /** Like WHMCS: nonsense in, nothing out. */
    static String open(String stored) {
        try {
            return new String(masked(Base64.getDecoder().decode(stored)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    private static byte[] masked(byte[] bytes) {
        byte[] out = bytes.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] ^= MASK;
        }
        return out;
    }
}
