/**
 * What runs by itself: the nightly sync, the figures of the day, housekeeping. Jobs are Jakarta
 * Batch's, their runs and timers are kept in the database. {@link com.eazybackup.batch.Jobs} is
 * what others know of it.
 */
package com.eazybackup.batch;
