package com.eazybackup.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What the portal's own people should see to. Raised by the part of the system that finds it, kept
 * in {@code eb_operator_alerts} until the same part finds that it is over.
 *
 * <p>Guarantee: an alert that is open is not raised again, by this node or another: it is in the
 * log once, as a warning, and once when it is over. What is said again and again costs one
 * statement a minute. Looking at the open ones costs no query; they are as old as the last {@link
 * #look}.
 */
@ApplicationScoped
public class OperatorAlerts {

    private static final Logger LOG = System.getLogger(OperatorAlerts.class.getName());
    private static final int TEXT = 255;
    private static final long WRITTEN_AGAIN_AFTER = Duration.ofMinutes(1).toMillis();
    private static final long FORGOTTEN_AFTER = Duration.ofMinutes(15).toMillis();

    private AlertTable table;
    private Clock clock;
    private final Map<OperatorAlert.Subject, Said> said = new HashMap<>();
    private final Map<String, Long> raised = new HashMap<>();
    private volatile Optional<List<OperatorAlert>> open = Optional.empty();

    /** What this node has last written about a subject. */
    private record Said(Finding.Verdict verdict, long atMs) {}

    OperatorAlerts() {}

    @Inject
    public OperatorAlerts(DataSource database, Clock clock) {
        this(database, clock, System.getProperty("jboss.node.name", ""));
    }

    OperatorAlerts(DataSource database, Clock clock, String node) {
        this.table = new AlertTable(database, node);
        this.clock = clock;
    }

    /** Writes down what a rule has found. May be said as often as it is found. */
    void take(Finding finding) throws SQLException {
        switch (finding.verdict()) {
            case RAISE -> raise(finding.kind(), finding.subject(), finding.sentence());
            case LEAVE -> leave(finding.kind(), finding.subject());
            case CLOSE -> close(finding.kind(), finding.subject());
        }
    }

    synchronized void raise(AlertKind kind, ProfileName profile, String sentence)
            throws SQLException {
        OperatorAlert.Subject subject = new OperatorAlert.Subject(kind, profile);
        long now = clock.millis();
        if (saidLately(subject, Finding.Verdict.RAISE, now)) {
            return;
        }
        String kept = sentence.length() > TEXT ? sentence.substring(0, TEXT) : sentence;
        if (table.raise(subject, kept, now)) {
            raised.merge(profile.value(), 1L, Long::sum);
            LOG.log(Level.WARNING, "{0}: {1}", profile, kept);
        }
        said.put(subject, new Said(Finding.Verdict.RAISE, now));
    }

    private synchronized void leave(AlertKind kind, ProfileName profile) throws SQLException {
        OperatorAlert.Subject subject = new OperatorAlert.Subject(kind, profile);
        long now = clock.millis();
        if (!saidLately(subject, Finding.Verdict.LEAVE, now)) {
            table.keep(subject, now);
            said.put(subject, new Said(Finding.Verdict.LEAVE, now));
        }
    }

    synchronized void close(AlertKind kind, ProfileName profile) throws SQLException {
        OperatorAlert.Subject subject = new OperatorAlert.Subject(kind, profile);
        Said before = said.get(subject);
        if (before != null && before.verdict() == Finding.Verdict.CLOSE) {
            return;
        }
        long now = clock.millis();
        if (table.close(subject, now)) {
            LOG.log(Level.INFO, "{0}: the alert {1} is over", profile, kind.code());
        }
        said.put(subject, new Said(Finding.Verdict.CLOSE, now));
    }

    private boolean saidLately(OperatorAlert.Subject subject, Finding.Verdict verdict, long now) {
        Said before = said.get(subject);
        return before != null
                && before.verdict() == verdict
                && now - before.atMs() < WRITTEN_AGAIN_AFTER;
    }

    /**
     * Somebody has seen to it, or says so: if it is still so, it is raised anew within minutes.
     *
     * @return false when there is none open of that number
     */
    synchronized boolean dismiss(long id) throws SQLException {
        boolean done = table.dismiss(id, clock.millis());
        if (done) {
            look();
        }
        return done;
    }

    /** Closes what no node has found for a quarter of an hour. */
    void forgetOld() throws SQLException {
        long now = clock.millis();
        table.closeOld(now - FORGOTTEN_AFTER, now);
    }

    /** Reads which are open, also those that other nodes have raised. */
    void look() throws SQLException {
        try {
            open = Optional.of(table.open());
        } catch (SQLException e) {
            open = Optional.empty();
            throw e;
        }
    }

    /** Nobody knows which are open, until the next look. */
    void unknown() {
        open = Optional.empty();
    }

    /**
     * @return the oldest first; empty while it is not known because the database does not answer
     */
    public Optional<List<OperatorAlert>> open() {
        return open;
    }

    /**
     * @param page from 1
     * @return those that are over, the last one first
     */
    Page<OperatorAlert> closed(int page, int size) throws SQLException {
        return new Page<>(table.closed((page - 1) * size, size), page, size, table.countClosed());
    }

    /**
     * @return how many are open of that Comet Server; NaN while it is not known
     */
    double openOf(ProfileName profile) {
        return open.map(
                        all ->
                                (double)
                                        all.stream()
                                                .filter(
                                                        one ->
                                                                one.profile()
                                                                        .equals(profile.value()))
                                                .count())
                .orElse(Double.NaN);
    }

    /**
     * @return how many this node has raised of that Comet Server since the start
     */
    synchronized double raisedOf(ProfileName profile) {
        return raised.getOrDefault(profile.value(), 0L);
    }
}
