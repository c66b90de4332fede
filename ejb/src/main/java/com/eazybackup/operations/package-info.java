/**
 * What the portal's own people see and do about ingestion: how each Comet Server's intake stands,
 * catch-ups, the quarantine, and the same as metrics.
 *
 * <p>Everything but the metrics goes through {@link com.eazybackup.access.AdminDoor}.
 */
package com.eazybackup.operations;
