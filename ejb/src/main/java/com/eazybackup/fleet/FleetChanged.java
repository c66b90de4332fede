package com.eazybackup.fleet;

/**
 * CDI event: changes up to this id have just been committed on this node, so its tail need not wait
 * for the next poll. Fire it asynchronously and only after the commit. A lost one costs nothing but
 * that wait.
 *
 * @param newestId the last id that the transaction wrote; 0 when the caller does not know it
 */
public record FleetChanged(long newestId) {}
