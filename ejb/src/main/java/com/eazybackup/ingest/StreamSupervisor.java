package com.eazybackup.ingest;

import com.eazybackup.comet.stream.StreamLimits;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.FleetChanged;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.OutgoingAddresses;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.platform.StartRefusal;
import com.eazybackup.whmcs.ClientResolver;
import com.eazybackup.whmcs.CometServers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * Starts the intake of every configured Comet Server when the portal is deployed, and ends them
 * when it is not any more.
 *
 * <p>Limit: every node that is deployed opens streams of its own.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class StreamSupervisor {

    private static final Logger LOG = System.getLogger(StreamSupervisor.class.getName());

    @Inject Settings settings;
    @Inject DataSource database;
    @Inject ChangeLog feed;
    @Inject ClientResolver resolver;
    @Inject CometServers servers;
    @Inject OutgoingAddresses outgoing;
    @Inject Intakes intakes;
    @Inject Clock clock;
    @Inject Event<FleetChanged> changed;

    @Resource ManagedThreadFactory threads;

    private static final long MEBI = 1024 * 1024;

    @PostConstruct
    void start() {
        List<String> missing = ProfileSources.missing(settings.cometProfiles(), servers::knows);
        if (!missing.isEmpty()) {
            throw StartRefusal.of(missing);
        }
        WriterTools tools =
                new WriterTools(database, feed, resolver, clock, settings.on(Setting.EB_DB_DEBUG));
        for (CometProfileSettings profile : settings.cometProfiles()) {
            CometIntake intake =
                    new CometIntake(
                            profile,
                            servers::lookup,
                            outgoing::check,
                            tools,
                            streamLimits(),
                            intakeLimits(),
                            settings.duration(Setting.EB_CURSOR_FLUSH_SECONDS),
                            () -> changed.fireAsync(new FleetChanged(0)));
            intakes.add(intake);
            intake.start(threads);
        }
    }

    private StreamLimits streamLimits() {
        return StreamLimits.of(
                settings.duration(Setting.EB_WS_AUTH_TIMEOUT),
                settings.duration(Setting.EB_WS_IDLE_TIMEOUT),
                settings.duration(Setting.EB_WS_HEALTH_TIMEOUT),
                settings.number(Setting.EB_WS_IDLE_ALERT_AFTER));
    }

    private IntakeLimits intakeLimits() {
        return new IntakeLimits(
                settings.number(Setting.EB_WS_QUEUE),
                settings.number(Setting.EB_WS_QUEUE_MB) * MEBI,
                settings.number(Setting.EB_WS_BATCH),
                settings.duration(Setting.EB_WS_PROGRESS_SECONDS),
                settings.on(Setting.EB_WS_DEBUG),
                new DropRule(settings.number(Setting.EB_SYNC_DROP_PERCENT)));
    }

    @PreDestroy
    void stop() {
        for (CometIntake intake : intakes.all()) {
            intake.close();
            intakes.remove(intake);
            LOG.log(Level.INFO, "Intake ended: {0}", intake.counts());
        }
    }
}
