package com.eazybackup.monitor;

import static com.eazybackup.monitor.MonitorWorld.PROFILE;
import static com.eazybackup.monitor.MonitorWorld.USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.monitor.HeartbeatRun.Outcome;
import com.eazybackup.monitor.MonitorWorld.Node;
import com.eazybackup.platform.NodeLock;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.KeptLog;
import com.eazybackup.testing.Until;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which devices are connected, by the clock, with a Comet Server and a database. */
class HeartbeatTest {

    private MonitorWorld world;
    private Node node;

    @BeforeEach
    void open() throws Exception {
        world = MonitorWorld.create();
        node = world.node();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDeviceThatVanishesWithoutAWordIsOfflineWhenItIsMissingTwice() throws Exception {
        Place place = connected();
        vanish(place);

        HeartbeatRun first = look(node);
        assertThat(first.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(first.deferred()).isEqualTo(1);
        assertThat(first.went()).isZero();
        assertThat(device(place)).containsExactly("1|0");

        HeartbeatRun second = look(node);
        assertThat(second.went()).isEqualTo(1);
        assertThat(second.online()).isEqualTo(first.online() - 1);
        assertThat(device(place)).containsExactly("0|1");
        assertThat(strikes()).isEmpty();
        assertThat(kinds(place)).endsWith("device:offline").containsOnlyOnce("device:offline");

        HeartbeatRun third = look(node);
        assertThat(third.came() + third.went() + third.deferred()).isZero();
    }

    @Test
    void whoAsksTwiceWithinSecondsCountsOneMiss() throws Exception {
        Place place = connected();
        vanish(place);
        node.look();
        HeartbeatRun second = node.look();

        assertThat(second.went()).isZero();
        assertThat(second.deferred()).isEqualTo(1);
        assertThat(device(place)).containsExactly("1|0");
        assertThat(look(node).went()).as("an interval later").isEqualTo(1);
    }

    @Test
    @Tag("fault-11")
    void whoAsksTwiceWithinSecondsCountsOneDoubt() throws Exception {
        List<String> before = presences();
        world.intake.comet.switches().listedConnectionsPercent = 40;
        for (int click = 0; click < 3; click++) {
            HeartbeatRun run = node.look();
            assertThat(run.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(run.doubted()).isEqualTo(1);
        }

        assertThat(look(node).outcome()).as("an interval later").isEqualTo(Outcome.COMPLETE);
        assertThat(presences()).isEqualTo(before);
    }

    @Test
    void oneThatComesBackBetweenTwoLooksNeverWasAway() throws Exception {
        Place place = connected();
        vanish(place);
        look(node);
        assertThat(strikes()).hasSize(1);
        world.intake.fleet().habits().oldConnectionsLinger = false;
        world.intake.comet.acts().devices().connect(USER, place.device());
        Until.holds("the event has been heard", () -> strikes().isEmpty());
        vanish(place);

        assertThat(look(node).deferred()).as("counted anew").isEqualTo(1);
        assertThat(device(place)).containsExactly("1|0");
    }

    @Test
    void aHitTakesTheStrikeAway() throws Exception {
        Place place = connected();
        world.intake.comet.switches().listedConnectionsPercent = 90;
        HeartbeatRun missing = look(node);
        assertThat(missing.deferred()).isPositive();
        assertThat(strikes()).hasSize(missing.deferred());
        world.intake.comet.switches().listedConnectionsPercent = 100;

        assertThat(look(node).went()).isZero();
        assertThat(strikes()).isEmpty();
        assertThat(device(place)).containsExactly("1|0");
    }

    @Test
    void aMissIsRememberedOverARestartAndByAnotherNode() throws Exception {
        Place place = connected();
        vanish(place);
        look(node);

        Node restarted = world.node();
        assertThat(look(restarted).went()).isEqualTo(1);
        assertThat(device(place)).containsExactly("0|1");
    }

    @Test
    void asManyMissesAreNeededAsTheSettingSays() throws Exception {
        Place place = connected();
        vanish(place);
        Node atOnce = world.node("EB_DEVICE_OFFLINE_STRIKES", "1");

        assertThat(look(atOnce).went()).isEqualTo(1);
        assertThat(strikes()).isEmpty();
        assertThat(device(place)).containsExactly("0|1");
    }

    @Test
    void oneThatWasMissedIsFoundAtOnce() throws Exception {
        Place place = connected();
        world.intake.database.run(
                "UPDATE comet_devices SET is_active = 0, offline_since = NOW() WHERE "
                        + seat(place));

        assertThat(look(node).came()).isEqualTo(1);
        assertThat(device(place)).containsExactly("1|0");
    }

    @Test
    @Tag("fault-11")
    void anEmptyListSaysNothingUntilItHasComeFiveTimes() throws Exception {
        List<String> before = presences();
        world.intake.comet.switches().listedConnectionsPercent = 0;
        for (int look = 1; look < 5; look++) {
            HeartbeatRun run = look(node);
            assertThat(run.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(run.error()).startsWith("The list has 0 connections and lacks ");
            assertThat(run.doubted()).isEqualTo(look);
        }
        assertThat(presences()).isEqualTo(before);
        assertThat(strikes()).isEmpty();

        assertThat(look(node).deferred()).isPositive();
        assertThat(look(node).online()).isZero();
    }

    @Test
    @Tag("fault-11")
    void aListThatLacksMoreThanHalfMustComeTwice() throws Exception {
        List<String> before = presences();
        world.intake.comet.switches().listedConnectionsPercent = 40;
        assertThat(look(node).outcome()).isEqualTo(Outcome.REFUSED);
        world.intake.comet.switches().listedConnectionsPercent = 100;
        assertThat(look(node).doubted()).isZero();
        world.intake.comet.switches().listedConnectionsPercent = 40;
        assertThat(look(node).outcome()).as("it begins anew").isEqualTo(Outcome.REFUSED);
        assertThat(presences()).isEqualTo(before);

        assertThat(look(node).deferred()).isPositive();
        assertThat(presences()).isEqualTo(before);
        assertThat(look(node).went()).isPositive();
    }

    @Test
    @Tag("fault-12")
    void aServerWhoseDevicesAreStillComingBackTakesNobodyAway() throws Exception {
        List<String> before = presences();
        world.intake.comet.switches().listedConnectionsPercent = 70;
        reconnect();
        assertThat(presences()).isEqualTo(before);
        int missing = strikes().size();
        assertThat(missing).as("many are missing").isGreaterThanOrEqualTo(10);
        reconnect();
        assertThat(presences()).as("once more counts no second miss").isEqualTo(before);
        assertThat(node.look().went()).as("nor does a look so soon").isZero();

        assertThat(look(node).went()).as("an interval later").isEqualTo(missing);
        assertThat(strikes()).isEmpty();
    }

    @Test
    @Tag("fault-12")
    void thoseThatHaveComeBackBeforeTheNextLookNeverWereAway() throws Exception {
        List<String> before = presences();
        world.intake.comet.switches().listedConnectionsPercent = 70;
        reconnect();
        world.intake.comet.switches().listedConnectionsPercent = 100;

        assertThat(look(node).went()).isZero();
        assertThat(presences()).isEqualTo(before);
        assertThat(strikes()).isEmpty();
    }

    @Test
    @Tag("fault-12")
    void whoWentWhileNobodyListenedIsOfflineAtOnce() throws Exception {
        Place place = connected();
        vanish(place);

        reconnect();

        assertThat(device(place)).containsExactly("0|1");
    }

    /** The stream breaks off, comes back, and everything is read again. */
    private void reconnect() throws Exception {
        int read = world.intake.rows("SELECT 1 FROM eb_catch_ups").size();
        world.intake.comet.stream().killAll();
        Until.holds(
                "it has been read again",
                () -> world.intake.rows("SELECT 1 FROM eb_catch_ups").size() > read);
    }

    @Test
    @Tag("fault-12")
    void aServerThatHasJustStartedAndKnowsFewConnectionsTakesNobodyAway() throws Exception {
        List<String> before = presences();
        world.intake.comet.switches().listedConnectionsPercent = 40;
        reconnect();

        assertThat(presences()).isEqualTo(before);
        world.intake.comet.switches().listedConnectionsPercent = 100;
        assertThat(look(node).deferred()).isZero();
        assertThat(presences()).isEqualTo(before);
    }

    @Test
    @Tag("fault-10")
    void whatFailsOrIsNoListChangesNothing() throws Exception {
        List<String> before = presences();
        world.intake.comet.switches().truncatedBodies = true;
        assertThat(look(node).outcome()).isEqualTo(Outcome.FAILED);
        world.intake.comet.switches().truncatedBodies = false;
        world.intake.comet.faults().add(Fault.always(Fault.Kind.HTML));
        assertThat(look(node).outcome()).isEqualTo(Outcome.FAILED);
        world.intake.comet.faults().clear();
        world.intake.comet.faults().drop(true);
        assertThat(look(node).error()).isNotBlank();
        world.intake.comet.faults().clear();
        world.intake.comet.switches().permissionDenied = true;
        assertThat(look(node).outcome()).isEqualTo(Outcome.FAILED);

        assertThat(presences()).isEqualTo(before);
        assertThat(strikes()).isEmpty();
        assertThat(world.intake.rows("SELECT outcome FROM eb_heartbeats"))
                .containsExactly("failed");
    }

    @Test
    void aRevokedDeviceStaysAwayAndAnotherServersUsersAreNotTouched() throws Exception {
        Place place = connected();
        world.intake.database.run(
                "UPDATE comet_devices SET is_active = 0, revoked_at = NOW() WHERE " + seat(place),
                "INSERT INTO comet_users (id, client_id, comet_server_id, username)"
                        + " VALUES ('obc:1', 104, 'obc', 'theirs')",
                "INSERT INTO comet_devices (id, client_id, username, hash, is_active)"
                        + " VALUES ('theirs', 104, 'theirs', 'h', 1)");
        look(node);
        look(node);

        assertThat(world.intake.rows("SELECT is_active FROM comet_devices WHERE id = 'theirs'"))
                .containsExactly("1");
        assertThat(world.intake.rows("SELECT is_active FROM comet_devices WHERE " + seat(place)))
                .containsExactly("0");
    }

    @Test
    void aUserWithoutAnActiveServiceIsLeftAlone() throws Exception {
        Place place = connected();
        int users = look(node).users();
        world.intake.database.run(
                "UPDATE tblhosting SET domainstatus = 'Suspended' WHERE username = '" + USER + "'");
        vanish(place);
        look(node);

        assertThat(look(node).users()).isEqualTo(users - 1);
        assertThat(device(place)).containsExactly("1|0");
    }

    @Test
    void whatTheNightCountedOfAUserWithoutAnActiveServiceStays() throws Exception {
        Place place = connected();
        world.intake.database.run(
                "UPDATE tblhosting SET domainstatus = 'Suspended' WHERE username = '" + USER + "'",
                "INSERT INTO eb_device_strikes (profile, device_key, strikes, last_ms) SELECT '"
                        + PROFILE
                        + "', id, 1, 1 FROM comet_devices WHERE "
                        + seat(place));

        look(node);

        assertThat(strikes()).hasSize(1);
    }

    @Test
    void aServiceThatBelongsToNobodyIsLeftOut() throws Exception {
        int users = look(node).users();
        world.intake.database.run(
                "UPDATE tblhosting SET userid = 0 WHERE username = '" + USER + "'");

        HeartbeatRun run = look(node);
        assertThat(run.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(run.users()).isEqualTo(users - 1);
    }

    @Test
    @Tag("fault-15")
    void twoNodesLookOnceInAnInterval() throws Exception {
        Place place = connected();
        vanish(place);
        Node other = world.node();
        node.heartbeat().look(PROFILE, false);

        assertThat(other.heartbeat().look(PROFILE, false).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(device(place)).as("one look, one miss").containsExactly("1|0");
        later();
        assertThat(other.heartbeat().look(PROFILE, false).went()).isEqualTo(1);
        try (NodeLock.Held held =
                new NodeLock(world.intake.database.source())
                        .tryHold("heartbeat-" + PROFILE)
                        .orElseThrow()) {
            assertThat(held.still()).isTrue();
            assertThat(look(node).outcome()).isEqualTo(Outcome.SKIPPED);
        }
    }

    @Test
    @Tag("fault-13")
    void whileTheDatabaseIsAwayALookFailsAndNothingIsThrown() throws Exception {
        world.intake.database.run("RENAME TABLE eb_heartbeats TO away");
        try {
            assertThat(node.look().outcome()).isEqualTo(Outcome.FAILED);
        } finally {
            world.intake.database.run("RENAME TABLE away TO eb_heartbeats");
        }
        assertThat(look(node).outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void theLogTellsItAsItAlwaysDid() throws Exception {
        try (KeptLog log = KeptLog.of(Heartbeat.class)) {
            HeartbeatRun run = look(node);
            assertThat(log.lines())
                    .anyMatch(
                            line ->
                                    line.contains(
                                            "Heartbeat: Comet reports "
                                                    + run.connections()
                                                    + " active connections for "
                                                    + run.connectedUsers()
                                                    + " users"))
                    .anyMatch(
                            line ->
                                    line.contains(
                                            "Heartbeat: checked "
                                                    + run.devices()
                                                    + " devices for "
                                                    + run.users()
                                                    + " server users, online="
                                                    + run.online()
                                                    + ", offline="
                                                    + run.offline()
                                                    + ", changed=0, deferred=0"));
        }
    }

    /** One that comes an interval after the last one. */
    private HeartbeatRun look(Node by) throws Exception {
        later();
        return by.look();
    }

    private void later() throws Exception {
        world.intake.database.run(
                "UPDATE eb_heartbeats SET began_ms = began_ms - 60000",
                "UPDATE eb_device_strikes SET last_ms = last_ms - 60000");
    }

    /** A device of the user that is online here and there. */
    private Place connected() throws Exception {
        Place place = world.place();
        boolean there =
                world.intake.fleet().connectionsOf(USER).values().stream()
                        .anyMatch(live -> live.path("DeviceID").asText().equals(place.device()));
        if (!there) {
            world.intake.comet.acts().devices().connect(USER, place.device());
        }
        Until.passes(() -> assertThat(device(place)).containsExactly("1|0"));
        return place;
    }

    private void vanish(Place place) {
        world.intake.comet.acts().devices().vanish(USER, place.device());
    }

    /**
     * @return whether the user's device is online, and has a time since when it is not
     */
    private List<String> device(Place place) throws Exception {
        return world.intake.rows(
                "SELECT is_active, offline_since IS NOT NULL FROM comet_devices WHERE "
                        + seat(place));
    }

    private static String seat(Place place) {
        return "username = '" + USER + "' AND hash = '" + place.device() + "'";
    }

    private List<String> presences() throws Exception {
        return world.intake.rows(
                "SELECT id, is_active, offline_since FROM comet_devices ORDER BY id");
    }

    private List<String> strikes() throws Exception {
        return world.intake.rows("SELECT device_key FROM eb_device_strikes");
    }

    private List<String> kinds(Place place) throws Exception {
        return world.intake.rows(
                "SELECT kind FROM eb_changes WHERE kind LIKE 'device:%' AND body LIKE '%"
                        + place.device()
                        + "%' ORDER BY id");
    }
}
