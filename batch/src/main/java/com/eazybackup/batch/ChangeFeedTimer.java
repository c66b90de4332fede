package com.eazybackup.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Properties;

/**
 * Starts the {@code change-feed} job every ten minutes. Repeating it on a second node does no harm:
 * there is nothing left to delete then.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeFeedTimer {

    @Inject BatchEngine engine;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void start() {
        engine.start("change-feed", new Properties());
    }
}
