/**
 * What the portal looks after by the clock: which devices are connected ({@link
 * com.eazybackup.monitor.Heartbeat}), and backups that run by the tables and are dead ({@link
 * com.eazybackup.monitor.StalledJobs}).
 *
 * <p>It decides and asks Comet Servers; rows of the fleet are written by {@code ingest}. Its own
 * tables are {@code eb_heartbeats}, {@code eb_monitor_runs} and {@code eb_monitor_profile_state}.
 */
package com.eazybackup.monitor;
