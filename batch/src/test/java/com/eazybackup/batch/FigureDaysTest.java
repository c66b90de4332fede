package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.usage.WrittenDays;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days whose figures an operator asks for. */
class FigureDaysTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    /** Still the evening before in Toronto. */
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    private final FigureDays days =
            new FigureDays(
                    new WrittenDays(DATABASE.source()),
                    new JobSchedules(TestSettings.with("EB_TIME_ZONE", "America/Toronto")),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void empty() throws SQLException {
        for (PortalJob job : PortalJob.values()) {
            if (job.figure().isPresent()) {
                DATABASE.run("DELETE FROM " + table(job));
            }
        }
    }

    private static String table(PortalJob job) {
        return "eb_" + job.code().replace('-', '_');
    }

    @ParameterizedTest
    @CsvSource({
        "DEVICES_DAILY, 'd, registered, active_24h', '1, 1'",
        "DEVICES_CLIENT_DAILY, 'd, client_id, registered, online', '7, 1, 1'",
        "ITEMS_DAILY, 'd, ff_items', '1'",
        "STORAGE_DAILY, 'd, client_id, username, bytes_total', '7, \"u\", 1'"
    })
    void whatIsWrittenOfADayThatIsOverStays(PortalJob job, String columns, String values)
            throws SQLException {
        LocalDate past = TODAY.minusDays(30);
        assertThat(days.refusal(job, past)).as("a gap may be filled").isEmpty();
        for (LocalDate day : new LocalDate[] {past, TODAY}) {
            DATABASE.run(
                    "INSERT INTO %s (%s) VALUES ('%s', %s)"
                            .formatted(table(job), columns, day, values));
        }

        assertThat(days.refusal(job, past).orElseThrow())
                .startsWith("The figures of 2026-10-28 are written, and stay:");
        assertThat(days.refusal(job, TODAY)).as("today's are not over").isEmpty();
    }

    @Test
    void aDayThatHasNotComeHasNoFigures() throws SQLException {
        assertThat(days.refusal(PortalJob.ITEMS_DAILY, TODAY.plusDays(1)))
                .contains("2026-11-28 has not come yet.");
    }

    @Test
    void jobsWithoutFiguresAreNobodysConcernHere() throws SQLException {
        assertThat(days.refusal(PortalJob.HOUSEKEEPING, TODAY.plusDays(1)))
                .isEqualTo(Optional.empty());
    }
}
