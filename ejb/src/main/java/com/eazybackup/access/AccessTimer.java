package com.eazybackup.access;

import com.eazybackup.whmcs.UserStandings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** What access looks after every other second, on each node. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AccessTimer {

    @Inject Sessions sessions;
    @Inject SessionTable table;
    @Inject EndedSessions ended;
    @Inject UserStandings users;
    @Inject TokenDoor tokens;
    @Inject TokenTable tokenTable;
    @Inject Clock clock;

    private final AtomicBoolean looking = new AtomicBoolean();
    private SessionWatch watch;
    private StandingWatch standings;
    private TokenWatch keys;

    @PostConstruct
    void begin() {
        watch = new SessionWatch(sessions, table, ended, clock);
        standings = new StandingWatch(sessions, table, users, clock);
        keys = new TokenWatch(tokens, tokenTable, ended, clock);
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        if (looking.compareAndSet(false, true)) { // a slow database must not pile up looks
            try {
                watch.look();
                standings.look();
                keys.look();
            } finally {
                looking.set(false);
            }
        }
    }
}
