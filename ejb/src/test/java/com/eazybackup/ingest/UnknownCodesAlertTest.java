package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.operations.AlertKind;
import com.eazybackup.operations.AlertWatch;
import com.eazybackup.operations.CodesRule;
import com.eazybackup.operations.OperatorAlert;
import com.eazybackup.operations.OperatorAlerts;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.testing.Until;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that sends codes that nobody knows, from the wire to the alert. */
@Tag("fault-07")
class UnknownCodesAlertTest {

    private static final String KNOWN =
            "{\"Type\":4103,\"TypeString\":\"SEVT_ACCOUNT_LOGIN\",\"Actor\":\"larkspur\"}";
    private static final String UNKNOWN = "{\"Type\":4999,\"TypeString\":\"SEVT_OF_TOMORROW\"}";

    private IntakeWorld world;
    private OperatorAlerts alerts;
    private AlertWatch watch;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
        alerts = new OperatorAlerts(world.database.source(), Clock.systemUTC());
        watch = new AlertWatch(List.of(new CodesRule(world.watch())), alerts, null);
        world.startIntake().awaitCaughtUp();
        world.awaitEqual();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void twoPercentOfTheFramesRaiseAnAlertThatEndsWhenTheyAreFewAgain() throws Exception {
        send(1_000, 50);

        OperatorAlert alert = onlyAlert();
        assertThat(alert.kind()).isEqualTo(AlertKind.UNKNOWN_CODES.code());
        assertThat(alert.profile()).isEqualTo(IntakeWorld.PROFILE);
        assertThat(alert.sentence())
                .matches(
                        "2[.]0 % of the last 1\\d{3} frames hold codes that .* event type 4999[.]");
        assertThat(world.status().codes().unknown()).isEqualTo(20);
        assertThat(world.status().counts().unknown()).isEqualTo(20);

        send(1_800, 0);
        assertThat(onlyAlert().times()).as("0.7 % raise none and end none").isEqualTo(1);

        send(1_500, 0);
        assertThat(alerts()).as("less than 0.5 %").isEmpty();
        assertThat(world.rows("SELECT state, times FROM eb_operator_alerts"))
                .containsExactly("closed|1");
    }

    @Test
    void halfAPercentIsCountedAndNoAlert() throws Exception {
        send(1_000, 200);

        assertThat(alerts()).isEmpty();
        assertThat(world.status().codes().unknown()).isEqualTo(5);
        assertThat(world.rows("SELECT 1 FROM eb_operator_alerts")).isEmpty();
    }

    @Test
    void aServerThatIsUnknownThroughoutIsToldBeforeAThousandFrames() throws Exception {
        send(11, 1);

        assertThat(onlyAlert().sentence()).contains("of the last ").contains("event type 4999");
    }

    @Test
    void whatCannotBeReadIsNoUnknownCode() throws Exception {
        for (int i = 0; i < 20; i++) {
            world.comet.stream().poison(Poison.BROKEN_JSON);
        }
        Until.holds("they are refused", () -> world.status().counts().unreadable() == 20);

        assertThat(alerts()).isEmpty();
        assertThat(world.status().codes().unknown()).isZero();
    }

    /**
     * @param every how many frames hold one that is not known; 0 for none
     */
    private void send(int frames, int every) throws Exception {
        long before = world.status().codes().frames();
        for (int i = 1; i <= frames; i++) {
            world.comet.stream().sendRaw(every > 0 && i % every == 0 ? UNKNOWN : KNOWN);
        }
        Until.holds("they are read", () -> world.status().codes().frames() >= before + frames);
    }

    private List<OperatorAlert> alerts() {
        watch.look();
        return alerts.open().orElseThrow();
    }

    private OperatorAlert onlyAlert() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }
}
