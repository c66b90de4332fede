package com.eazybackup.operations;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.Page;
import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An operator's view of the alerts, and what may be done about them.
 *
 * <p>Every method throws {@link AccessRefused} for who may not.
 */
@ApplicationScoped
public class AlertDesk {

    private Door door;
    private OperatorAlerts alerts;
    private AlertMail mail;

    AlertDesk() {}

    @Inject
    public AlertDesk(Door door, OperatorAlerts alerts, AlertMail mail) {
        this.door = door;
        this.alerts = alerts;
        this.mail = mail;
    }

    /**
     * Costs no query.
     *
     * @return what all nodes have found that wants somebody, the oldest first, some seconds old;
     *     empty while it is not known because the database does not answer
     */
    public Optional<List<OperatorAlert>> open() {
        door.enter(Action.SEE_ALERTS);
        return alerts.open();
    }

    /**
     * Costs no query.
     *
     * @return settings without which operators are not written to; empty when they are
     */
    public List<String> mailNeeds() {
        door.enter(Action.SEE_ALERTS);
        return mail.missing();
    }

    /**
     * @param page from 1
     * @return those that are over, the last one first
     * @throws DatabaseUnavailable when the database does not answer
     */
    public Page<OperatorAlert> over(int page, int size) {
        door.enter(Action.SEE_OLD_ALERTS);
        try {
            return alerts.closed(page, size);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * Takes an alert away. If it is still so, it is back within minutes.
     *
     * @throws AccessRefused also when there is none open of that number
     * @throws DatabaseUnavailable when the database does not answer
     */
    public void dismiss(long id) {
        door.enter(Action.DISMISS_ALERT);
        String target =
                alerts.open().orElse(List.of()).stream()
                        .filter(alert -> alert.id() == id)
                        .map(alert -> alert.kind() + ":" + alert.profile())
                        .findFirst()
                        .orElseThrow(() -> door.foreign(Action.DISMISS_ALERT, Long.toString(id)));
        boolean done;
        try {
            done =
                    door.act(
                            Action.DISMISS_ALERT,
                            target,
                            () -> alerts.dismiss(id),
                            found -> found ? "ok" : "not-found");
        } catch (SQLException e) {
            throw unavailable(e);
        }
        if (!done) {
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
    }

    private static DatabaseUnavailable unavailable(SQLException e) {
        return new DatabaseUnavailable("eb_operator_alerts does not answer", e);
    }
}
