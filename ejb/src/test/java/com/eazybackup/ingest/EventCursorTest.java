package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCursorTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EventCursor cursor =
            new EventCursor(new ProfileName("obc"), new MovedClock(NOON), Duration.ZERO);
    private final Fold news = Fold.of(List.of(new News.Nothing(NOON.getEpochSecond())));

    @Test
    void aCompleteCatchUpLetsItGo() throws SQLException {
        cursor.hold();
        assertThat(cursor.due(news)).isFalse();
        cursor.caughtUp(DATABASE.source(), NOON, cursor.holds());
        assertThat(cursor.due(news)).isTrue();
        assertThat(cursor.read(DATABASE.source())).contains(NOON);
    }

    @Test
    void aCatchUpThatBeganBeforeTheNewestConnectionDoesNot() throws SQLException {
        cursor.hold();
        long holds = cursor.holds();
        cursor.hold();
        cursor.caughtUp(DATABASE.source(), NOON, holds);
        assertThat(cursor.due(news)).isFalse();
    }
}
