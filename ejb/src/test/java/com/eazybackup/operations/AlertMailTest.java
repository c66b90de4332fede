package com.eazybackup.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.OperatorAddresses;
import com.eazybackup.access.OperatorAddressesOf;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.platform.MailWanted;
import com.eazybackup.platform.SecretBox;
import com.eazybackup.platform.Settings;
import com.eazybackup.testing.KeptEvents;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is written to about an alert, how often, and when it is over. */
class AlertMailTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ProfileName OBC = new ProfileName("obc");
    private static final String[] MAILABLE = {
        "EB_SECRET_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        "EB_MAIL_HOST", "mail.x.example",
        "EB_MAIL_FROM", "portal@x.example",
        "EB_PUBLIC_URL", "https://portal.x.example"
    };

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final OperatorAlerts alerts = new OperatorAlerts(DATABASE.source(), clock);
    private final KeptEvents<MailWanted> mails = new KeptEvents<>();
    private final AlertMail mail = mail(MAILABLE);

    @BeforeEach
    void twoOperatorsAndOthers() throws SQLException {
        DATABASE.run("DELETE FROM eb_operator_alerts", "DELETE FROM eb_admins");
        admin("root@x.example", "super", 0);
        admin("ops@x.example", "operations", 0);
        admin("left@x.example", "operations", 1);
        admin("bills@x.example", "billing", 0);
        admin("help@x.example", "support", 0);
    }

    @Test
    void whoMaySteerOperationsIsWrittenToOnceAndOnceWhenItIsOver() throws Exception {
        alerts.raise(AlertKind.STREAM_DOWN, OBC, "It is away.");
        mail.round();
        mail.round();
        assertThat(mails.fired())
                .extracting(MailWanted::recipient)
                .containsExactlyInAnyOrder("root@x.example", "ops@x.example");
        assertThat(mails.fired().get(0).kind()).isEqualTo("alert-raised");
        assertThat(mails.fired().get(0).values())
                .containsEntry("sentence", "It is away.")
                .containsEntry("subject", "obc")
                .containsEntry("since", "2026-03-01T12:00:00Z")
                .containsEntry("link", "https://portal.x.example/admin/operations");

        alerts.close(AlertKind.STREAM_DOWN, OBC);
        mail.round();
        assertThat(mails.fired()).as("it may come back at once").hasSize(2);
        pass(Duration.ofMinutes(5));
        mail.round();
        mail.round();
        assertThat(mails.fired()).extracting(MailWanted::kind).endsWith("alert-over", "alert-over");
        assertThat(mails.fired()).hasSize(4);
    }

    @Test
    void whatComesAndGoesIsToldOnceInTheCoolDownAndThenIfItIsStillSo() throws Exception {
        for (int i = 0; i < 10; i++) {
            alerts.raise(AlertKind.QUARANTINE, OBC, "Time " + i + ".");
            mail.round();
            pass(Duration.ofMinutes(1));
            alerts.close(AlertKind.QUARANTINE, OBC);
            mail.round();
            pass(Duration.ofMinutes(1));
        }
        assertThat(mails.fired()).as("one to each of two").hasSize(2);

        alerts.raise(AlertKind.QUARANTINE, OBC, "To stay.");
        mail.round();
        assertThat(mails.fired()).hasSize(2);
        pass(Duration.ofMinutes(10));
        mail.round();
        assertThat(mails.fired()).hasSize(4);
        assertThat(mails.fired().get(3).values()).containsEntry("sentence", "To stay.");
    }

    @Test
    void twoNodesWriteOnce() throws Exception {
        alerts.raise(AlertKind.LIVE_JOBS, OBC, "Too many.");
        AlertMail otherNode = mail(MAILABLE);

        mail.round();
        otherNode.round();

        assertThat(mails.fired()).hasSize(2);
    }

    @Test
    void addressesInTheSettingsGoFirst() throws Exception {
        alerts.raise(AlertKind.LIVE_JOBS, OBC, "Too many.");
        mail(with(MAILABLE, "EB_ALERT_TO", "noc@x.example, night@x.example")).round();

        assertThat(mails.fired())
                .extracting(MailWanted::recipient)
                .containsExactly("noc@x.example", "night@x.example");
    }

    @Test
    void withoutAMailServerNothingIsMarkedAsTold() throws Exception {
        alerts.raise(AlertKind.LIVE_JOBS, OBC, "Too many.");
        AlertMail none = mail();
        none.round();
        assertThat(none.missing()).containsExactly("EB_MAIL_HOST", "EB_SECRET_KEY");
        assertThat(mail(with(MAILABLE, "EB_ALERT_MAIL", "0")).missing())
                .containsExactly("EB_ALERT_MAIL");
        assertThat(mails.fired()).isEmpty();

        mail.round();
        assertThat(mails.fired()).as("once there is one").hasSize(2);
    }

    private void pass(Duration time) {
        clock.forward(time);
    }

    private AlertMail mail(String... values) {
        Settings settings = TestSettings.with(values);
        OperatorAddresses operators = OperatorAddressesOf.database(DATABASE.source());
        return new AlertMail(
                DATABASE.source(), operators, mails, settings, SecretBox.of(settings), clock);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(List.of(some).stream(), List.of(more).stream()).toArray(String[]::new);
    }

    private static void admin(String email, String role, int disabled) throws SQLException {
        DATABASE.run(
                "INSERT INTO eb_admins (email, name, password_hash, role, disabled) VALUES ('"
                        + email
                        + "', 'Somebody', 'x', '"
                        + role
                        + "', "
                        + disabled
                        + ")");
    }
}
