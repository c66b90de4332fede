package com.eazybackup.batch;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The schedules of all jobs, as the settings say. */
@ApplicationScoped
public class JobSchedules {

    private Settings settings;

    JobSchedules() {}

    @Inject
    JobSchedules(Settings settings) {
        this.settings = settings;
    }

    JobSchedule of(PortalJob job) {
        return JobSchedule.of(settings.text(job.setting()), zone());
    }

    /**
     * @return the day of that time, in the zone of the daily figures
     */
    LocalDate day(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return ZoneId.of(settings.text(Setting.EB_TIME_ZONE));
    }
}
