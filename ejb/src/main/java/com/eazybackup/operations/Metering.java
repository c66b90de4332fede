package com.eazybackup.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.UnknownCodes;
import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.ingest.OpenFrames;
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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * Gives the server's registry what {@code docs/metrics.md} lists, from the deployment to its end.
 *
 * <p>Guarantee: a scrape costs at most one query in three seconds, and none per Comet Server.
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
    static final String UNKNOWN_CODES = IntakeMeter.PREFIX + "unknown.codes";
    static final String UNKNOWN_CODES_MEANS =
            "Look-ups of codes that our tables do not have, over all Comet Servers.";

    private Settings settings;
    private IntakeWatch intakes;
    private OpenFrames open;
    private Clock clock;
    private OwnMeters meters;

    public Metering() {}

    @Inject
    Metering(
            MeterRegistry registry,
            Settings settings,
            IntakeWatch intakes,
            OpenFrames open,
            Clock clock) {
        this.meters = new OwnMeters(registry);
        this.settings = settings;
        this.intakes = intakes;
        this.open = open;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        for (CometProfileSettings each : settings.cometProfiles()) {
            ProfileName profile = new ProfileName(each.name());
            Tags tags = Tags.of("profile", profile.value());
            for (IntakeMeter meter : IntakeMeter.values()) {
                add(meter, tags, () -> read(meter, profile));
            }
            meters.gauge(QUARANTINE_OPEN, tags, () -> open(profile));
        }
        meters.counter(UNKNOWN_CODES, Tags.empty(), Metering::unknownCodes);
    }

    private void add(IntakeMeter meter, Tags tags, DoubleSupplier value) {
        switch (meter.kind()) {
            case COUNTER -> meters.counter(meter.meterName(), tags, value);
            case GAUGE -> meters.gauge(meter.meterName(), tags, value);
            case SECONDS -> meters.seconds(meter.meterName(), tags, value);
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

    private static double unknownCodes() {
        return UnknownCodes.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    @PreDestroy
    void end() {
        meters.close();
    }
}
