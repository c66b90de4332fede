package com.eazybackup.platform;

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
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Has the database listened to for as long as the portal runs; each node for itself. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseWatch {

    @Inject DatabasePulse pulse;

    @Resource(lookup = DatabaseAccess.PEOPLE)
    DataSource pool;

    @Resource ManagedThreadFactory threads;

    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(new PulseLoop(pool, pulse));
        thread.setName("eb-database-pulse");
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }
}
