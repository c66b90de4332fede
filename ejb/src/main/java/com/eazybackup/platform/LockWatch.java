package com.eazybackup.platform;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets the database hear of every {@link NodeLock} of this node, whose holder may be busy elsewhere
 * for minutes: one that is silent for too long loses it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LockWatch {

    @Inject NodeLock locks;

    private final AtomicBoolean busy = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void look() {
        if (busy.compareAndSet(false, true)) { // a silent database must not pile up looks
            try {
                locks.awake();
            } finally {
                busy.set(false);
            }
        }
    }
}
