package com.eazybackup.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.health.StreamStandings.Standing;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One look at the database for the checks of all streams. */
class StreamStandingsTest {

    private long now = Long.MAX_VALUE - 1; // as such a clock may be
    private int asked;
    private String state = "live";
    private final StreamStandings standings = new StreamStandings(this::read, () -> now);

    private Map<String, Standing> read() throws SQLException {
        asked++;
        if (state.isEmpty()) {
            throw new SQLException("away");
        }
        return Map.of("cometbackup", new Standing(state, 1, 2), "obc", new Standing(state, 3, 4));
    }

    @Test
    void theDatabaseIsAskedOnceForAllOfThem() {
        assertThat(standings.of("cometbackup")).contains(new Standing("live", 1, 2));
        assertThat(standings.of("obc")).contains(new Standing("live", 3, 4));
        assertThat(standings.of("unknown")).isEmpty();

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void afterTwoSecondsItIsAskedAgain() {
        standings.of("obc");
        state = "down";
        now += Duration.ofMillis(1_999).toNanos();
        assertThat(standings.of("obc").orElseThrow().state()).isEqualTo("live");

        now += Duration.ofMillis(1).toNanos();
        assertThat(standings.of("obc").orElseThrow().state()).isEqualTo("down");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsAwayIsNotWaitedForByEachCheck() {
        state = "";
        assertThat(standings.of("cometbackup")).isEmpty();
        assertThat(standings.of("obc")).isEmpty();
        assertThat(asked).isEqualTo(1);

        state = "live";
        now += Duration.ofSeconds(2).toNanos();
        assertThat(standings.of("obc")).isPresent();
    }
}
