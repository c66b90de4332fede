package com.eazybackup.operations;

import com.eazybackup.access.OperatorAddresses;
import com.eazybackup.platform.MailWanted;
import com.eazybackup.platform.SecretBox;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Writes to operators about alerts: when one is raised, and when it has been over for five minutes.
 *
 * <p>Guarantee: one node does it, once, in the transaction that notes it. What comes and goes is
 * written about at most once in {@code EB_ALERT_COOLDOWN_MINUTES}; when it is still so afterwards,
 * then. Limits: without a mail server or a key that seals what waits, nobody is written to; the
 * alert is in the console and the log all the same. With nobody to write to, nothing counts as
 * told.
 */
@ApplicationScoped
public class AlertMail {

    private static final Logger LOG = System.getLogger(AlertMail.class.getName());
    private static final Duration OVER_FOR = Duration.ofMinutes(5);

    private AlertTable table;
    private OperatorAddresses operators;
    private Event<MailWanted> mails;
    private Settings settings;
    private SecretBox box;
    private Clock clock;

    AlertMail() {}

    @Inject
    AlertMail(
            DataSource database,
            OperatorAddresses operators,
            Event<MailWanted> mails,
            Settings settings,
            SecretBox box,
            Clock clock) {
        this.table = new AlertTable(database, "");
        this.operators = operators;
        this.mails = mails;
        this.settings = settings;
        this.box = box;
        this.clock = clock;
    }

    /**
     * @return why nobody is written to: variables that are not set; empty when all is there
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!settings.on(Setting.EB_ALERT_MAIL)) {
            missing.add(Setting.EB_ALERT_MAIL.name());
            return missing;
        }
        if (settings.optional(Setting.EB_MAIL_HOST).isEmpty()) {
            missing.add(Setting.EB_MAIL_HOST.name());
        }
        if (!box.isReady()) {
            missing.add(Setting.EB_SECRET_KEY.name());
        }
        return missing;
    }

    /** Writes what is due. */
    @Transactional(rollbackOn = SQLException.class)
    public void round() throws SQLException {
        if (!missing().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        long cooled =
                now.minus(Duration.ofMinutes(settings.number(Setting.EB_ALERT_COOLDOWN_MINUTES)))
                        .toEpochMilli();
        List<String> addresses = recipients();
        if (addresses.isEmpty()) {
            LOG.log(Level.DEBUG, "There is nobody to mail alerts to");
            return;
        }
        for (OperatorAlert alert : table.toTell(cooled)) {
            if (table.tell(alert.id(), cooled, now.toEpochMilli())) {
                write("alert-raised", alert, addresses);
            }
        }
        for (OperatorAlert alert : table.toClear(now.minus(OVER_FOR).toEpochMilli())) {
            if (table.clear(alert.id(), now.toEpochMilli())) {
                write("alert-over", alert, addresses);
            }
        }
    }

    private void write(String mail, OperatorAlert alert, List<String> addresses) {
        Map<String, String> values =
                Map.of(
                        "product", settings.text(Setting.EB_BRAND_NAME),
                        "kind", alert.kind(),
                        "subject", alert.profile(),
                        "sentence", alert.sentence(),
                        "since", time(alert.since()),
                        "until", time(alert.last()),
                        "times", Long.toString(alert.times()),
                        "link", link());
        for (String address : addresses) {
            mails.fire(new MailWanted(mail, address, Locale.ENGLISH, values));
        }
    }

    private List<String> recipients() {
        List<String> given = settings.names(Setting.EB_ALERT_TO);
        return given.isEmpty() ? operators.all() : given;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String link() {
        return settings.optional(Setting.EB_PUBLIC_URL)
                .map(base -> base.replaceFirst("/$", "") + "/admin/operations")
                .orElse("");
    }
}
