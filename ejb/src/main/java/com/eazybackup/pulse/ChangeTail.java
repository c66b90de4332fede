package com.eazybackup.pulse;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.FleetChanged;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/**
 * The one tail of this node: a thread that follows the change feed for all viewers, and the clock
 * of their signs of life and of the looks at what they may see. Each node has its own; they share
 * nothing but the table.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeTail {

    @Inject ChangeLog log;
    @Inject PulseHub hub;
    @Inject ClientScopes scopes;
    @Inject Settings settings;

    @Resource ManagedThreadFactory threads;

    private TailLoop loop;
    private Thread thread;
    private ScopeWatch watch;

    @PostConstruct
    void start() {
        watch = new ScopeWatch(hub, scopes);
        loop = new TailLoop(log, hub, settings.duration(Setting.EB_PULSE_POLL_MS));
        thread = threads.newThread(loop);
        thread.setName("eb-pulse-tail");
        thread.start();
    }

    /** Something was committed on this node: read it now. */
    public void nudge(@ObservesAsync FleetChanged changed) {
        loop.nudge();
    }

    /** A comment line for every viewer, so that proxies and browsers know that the line is up. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void beat() {
        hub.beat();
    }

    /** A service that moved, ended or was renamed is out of its old owner's streams in seconds. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void lookAtScopes() {
        watch.look();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }
}
