package com.eazybackup.ingest;

import java.io.Serializable;

/**
 * How a Comet Server's list of accounts compares with the accounts that have rows.
 *
 * @param known accounts that have rows
 * @param listed accounts in the list
 * @param gone of the known ones, how many the list has not
 * @param suspicious whether so many are gone that none was taken away; see {@link DropRule}
 * @param fingerprint tells those that are gone from as many others
 */
public record AccountDrop(int known, int listed, int gone, boolean suspicious, String fingerprint)
        implements Serializable {

    private static final long serialVersionUID = 1;

    public static final AccountDrop NONE = new AccountDrop(0, 0, 0, false, "");

    /** A checkpoint of an earlier version has no fingerprint: it is confirmed once more. */
    public AccountDrop {
        fingerprint = fingerprint == null ? "" : fingerprint;
    }

    static AccountDrop of(VanishedAccounts vanished, boolean suspicious) {
        return new AccountDrop(
                vanished.known(),
                vanished.listed(),
                vanished.gone().size(),
                suspicious,
                Fingerprint.of(vanished.gone()));
    }

    /**
     * @return the same, when those that are gone were taken away after all
     */
    public AccountDrop confirmed() {
        return new AccountDrop(known, listed, gone, false, fingerprint);
    }
}
