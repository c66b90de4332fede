package com.eazybackup.accounts;

import com.eazybackup.comet.VaultType;

/**
 * A vault as its row tells it.
 *
 * @param type as Comet numbers it
 * @param limited whether it has a quota of its own
 * @param shared whether a quota applies that it shares with others: then its own is ignored
 * @param managed whether the provider looks after it
 * @param measuredAt Unix seconds, 0 when it is not known
 */
record StoredVault(
        String id,
        String username,
        String name,
        int type,
        long bytes,
        boolean limited,
        long limitBytes,
        boolean shared,
        boolean managed,
        long measuredAt) {

    private static final long TEBIBYTE = 1L << 40;
    private static final int WHOLE = 100;

    /**
     * @return bytes; null when there is none of its own
     */
    Long quota() {
        return limited && !shared ? Math.max(0, limitBytes) : null;
    }

    /**
     * Rounded down, so that 100 is said of none that still has room. A quota of nothing is full.
     *
     * @return null without a quota
     */
    Integer percent() {
        Long quota = quota();
        if (quota == null) {
            return null;
        }
        if (quota == 0) {
            return WHOLE;
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(bytes * (double) WHOLE / quota));
    }

    VaultState state() {
        return VaultState.of(bytes, percent(), managed);
    }

    /** S3-compatible and Comet: storage that the provider sells. */
    boolean billed() {
        VaultType kind = VaultType.of(type);
        return kind == VaultType.S3 || kind == VaultType.COMET;
    }

    /**
     * Whole tebibytes, begun ones counted: of the quota, and of what is stored where there is none.
     *
     * @return 0 when nothing is billed
     */
    int billingTier() {
        if (managed || !billed()) {
            return 0;
        }
        Long quota = quota();
        long bytesToBill = quota == null ? bytes : quota;
        return (int) Math.min(Integer.MAX_VALUE, (bytesToBill + TEBIBYTE - 1) / TEBIBYTE);
    }
}
