package com.eazybackup.notify;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.LongWork;
import com.eazybackup.platform.OutageLog;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks into the outbox every other second, on each node. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class MailTimer {

    private static final Logger LOG = System.getLogger(MailTimer.class.getName());

    @Inject MailRound round;

    private final OutageLog outage = new OutageLog(LOG, "The outbox of mails cannot be read");
    private final AtomicBoolean busy = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        attempt(round::run);
    }

    @Schedule(hour = "3", minute = "17", persistent = false)
    void clearUp() {
        attempt(round::forgetOld);
    }

    private void attempt(Runnable work) {
        if (busy.compareAndSet(false, true)) { // a slow mail server must not pile up looks
            try {
                // A mail that is sent and not written down as sent would be sent again.
                LongWork.of(work).run();
                outage.well();
            } catch (DatabaseUnavailable e) {
                outage.failed(e);
            } finally {
                busy.set(false);
            }
        }
    }
}
