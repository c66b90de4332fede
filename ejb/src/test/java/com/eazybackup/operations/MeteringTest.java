package com.eazybackup.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.fleet.Interruption;
import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.ingest.Intakes;
import com.eazybackup.ingest.OpenFrames;
import com.eazybackup.ingest.RunningCounts;
import com.eazybackup.monitor.MonitorBoard;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal adds to the server's registry. A running server is scraped elsewhere. */
class MeteringTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final MeterSource.Meter JOB =
            new MeterSource.Meter(
                    MeterKind.SECONDS, "eazybackup.job.duration", "job", "items-daily", () -> 4);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final OpenFrames open = new OpenFrames(DATABASE.source());
    private final Metering metering =
            new Metering(
                    registry,
                    TestSettings.with("COMET_PROFILES", "cometbackup,obc"),
                    new IntakeWatch(new Intakes()),
                    open,
                    new RunningCounts(
                            DATABASE.source(),
                            new Interruption(Duration.ofMinutes(5)),
                            Clock.systemUTC()),
                    new OperatorAlerts(DATABASE.source(), Clock.systemUTC()),
                    new MonitorBoard(null, null, null, null), // before its first look
                    List.of(() -> List.of(JOB)),
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
    void whatOtherPartsMeasureIsThereToo() {
        metering.start();

        assertThat(
                        registry.get(JOB.name())
                                .tag("job", "items-daily")
                                .timeGauge()
                                .value(TimeUnit.SECONDS))
                .isEqualTo(4);
    }

    @Test
    void whatHasNotRunYetIsNoNumber() {
        metering.start();

        for (UpkeepMeter meter : UpkeepMeter.values()) {
            assertThat(registry.find(meter.meterName()).gauges())
                    .hasSize(2)
                    .allSatisfy(gauge -> assertThat(gauge.value()).isNaN());
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
