package com.eazybackup.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;

/**
 * Migrates the database when the application is deployed. Every start-up bean that reads a table
 * says {@code @DependsOn("Migrations")}. When the settings or a migration are bad, the deployment
 * fails here, before anything has been read.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    @Inject Settings settings;
    @Inject DataSource database;

    private volatile boolean done;

    @PostConstruct
    void migrate() {
        int count = LongWork.call(() -> Schema.migrate(database));
        done = true;
        LOG.log(
                Level.INFO,
                "Database is at this version: {0} migrations ran. {1}",
                count,
                settings);
    }

    /**
     * @return whether the tables are at this version
     */
    public boolean done() {
        return done;
    }
}
