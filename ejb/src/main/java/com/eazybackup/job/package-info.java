/**
 * One job in full: what became of it as our own tables have it ({@link
 * com.eazybackup.job.JobReports}), and what its device wrote down about it, which only the Comet
 * Server has ({@link com.eazybackup.job.JobLogs}). Always within a {@link
 * com.eazybackup.fleet.ClientScope}. Lists of jobs are {@code fleet}'s.
 */
package com.eazybackup.job;
