package com.eazybackup.batch;

import com.eazybackup.usage.ClientDevicesDaily;
import com.eazybackup.usage.DevicesDaily;
import com.eazybackup.usage.ItemsDaily;
import com.eazybackup.usage.StorageDaily;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Takes one of the day's figures. Which one says the job's name; the day is that of the beginning
 * unless one is given; which may be given says {@link FigureDays}. Nothing is written in a dry run.
 */
@Named
@Dependent
public class Rollup extends AbstractBatchlet {

    @Inject DevicesDaily devices;
    @Inject ClientDevicesDaily clientDevices;
    @Inject ItemsDaily items;
    @Inject StorageDaily storage;
    @Inject JobSchedules schedules;
    @Inject FigureDays days;
    @Inject JobContext job;
    @Inject Clock clock;

    @Inject
    @BatchProperty(name = "date")
    String date;

    @Inject
    @BatchProperty(name = "dry_run")
    boolean dryRun;

    @Override
    public String process() throws SQLException {
        RunReport report = RunReport.of(job);
        Instant now = clock.instant();
        LocalDate day = date == null || date.isEmpty() ? schedules.day(now) : LocalDate.parse(date);
        Optional<String> refusal = days.refusal(PortalJob.of(job.getJobName()).orElseThrow(), day);
        if (refusal.isPresent()) {
            // Whoever asks by the API is refused before; the server's own command line comes here.
            throw new DayRefused(refusal.get());
        }
        if (dryRun) {
            report.sentence("The figures of %s would be written.".formatted(day));
            return null;
        }
        int rows =
                switch (PortalJob.of(job.getJobName()).orElseThrow()) {
                    case DEVICES_DAILY -> devices.write(day, now);
                    case DEVICES_CLIENT_DAILY -> clientDevices.write(day);
                    case ITEMS_DAILY -> items.write(day);
                    case STORAGE_DAILY -> storage.measure(day);
                    case NIGHTLY_SYNC, HOUSEKEEPING ->
                            throw new IllegalStateException("that is no figure");
                };
        report.processed(rows);
        report.sentence("The figures of %s are written.".formatted(day));
        return null;
    }
}
