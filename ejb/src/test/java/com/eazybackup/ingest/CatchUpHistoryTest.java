package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchUpHistoryTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CatchUpHistory history = new CatchUpHistory(DATABASE.source());

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_catch_ups");
    }

    @Test
    void whatWasRecordedIsReadAsItWas() throws SQLException {
        CatchUpRun complete =
                run(CatchUpRun.Cause.CONNECTED, Optional.of(Duration.ofSeconds(90)), "");
        CatchUpRun brokenOff = run(CatchUpRun.Cause.REQUESTED, Optional.empty(), "no answer");
        log("obc").record(complete);
        log("obc").record(brokenOff);

        assertThat(history.list(Optional.empty(), 1, 10).items())
                .extracting(RecordedCatchUp::run)
                .containsExactly(brokenOff, complete);
    }

    @Test
    void oneServersRunsAreFoundPageByPage() throws SQLException {
        for (String profile : new String[] {"obc", "cometbackup", "obc", "obc"}) {
            log(profile).record(run(CatchUpRun.Cause.CONNECTED, Optional.empty(), ""));
        }
        Optional<ProfileName> obc = Optional.of(new ProfileName("obc"));

        assertThat(history.list(obc, 1, 2).total()).isEqualTo(3);
        assertThat(history.list(obc, 1, 2).items()).hasSize(2);
        assertThat(history.list(obc, 2, 2).items())
                .extracting(RecordedCatchUp::profile)
                .containsExactly("obc");
        assertThat(history.list(obc, 3, 2).items()).isEmpty();
    }

    private static CatchUpLog log(String profile) {
        return new CatchUpLog(new ProfileName(profile), DATABASE.source());
    }

    private static CatchUpRun run(CatchUpRun.Cause cause, Optional<Duration> gap, String error) {
        return new CatchUpRun(
                cause, NOON, NOON.plusMillis(1250), gap, 3, 2, 40, 1, 5, "jobs 5", error);
    }
}
