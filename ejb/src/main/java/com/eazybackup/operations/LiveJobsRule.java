package com.eazybackup.operations;

import com.eazybackup.ingest.RunningCounts;
import com.eazybackup.ingest.RunningCounts.Count;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Alerts of a table of running jobs that grows: jobs that ended without a word pile up in it. Over
 * when there are fewer than nine tenths of the limit again.
 */
@ApplicationScoped
public class LiveJobsRule implements AlertRule {

    /** Stands for all Comet Servers together. */
    static final String ALL = "all";

    private RunningCounts jobs;
    private Settings settings;

    LiveJobsRule() {}

    @Inject
    public LiveJobsRule(RunningCounts jobs, Settings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public boolean costsQueries() {
        return true;
    }

    @Override
    public List<Finding> look() throws SQLException {
        // Interrupted ones pile up like any other.
        Map<String, Count> running = jobs.byProfile();
        List<Finding> found = new ArrayList<>();
        long limit = settings.number(Setting.EB_ALERT_LIVE_JOBS);
        for (CometProfileSettings profile : settings.cometProfiles()) {
            found.add(
                    judge(
                            profile.name(),
                            running.getOrDefault(profile.name(), Count.NONE).all(),
                            limit));
        }
        long all = running.values().stream().mapToLong(Count::all).sum();
        found.add(judge(ALL, all, settings.number(Setting.EB_ALERT_LIVE_JOBS_ALL)));
        return found;
    }

    /** Pure. */
    static Finding judge(String subject, long running, long limit) {
        if (running > limit) {
            return Finding.raise(
                    AlertKind.LIVE_JOBS,
                    subject,
                    running + " jobs count as running, more than the limit of " + limit + ".");
        }
        return running * 10 < limit * 9
                ? Finding.close(AlertKind.LIVE_JOBS, subject)
                : Finding.leave(AlertKind.LIVE_JOBS, subject);
    }
}
