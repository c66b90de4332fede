package com.eazybackup.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.protocol.ProtocolCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a night tells is of the types that answers are of. */
class EveryEventTest {

    private static final Duration STEP = Duration.ofSeconds(2);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private final ProtocolCheck check = new ProtocolCheck();
    private final Set<EventKind> seen = EnumSet.noneOf(EventKind.class);
    private final List<String> complaints = new ArrayList<>();

    @Test
    void carriesWhatItsKindCarries() {
        Fleet fleet =
                FleetPlan.of(DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP), clock)
                        .build();
        fleet.listen(this::look);
        try (Clockwork clockwork = new Clockwork(fleet)) {
            clockwork.pause();
            fleet.acts().accounts().add("newcomer");
            for (int i = 0; i < 120; i++) {
                clock.forward(STEP);
                clockwork.tick();
            }
            fleet.acts().accounts().remove("newcomer");
        }
        assertThat(complaints).isEmpty();
        assertThat(seen)
                .contains(
                        EventKind.ACCOUNT_NEW,
                        EventKind.ACCOUNT_REMOVED,
                        EventKind.ACCOUNT_UPDATED,
                        EventKind.JOB_NEW,
                        EventKind.JOB_COMPLETED,
                        EventKind.DEVICE_NEW,
                        EventKind.DEVICE_LIVE_DISCONNECT);
    }

    private void look(FleetEvent event) {
        seen.add(event.kind());
        String type =
                switch (event.kind()) {
                    case ACCOUNT_NEW, ACCOUNT_UPDATED -> "UserProfileConfig";
                    case JOB_NEW, JOB_COMPLETED -> "BackupJobDetail";
                    case DEVICE_NEW -> "DeviceConfig";
                    default -> "";
                };
        assertThat(event.data().isPresent()).as(event.kind().name()).isEqualTo(!type.isEmpty());
        event.data().ifPresent(data -> complaints.addAll(check.valueComplaints(type, data)));
    }
}
