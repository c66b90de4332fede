package com.eazybackup.web.api.job;

import com.eazybackup.job.JobLog;
import java.util.List;

/**
 * @param t when it was read, in Unix seconds
 * @param entries in the order of time
 * @param more how many older ones were left out
 * @param gone whether the server has no log of this job any more
 */
record JobLogAnswer(long t, List<JobLog.Entry> entries, long more, boolean gone) {

    static JobLogAnswer of(JobLog log) {
        return new JobLogAnswer(log.at().getEpochSecond(), log.entries(), log.more(), log.gone());
    }
}
