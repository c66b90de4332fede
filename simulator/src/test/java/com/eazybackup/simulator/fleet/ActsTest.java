package com.eazybackup.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.DemoCustomers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActsTest {

    private static final String USER = "larkspur";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private final List<FleetEvent> events = new ArrayList<>();
    private Fleet fleet;
    private String device;
    private String item;
    private String vault;

    @BeforeEach
    void build() {
        fleet =
                FleetPlan.of(DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP), clock)
                        .build();
        fleet.listen(events::add);
        ObjectNode profile = fleet.profile(USER).orElseThrow();
        JsonNode rule = profile.path("BackupRules").elements().next();
        item = rule.path("Source").asText();
        vault = rule.path("Destination").asText();
        device = profile.path("Sources").path(item).path("OwnerDevice").asText();
    }

    @Test
    void aJobStartsGrowsAndEndsAndTheProfileKnows() {
        String hash = fleet.hash(USER).orElseThrow();
        String id = fleet.acts().jobs().start(USER, device, item, vault);
        JsonNode started = fleet.job(id).orElseThrow();
        assertThat(started.path("Status").asInt()).isEqualTo(6001);
        assertThat(started.path("EndTime").asLong()).isZero();
        assertThat(started.path("CancellationID").asText()).isNotEmpty();

        clock.forward(Duration.ofSeconds(5));
        fleet.acts().jobs().progress(id, 1_000, 5_000, 1, 5);
        fleet.acts().jobs().progress(id, 2_000, 5_000, 2, 5);
        JsonNode progress = fleet.job(id).orElseThrow().path("Progress");
        assertThat(progress.path("Counter").asInt()).isEqualTo(2);
        assertThat(progress.path("BytesDone").asLong()).isEqualTo(2_000);
        assertThat(progress.path("RecievedTime").asLong()).isEqualTo(fleet.now());

        fleet.acts().jobs().finish(id, 5000);
        JsonNode ended = fleet.job(id).orElseThrow();
        assertThat(ended.path("EndTime").asLong()).isEqualTo(fleet.now());
        assertThat(ended.has("Progress")).isFalse();
        assertThat(ended.has("CancellationID")).isFalse();
        assertThat(ended.path("SnapshotID").asText()).hasSize(64);
        assertThat(fleet.hash(USER).orElseThrow()).isNotEqualTo(hash);
        assertThat(statistics("LastSuccessfulBackupJob")).isEqualTo(id);
        assertThat(kinds())
                .containsExactly(
                        EventKind.JOB_NEW, EventKind.JOB_COMPLETED, EventKind.ACCOUNT_UPDATED);
    }

    @Test
    void aWarningIsTheLastJobButNotTheLastSuccessfulOne() {
        String id = fleet.acts().jobs().start(USER, device, item, vault);
        fleet.acts().jobs().finish(id, 7001);
        assertThat(statistics("LastBackupJob")).isEqualTo(id);
        assertThat(statistics("LastSuccessfulBackupJob")).isNotEqualTo(id).isNotEmpty();
    }

    @Test
    void anAdministratorsCancelTellsNobodyUnlessTheHabitSaysSo() {
        String quiet = fleet.acts().jobs().start(USER, device, item, vault);
        events.clear();
        fleet.acts().jobs().cancelByAdmin(quiet);
        assertThat(events).isEmpty();
        assertThat(fleet.job(quiet).orElseThrow().path("Status").asInt()).isEqualTo(7005);

        fleet.habits().streamsAdminActs = true;
        String told = fleet.acts().jobs().start(USER, device, item, vault);
        fleet.acts().jobs().cancelByAdmin(told);
        assertThat(kinds()).contains(EventKind.JOB_COMPLETED);
    }

    @Test
    void anAbandonedJobMayComeBack() {
        String id = fleet.acts().jobs().start(USER, device, item, vault);
        fleet.acts().jobs().abandon(id);
        assertThat(fleet.job(id).orElseThrow().path("Status").asInt()).isEqualTo(7007);
        fleet.acts().jobs().revive(id);
        assertThat(fleet.job(id).orElseThrow().path("Status").asInt()).isEqualTo(6002);
        assertThat(fleet.job(id).orElseThrow().path("EndTime").asLong()).isZero();
    }

    @Test
    void aMissedJobIsToldAsCompletedWithoutABeginning() {
        fleet.acts().jobs().neverStarted(USER, device, item, vault, JobStatuses.MISSED);
        assertThat(kinds()).containsExactly(EventKind.JOB_COMPLETED);
    }

    @Test
    void everyWriteGivesAnotherHashAndTellsTheWholeProfile() {
        String before = fleet.hash(USER).orElseThrow();
        fleet.acts().devices().rename(USER, device, "NEW-NAME");
        String renamed = fleet.hash(USER).orElseThrow();
        String added = fleet.acts().accounts().addVault(USER, 1011, "Share");
        fleet.acts().accounts().removeVault(USER, added);
        String newItem = fleet.acts().accounts().addItem(USER, device, "engine9/x", "Odd");
        assertThat(List.of(before, renamed, fleet.hash(USER).orElseThrow()))
                .doesNotHaveDuplicates();
        assertThat(
                        fleet.profile(USER)
                                .orElseThrow()
                                .path("Sources")
                                .path(newItem)
                                .path("Engine")
                                .asText())
                .isEqualTo("engine9/x");
        assertThat(kinds()).containsOnly(EventKind.ACCOUNT_UPDATED).hasSize(4);
        assertThat(
                        events.get(0)
                                .data()
                                .orElseThrow()
                                .path("Devices")
                                .path(device)
                                .path("FriendlyName")
                                .asText())
                .isEqualTo("NEW-NAME");
    }

    @Test
    void aDeviceRegistersConnectsDropsAndIsRevoked() {
        String id = fleet.acts().devices().add(USER, "LAPTOP");
        assertThat(events.get(0).data().orElseThrow().has("Username")).isFalse();
        fleet.acts().devices().disconnect(USER, id);
        fleet.acts().devices().disconnect(USER, id);
        fleet.acts().devices().connect(USER, id);
        fleet.acts().devices().remove(USER, id, Fleet.ADMIN);
        assertThat(kinds())
                .containsExactly(
                        EventKind.DEVICE_NEW,
                        EventKind.ACCOUNT_UPDATED,
                        EventKind.DEVICE_LIVE_CONNECT,
                        EventKind.DEVICE_LIVE_DISCONNECT,
                        EventKind.DEVICE_LIVE_CONNECT,
                        EventKind.DEVICE_LIVE_DISCONNECT,
                        EventKind.DEVICE_REMOVED,
                        EventKind.ACCOUNT_UPDATED);
        assertThat(fleet.connections().values())
                .noneMatch(c -> c.path("DeviceID").asText().equals(id));
    }

    @Test
    void aRemovedAccountTakesItsJobsAlong() {
        fleet.acts().accounts().add("fresh");
        fleet.acts().accounts().remove(USER);
        assertThat(fleet.usernames()).contains("fresh").doesNotContain(USER);
        assertThat(fleet.jobs(job -> job.path("Username").asText().equals(USER))).isEmpty();
        assertThatThrownBy(() -> fleet.acts().jobs().start(USER, device, item, vault))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String statistics(String job) {
        return fleet.profile(USER)
                .orElseThrow()
                .path("Sources")
                .path(item)
                .path("Statistics")
                .path(job)
                .path("GUID")
                .asText();
    }

    private List<EventKind> kinds() {
        return events.stream().map(FleetEvent::kind).toList();
    }
}
