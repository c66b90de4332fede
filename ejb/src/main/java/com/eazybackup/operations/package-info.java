/**
 * What the portal's own people see and do about ingestion: how each Comet Server's intake stands,
 * catch-ups, the quarantine, heartbeat and monitor, what wants somebody (alerts), and the same as
 * metrics.
 *
 * <p>Everything but the metrics goes through {@link com.eazybackup.access.Door}.
 */
package com.eazybackup.operations;
