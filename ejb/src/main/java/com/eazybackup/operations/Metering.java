package com.eazybackup.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.UnknownCodes;
import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.ingest.OpenFrames;
import com.eazybackup.ingest.RunningCounts;
import com.eazybackup.ingest.RunningCounts.Count;
import com.eazybackup.monitor.MonitorBoard;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.DoubleSupplier;
import java.util.function.ToLongFunction;

/**
 * Gives the server's registry what {@code docs/metrics.md} lists, from the deployment to its end.
 *
 * <p>Guarantee: scrapes cost at most two queries in three seconds, and none per Comet Server.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Metering {

    static final String QUARANTINE_OPEN = IntakeMeter.PREFIX + "quarantine.open";
    static final String QUARANTINE_OPEN_MEANS =
            "Frames in the quarantine that nobody has dealt with, at most three seconds old.";
    static final String JOBS_RUNNING = "eazybackup.jobs.running";
    static final String JOBS_RUNNING_MEANS =
            "Jobs that run, without those that are interrupted, at most three seconds old.";
    static final String JOBS_INTERRUPTED = "eazybackup.jobs.interrupted";
    static final String JOBS_INTERRUPTED_MEANS =
            "Jobs without an end whose device has been offline for EB_INTERRUPTED_GRACE_SECS, at"
                    + " most three seconds old.";
    static final String ALERTS_OPEN = "eazybackup.operator.alerts.open";
    static final String ALERTS_OPEN_MEANS =
            "Operator alerts that are open, found by any node, some seconds old.";
    static final String ALERTS_RAISED = "eazybackup.operator.alerts.raised";
    static final String ALERTS_RAISED_MEANS = "Operator alerts that this node has raised.";
    static final String UNKNOWN_CODES = IntakeMeter.PREFIX + "unknown.codes";
    static final String UNKNOWN_CODES_MEANS =
            "Look-ups of codes that our tables do not have, over all Comet Servers.";

    private Settings settings;
    private IntakeWatch intakes;
    private OpenFrames open;
    private RunningCounts jobs;
    private OperatorAlerts alerts;
    private MonitorBoard board;
    private Clock clock;
    private Iterable<MeterSource> sources;
    private OwnMeters meters;

    public Metering() {}

    @Inject
    Metering(
            MeterRegistry registry,
            Settings settings,
            IntakeWatch intakes,
            OpenFrames open,
            RunningCounts jobs,
            OperatorAlerts alerts,
            MonitorBoard board,
            @Any Instance<MeterSource> sources,
            Clock clock) {
        this(
                registry,
                settings,
                intakes,
                open,
                jobs,
                alerts,
                board,
                (Iterable<MeterSource>) sources,
                clock);
    }

    Metering(
            MeterRegistry registry,
            Settings settings,
            IntakeWatch intakes,
            OpenFrames open,
            RunningCounts jobs,
            OperatorAlerts alerts,
            MonitorBoard board,
            Iterable<MeterSource> sources,
            Clock clock) {
        this.sources = sources;
        this.meters = new OwnMeters(registry);
        this.settings = settings;
        this.intakes = intakes;
        this.open = open;
        this.jobs = jobs;
        this.alerts = alerts;
        this.board = board;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        for (CometProfileSettings each : settings.cometProfiles()) {
            ProfileName profile = new ProfileName(each.name());
            Tags tags = Tags.of("profile", profile.value());
            for (IntakeMeter meter : IntakeMeter.values()) {
                add(meter.kind(), meter.meterName(), tags, () -> read(meter, profile));
            }
            for (UpkeepMeter meter : UpkeepMeter.values()) {
                add(
                        meter.kind(),
                        meter.meterName(),
                        tags,
                        () -> meter.of(board, profile.value(), clock.instant()));
            }
            meters.gauge(JOBS_RUNNING, tags, () -> jobs(profile, Count::running));
            meters.gauge(JOBS_INTERRUPTED, tags, () -> jobs(profile, Count::interrupted));
            meters.gauge(QUARANTINE_OPEN, tags, () -> open(profile));
            meters.gauge(ALERTS_OPEN, tags, () -> alerts.openOf(profile));
            meters.counter(ALERTS_RAISED, tags, () -> alerts.raisedOf(profile));
        }
        meters.counter(UNKNOWN_CODES, Tags.empty(), Metering::unknownCodes);
        for (MeterSource source : sources) {
            for (MeterSource.Meter meter : source.meters()) {
                Tags tags = Tags.of(meter.tag(), meter.subject());
                add(meter.kind(), meter.name(), tags, meter.value());
            }
        }
    }

    private void add(MeterKind kind, String name, Tags tags, DoubleSupplier value) {
        switch (kind) {
            case COUNTER -> meters.counter(name, tags, value);
            case GAUGE -> meters.gauge(name, tags, value);
            case SECONDS -> meters.seconds(name, tags, value);
        }
    }

    private double read(IntakeMeter meter, ProfileName profile) {
        return intakes.of(profile)
                .map(status -> meter.of(status, clock.instant()))
                .orElse(Double.NaN);
    }

    private double open(ProfileName profile) {
        try {
            return open.byProfile().getOrDefault(profile.value(), 0L);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private double jobs(ProfileName profile, ToLongFunction<Count> which) {
        try {
            return which.applyAsLong(jobs.byProfile().getOrDefault(profile.value(), Count.NONE));
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private static double unknownCodes() {
        return UnknownCodes.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    @PreDestroy
    void end() {
        meters.close();
    }
}
