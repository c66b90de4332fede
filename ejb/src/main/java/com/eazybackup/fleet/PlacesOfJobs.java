package com.eazybackup.fleet;

/**
 * Where the backups that a device is judged by are; empty what is not known.
 *
 * @param endedOn the Comet Server of the one that ended last
 * @param vault id of the vault that it went to; of one that ended badly or with warnings only
 * @param runsOn the Comet Server of the one that runs
 */
record PlacesOfJobs(String endedOn, String vault, String runsOn) {}
