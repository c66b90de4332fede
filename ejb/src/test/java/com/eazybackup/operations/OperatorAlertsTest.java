package com.eazybackup.operations;

import static com.eazybackup.operations.AlertKind.UNKNOWN_CODES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators should see to, in its table. */
class OperatorAlertsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ProfileName ONE = new ProfileName("cometbackup");
    private static final ProfileName OTHER = new ProfileName("obc");

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final OperatorAlerts alerts = new OperatorAlerts(DATABASE.source(), clock);
    private final OperatorAlerts otherNode = new OperatorAlerts(DATABASE.source(), clock);
    private final Warnings warnings = new Warnings(OperatorAlerts.class);

    @BeforeEach
    void none() throws SQLException {
        DATABASE.run("DELETE FROM eb_operator_alerts");
    }

    @AfterEach
    void listenNoMore() {
        warnings.close();
    }

    @Test
    void whatIsRaisedIsOpenUntilItIsClosed() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "2 % of them.");
        alerts.look();

        OperatorAlert alert = open(alerts).get(0);
        assertThat(alert).isEqualTo(openAlert(alert.id(), "2 % of them.", 1));
        assertThat(alerts.openOf(ONE)).isEqualTo(1);
        assertThat(alerts.openOf(OTHER)).isZero();

        alerts.close(UNKNOWN_CODES, ONE);
        alerts.look();
        assertThat(open(alerts)).isEmpty();
        assertThat(state()).containsExactly("unknown-codes:cometbackup|closed|1");
    }

    @Test
    void howeverOftenItIsFoundItIsOneRowAndOneWarning() throws Exception {
        Instant since = now;
        for (int i = 0; i < 50; i++) {
            alerts.raise(UNKNOWN_CODES, ONE, "Found " + i + ".");
            otherNode.raise(UNKNOWN_CODES, ONE, "Found " + i + ".");
            now = now.plusSeconds(5);
        }

        alerts.look();
        OperatorAlert alert = open(alerts).get(0);
        assertThat(open(alerts)).hasSize(1);
        assertThat(alert.times()).isEqualTo(1);
        assertThat(alert.since()).isEqualTo(since);
        assertThat(Duration.between(alert.last(), now)).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(alert.sentence()).isNotEqualTo("Found 0.");
        assertThat(warnings.said()).containsExactly("cometbackup: Found 0.");
        assertThat(alerts.raisedOf(ONE) + otherNode.raisedOf(ONE)).isEqualTo(1);
    }

    @Test
    void whatComesBackIsRaisedAnewAndCounted() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "First.");
        now = now.plusSeconds(60);
        alerts.close(UNKNOWN_CODES, ONE);
        now = now.plusSeconds(60);
        alerts.raise(UNKNOWN_CODES, ONE, "Second.");
        alerts.look();

        assertThat(open(alerts)).containsExactly(openAlert(open(alerts).get(0).id(), "Second.", 2));
        assertThat(warnings.said()).containsExactly("cometbackup: First.", "cometbackup: Second.");
        assertThat(alerts.raisedOf(ONE)).isEqualTo(2);
    }

    @Test
    void aPortalThatIsStartedAnewKnowsWhatIsOpenAndDoesNotWarnAgain() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "Before.");
        OperatorAlerts restarted = new OperatorAlerts(DATABASE.source(), clock);

        assertThat(restarted.open()).as("not known before the first look").isEmpty();
        assertThat(restarted.openOf(ONE)).isNaN();
        restarted.look();
        assertThat(open(restarted)).hasSize(1);
        restarted.raise(UNKNOWN_CODES, ONE, "After.");
        assertThat(warnings.said()).containsExactly("cometbackup: Before.");
        restarted.close(UNKNOWN_CODES, ONE);
        restarted.look();
        assertThat(open(restarted)).isEmpty();
    }

    @Test
    void oneServersAlertIsNotAnothers() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "One.");
        alerts.raise(UNKNOWN_CODES, OTHER, "Other.");
        alerts.close(UNKNOWN_CODES, ONE);
        alerts.look();

        assertThat(open(alerts)).extracting(OperatorAlert::profile).containsExactly("obc");
    }

    @Test
    void whatIsOpenIsUnknownWhileTheDatabaseDoesNotAnswer() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "It is so.");
        alerts.look();
        DATABASE.run("RENAME TABLE eb_operator_alerts TO away");
        try {
            assertThatThrownBy(alerts::look).isInstanceOf(SQLException.class);
            assertThat(alerts.open()).isEmpty();
            assertThatThrownBy(() -> otherNode.raise(UNKNOWN_CODES, OTHER, "This, too."))
                    .isInstanceOf(SQLException.class);
        } finally {
            DATABASE.run("RENAME TABLE away TO eb_operator_alerts");
        }
        otherNode.raise(UNKNOWN_CODES, OTHER, "This, too.");
        alerts.look();
        assertThat(open(alerts)).hasSize(2);
    }

    @Test
    void aSentenceThatIsTooLongIsCut() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "x".repeat(300));
        alerts.look();
        assertThat(open(alerts).get(0).sentence()).hasSize(255);
    }

    @Test
    void whatOneNodeAloneCanSeeOnlyThatNodeCloses() throws Exception {
        OperatorAlerts a = new OperatorAlerts(DATABASE.source(), clock, "a");
        OperatorAlerts b = new OperatorAlerts(DATABASE.source(), clock, "b");
        a.take(Finding.raise(AlertKind.STREAM_DOWN, "obc", "Away from here."));
        b.take(Finding.close(AlertKind.STREAM_DOWN, "obc"));
        b.look();
        assertThat(open(b)).hasSize(1);

        a.take(Finding.close(AlertKind.STREAM_DOWN, "obc"));
        b.look();
        assertThat(open(b)).isEmpty();
    }

    @Test
    void whatNobodyFindsAnyMoreIsClosedAndWhatMayBeSoIsNot() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "Of a server that leaves the settings.");
        alerts.raise(UNKNOWN_CODES, OTHER, "Of one that stays.");
        for (int minute = 0; minute < 16; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            alerts.take(Finding.leave(UNKNOWN_CODES, OTHER.value()));
        }

        alerts.forgetOld();
        alerts.look();

        assertThat(open(alerts)).extracting(OperatorAlert::profile).containsExactly("obc");
    }

    @Test
    void whatIsDismissedIsGoneUntilItIsFoundAgain() throws Exception {
        alerts.raise(UNKNOWN_CODES, ONE, "So.");
        alerts.look();
        long id = open(alerts).get(0).id();

        assertThat(alerts.dismiss(id)).isTrue();
        assertThat(open(alerts)).isEmpty();
        assertThat(alerts.dismiss(id)).isFalse();
        assertThat(alerts.closed(1, 10).items())
                .extracting(OperatorAlert::open, OperatorAlert::sentence)
                .containsExactly(tuple(false, "So."));

        now = now.plus(Duration.ofMinutes(2));
        alerts.raise(UNKNOWN_CODES, ONE, "Still so.");
        alerts.look();
        assertThat(open(alerts)).extracting(OperatorAlert::times).containsExactly(2L);
    }

    private OperatorAlert openAlert(long id, String sentence, long times) {
        return new OperatorAlert(
                id,
                UNKNOWN_CODES.code(),
                ONE.value(),
                sentence,
                now,
                now,
                times,
                Optional.empty(),
                true);
    }

    private static List<OperatorAlert> open(OperatorAlerts alerts) {
        return alerts.open().orElseThrow();
    }

    private static List<String> state() throws SQLException {
        return DATABASE.rows("SELECT fingerprint, state, times FROM eb_operator_alerts");
    }
}
