/**
 * What Comet Servers say becomes rows: from the live stream, from lists, from profiles. The only
 * writer of {@code comet_*}, {@code eb_jobs_*}, {@code eb_devices_registry} and of the change feed.
 *
 * <p>Everything that is learnt is {@link com.eazybackup.ingest.News}; {@link
 * com.eazybackup.ingest.FleetWriter} folds many of them into one transaction. Applying the same
 * news twice, late or out of order ends in the same rows.
 */
package com.eazybackup.ingest;
