package com.eazybackup.batch;

import com.eazybackup.operations.MeterSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Has the batch jobs measured. */
@ApplicationScoped
public class JobMeters implements MeterSource {

    private JobStandings standings;
    private Clock clock;

    JobMeters() {}

    @Inject
    JobMeters(JobStandings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public List<Meter> meters() {
        List<Meter> all = new ArrayList<>();
        for (JobMeter meter : JobMeter.values()) {
            for (PortalJob job : PortalJob.values()) {
                all.add(
                        new Meter(
                                meter.kind(),
                                meter.meterName(),
                                "job",
                                job.code(),
                                () -> meter.of(standings, job, clock.instant())));
            }
        }
        return all;
    }
}
