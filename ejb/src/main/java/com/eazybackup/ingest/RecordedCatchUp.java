package com.eazybackup.ingest;

/**
 * A catch-up as the database remembers it.
 *
 * @param profile the Comet Server's name in the settings
 */
public record RecordedCatchUp(long id, String profile, CatchUpRun run) {}
