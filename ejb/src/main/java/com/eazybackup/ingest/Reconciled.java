package com.eazybackup.ingest;

import java.util.Map;

/**
 * What came of some of a Comet Server's list entries.
 *
 * @param processed entries that were held against the tables
 * @param skipped entries that were left out, by reason
 * @param repaired rows that were not so; of a dry run, that would have been written
 */
public record Reconciled(int processed, Map<String, Integer> skipped, Repaired repaired) {

    /** The account belongs to no client of WHMCS. */
    public static final String NO_CLIENT = "no_client";

    /** The account's client has no active service for it. */
    public static final String NO_ACTIVE_SERVICE = "no_active_service";

    /** The profile does not say everything about devices, items and vaults. */
    public static final String INCOMPLETE = "incomplete_profile";

    /** An active service names an account that the Comet Server does not list. */
    public static final String MISSING_UPSTREAM = "missing_upstream";

    /** A job of an account that belongs to no client. */
    public static final String JOB_OF_NO_CLIENT = "job_of_no_client";
}
