package com.eazybackup.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.ingest.Intakes;
import com.eazybackup.ingest.OpenFrames;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal adds to the server's registry. A running server is scraped elsewhere. */
class MeteringTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final OpenFrames open = new OpenFrames(DATABASE.source());
    private final Metering metering =
            new Metering(
                    registry,
                    TestSettings.with("COMET_PROFILES", "cometbackup,obc"),
                    new IntakeWatch(new Intakes()),
                    open,
                    Clock.systemUTC());

    @BeforeEach
    void emptyQuarantine() throws SQLException {
        DATABASE.run("DELETE FROM eb_quarantine");
    }

    @Test
    void everyCometServerHasEveryMeter() {
        metering.start();

        for (IntakeMeter meter : IntakeMeter.values()) {
            assertThat(registry.find(meter.meterName()).meters())
                    .extracting(found -> found.getId().getTag("profile"))
                    .containsExactlyInAnyOrder("cometbackup", "obc");
        }
    }

    @Test
    void openFramesAreCountedForEachCometServer() throws SQLException {
        keep("obc", "open");
        keep("obc", "replayed");
        metering.start();

        assertThat(openFrames("obc")).isEqualTo(1);
        assertThat(openFrames("cometbackup")).isZero();
    }

    @Test
    void manyScrapesAskTheDatabaseOnce() throws SQLException {
        metering.start();
        assertThat(openFrames("obc")).isZero();

        keep("obc", "open");
        assertThat(openFrames("obc")).as("what was counted a moment ago").isZero();
        open.changed();
        assertThat(openFrames("obc")).isEqualTo(1);
    }

    @Test
    void nothingStaysInTheServersRegistryWhenThePortalIsUndeployed() {
        metering.start();
        metering.end();

        assertThat(registry.getMeters()).extracting(Meter::getId).isEmpty();
    }

    private double openFrames(String profile) {
        return registry.get(Metering.QUARANTINE_OPEN).tag("profile", profile).gauge().value();
    }

    private static void keep(String profile, String state) throws SQLException {
        DATABASE.run(
                "INSERT INTO eb_quarantine (profile, hash, reason, frame, size, first_ms, last_ms,"
                        + " state, state_ms) VALUES ('"
                        + profile
                        + "', SHA2(UUID(), 256), 'not JSON', 'x', 1, 1, 1, '"
                        + state
                        + "', 1)");
    }
}
