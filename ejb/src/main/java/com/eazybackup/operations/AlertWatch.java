package com.eazybackup.operations;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.OutageLog;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks every {@link AlertRule} whether there is something that operators should see to: those that
 * cost nothing every five seconds, those that ask the database once a minute.
 *
 * <p>Limit: each node judges what its own streams have told.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AlertWatch {

    private static final Logger LOG = System.getLogger(AlertWatch.class.getName());

    private final OutageLog trouble = new OutageLog(LOG, "Operator alerts cannot be kept");
    private final AtomicBoolean busy = new AtomicBoolean();
    private Iterable<AlertRule> rules;
    private OperatorAlerts alerts;
    private AlertMail mail;

    public AlertWatch() {}

    @Inject
    AlertWatch(@Any Instance<AlertRule> rules, OperatorAlerts alerts, AlertMail mail) {
        this((Iterable<AlertRule>) rules, alerts, mail);
    }

    public AlertWatch(Iterable<AlertRule> rules, OperatorAlerts alerts, AlertMail mail) {
        this.rules = rules;
        this.alerts = alerts;
        this.mail = mail;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        attempt(() -> take(false));
    }

    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    public void lookCloser() {
        attempt(
                () -> {
                    take(true);
                    // Every rule has been asked by now: what none of them knows is nobody's.
                    alerts.forgetOld();
                    mail.round();
                });
    }

    private void take(boolean withQueries) throws SQLException {
        for (AlertRule rule : rules) {
            if (rule.costsQueries() == withQueries) {
                ask(rule);
            }
        }
        alerts.look();
    }

    /** One that stumbles must not silence the others. */
    private void ask(AlertRule rule) throws SQLException {
        try {
            for (Finding finding : rule.look()) {
                alerts.take(finding);
            }
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The rule " + rule.getClass().getSimpleName() + " failed", e);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void attempt(Work work) {
        if (!busy.compareAndSet(false, true)) { // a slow database must not pile up looks
            return;
        }
        try {
            work.run();
            trouble.well();
        } catch (SQLException | DatabaseUnavailable e) {
            // What is so now is found again the next time; which are open may have changed
            // meanwhile.
            alerts.unknown();
            trouble.failed(e);
        } finally {
            busy.set(false);
        }
    }
}
