package com.eazybackup.batch;

import com.eazybackup.usage.WrittenDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which days' figures may be written.
 *
 * <p>All of them are counted from the tables as they are now, of which nobody keeps a history, and
 * storage can only be raised to what it is now. So today's may be written again and again; those of
 * a day that is over only where there are none, by an operator who wants now's to stand for them.
 */
@ApplicationScoped
public class FigureDays {

    private WrittenDays written;
    private JobSchedules schedules;
    private Clock clock;

    FigureDays() {}

    @Inject
    FigureDays(WrittenDays written, JobSchedules schedules, Clock clock) {
        this.written = written;
        this.schedules = schedules;
        this.clock = clock;
    }

    /**
     * @return why not, fit for an operator; empty when they may be written
     */
    Optional<String> refusal(PortalJob job, LocalDate day) throws SQLException {
        if (job.figure().isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = schedules.day(clock.instant());
        if (day.isAfter(today)) {
            return Optional.of("%s has not come yet.".formatted(day));
        }
        if (day.isBefore(today) && written.has(job.figure().get(), day)) {
            return Optional.of(
                    "The figures of %s are written, and stay: the tables say what is now, not what was then. Only today's can be written again."
                            .formatted(day));
        }
        return Optional.empty();
    }
}
