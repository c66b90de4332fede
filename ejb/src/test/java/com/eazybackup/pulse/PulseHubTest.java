package com.eazybackup.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.testing.KeptLog;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.whmcs.ActiveService;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PulseHubTest {

    private static final ClientId ACME = new ClientId(1);
    private static final ClientId OTHER = new ClientId(2);

    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-15T12:00:00Z"));
    private final PulseHub hub = new PulseHub(clock, 5, Duration.ofMinutes(10));
    private final ClientScope acme = scope(ACME, "acme", "cometbackup");
    private final ClientScope other = scope(OTHER, "Acme", "obc");

    @Test
    void aViewerGetsItsClientsChangesAndNobodyElsesEvenOfANameThatDiffersByCase() {
        Viewer mine = watching(acme);
        Viewer theirs = watching(other);

        hub.publish(List.of(job(1, ACME, "acme"), job(2, OTHER, "Acme"), job(3, ACME, "acme")));

        assertThat(ids(mine)).containsExactly(1L, 3L);
        assertThat(ids(theirs)).containsExactly(2L);
    }

    @Test
    void aChangeOfAServiceThatIsNotActiveStaysAway() {
        Viewer viewer = watching(acme);

        hub.publish(List.of(job(1, ACME, "acme-suspended"), job(2, ACME, "acme")));

        assertThat(ids(viewer)).containsExactly(2L);
    }

    @Test
    void newsOfTheGroupsOfAClientGoToAllOfItsViewersAndToNobodyElses() {
        Viewer mine = watching(acme);
        Viewer withoutServices = watching(new ClientScope(OTHER, List.of()));
        Viewer theirs = watching(other);

        hub.publish(List.of(groups(1, ACME), groups(2, OTHER), groups(3, new ClientId(3))));

        assertThat(text(mine.take()))
                .isEqualTo("id: 1\ndata: {\"kind\":\"groups\",\"t\":1784116800}\n\n");
        assertThat(ids(mine)).isEmpty();
        assertThat(ids(withoutServices)).containsExactly(2L);
        assertThat(ids(theirs)).containsExactly(2L);
    }

    @Test
    void whoComesBackHearsOfGroupsThatHaveChangedMeanwhile() {
        hub.publish(List.of(groups(1, ACME), groups(2, OTHER), groups(3, ACME)));
        Viewer back = new Viewer(ACME, "s", () -> {});
        hub.add(back, acme);

        assertThat(hub.resume(back, acme, 1)).isTrue();

        assertThat(ids(back)).containsExactly(3L);
    }

    @Test
    void aChangeThatNamesNoUserIsNobodysUnlessItIsOfGroups() {
        Viewer viewer = watching(acme);

        hub.publish(
                List.of(
                        FleetChanges.of(1, Optional.of(ACME), "job:start", "{}"),
                        FleetChanges.of(2, Optional.empty(), "groups", "{}")));

        assertThat(ids(viewer)).isEmpty();
    }

    @Test
    void newsOfAStreamGoesToThoseWithServicesThere() {
        Viewer mine = watching(acme);
        Viewer theirs = watching(other);

        hub.publish(List.of(stream(1, "obc"), stream(2, "cometbackup")));

        assertThat(ids(mine)).containsExactly(2L);
        assertThat(ids(theirs)).containsExactly(1L);
    }

    @Test
    void theMessageIsTheBodyWithKindAndTimeInFront() {
        Viewer viewer = watching(acme);

        hub.publish(List.of(job(7, ACME, "acme")));

        assertThat(text(viewer.take()))
                .isEqualTo(
                        "id: 7\ndata: {\"kind\":\"job:start\",\"t\":1784116800,"
                                + "\"job\":{\"username\":\"acme\"}}\n\n");
    }

    @Test
    void aLineBreakInABodyCannotEndTheEvent() {
        Viewer viewer = watching(acme);
        String body = "{\n \"job\": {\n\"username\":\"acme\", \"item_name\":\"a\\n\\nid: 9\"}}";

        hub.publish(List.of(FleetChanges.of(1, Optional.of(ACME), "job:start", body)));

        assertThat(text(viewer.take()).split("\n", -1)).hasSize(4);
    }

    @Test
    void aBodyThatIsNoObjectIsLeftOutAndTheRestArrives() {
        Viewer viewer = watching(acme);

        hub.publish(
                List.of(
                        FleetChanges.of(1, Optional.of(ACME), "job:start", "{\"job\":"),
                        job(2, ACME, "acme")));

        assertThat(ids(viewer)).containsExactly(2L);
        assertThat(hub.newestId()).isEqualTo(2);
    }

    @Test
    void whatArrivesBeforeTheBeginningWaitsAndWhatTheBeginningCoversIsNotRepeated() {
        Viewer viewer = new Viewer(ACME, "s", () -> {});
        hub.add(viewer, acme);
        hub.publish(List.of(job(1, ACME, "acme"), job(2, ACME, "acme"), job(3, ACME, "acme")));
        assertThat(viewer.take()).as("nothing before the beginning").isNull();

        viewer.begin("snapshot".getBytes(StandardCharsets.UTF_8), 2);
        hub.publish(List.of(job(4, ACME, "acme")));

        assertThat(text(viewer.take())).isEqualTo("snapshot");
        assertThat(ids(viewer)).containsExactly(3L, 4L);
    }

    @Test
    void aViewerThatComesBackGetsExactlyWhatItMissed() {
        hub.publish(List.of(job(1, ACME, "acme"), job(2, OTHER, "Acme"), job(3, ACME, "acme")));

        Viewer viewer = new Viewer(ACME, "s", () -> {});
        hub.add(viewer, acme);
        assertThat(hub.resume(viewer, acme, 1)).isTrue();
        hub.publish(List.of(job(4, ACME, "acme")));

        assertThat(ids(viewer)).containsExactly(3L, 4L);
    }

    @Test
    void memoryThatDoesNotReachBackSaysSo() {
        IntStream.rangeClosed(1, 8).forEach(i -> hub.publish(List.of(job(i, ACME, "acme"))));

        assertThat(resumes(3)).as("five are kept: 4 to 8").isTrue();
        assertThat(resumes(2)).isFalse();
        assertThat(resumes(8)).as("nothing missed").isTrue();
        assertThat(resumes(9)).as("an id that this node does not know").isFalse();
    }

    @Test
    void whatIsTooOldIsForgotten() {
        hub.publish(List.of(job(1, ACME, "acme")));
        clock.forward(Duration.ofMinutes(11));
        hub.publish(List.of(job(2, ACME, "acme")));

        assertThat(resumes(0)).isFalse();
        assertThat(resumes(1)).isTrue();
    }

    @Test
    void aViewerThatDoesNotKeepUpIsClosedAndTheOthersAreNot() {
        Viewer slow = watching(acme);
        Viewer quick = watching(acme);

        List<FleetChange> many = new ArrayList<>();
        for (int i = 1; i <= Viewer.CAPACITY; i++) {
            many.add(job(i, ACME, "acme"));
        }
        hub.publish(many);
        assertThat(ids(quick)).hasSize(Viewer.CAPACITY);
        try (KeptLog log = KeptLog.of(PulseHub.class)) {
            hub.publish(List.of(job(Viewer.CAPACITY + 1, ACME, "acme")));
            assertThat(log.lines()).containsExactly("1 viewers did not keep up and were closed");
        }

        assertThat(slow.closed()).isTrue();
        assertThat(ids(quick)).hasSize(1);
        assertThat(hub.viewerCount()).isEqualTo(1);
    }

    @Test
    void aViewerThatLeavesIsNotCalledSlow() {
        List<Viewer> leaving = new ArrayList<>();
        // The connection is found broken when there is something to write.
        Viewer viewer = new Viewer(ACME, "s", () -> leaving.forEach(hub::remove));
        hub.add(viewer, acme);
        viewer.begin(List.of(), 0);
        leaving.add(viewer);

        try (KeptLog log = KeptLog.of(PulseHub.class)) {
            hub.publish(List.of(job(1, ACME, "acme")));
            hub.beat();
            assertThat(log.lines()).isEmpty();
        }

        assertThat(viewer.closed()).isTrue();
        assertThat(hub.viewerCount()).isZero();
    }

    @Test
    void aViewerThatStoppedToReadIsClosedByTheThirdMissedSignOfLife() {
        Viewer stalled = watching(acme);
        Viewer reading = watching(acme);

        for (int i = 0; i < 4; i++) {
            hub.beat();
            assertThat(text(reading.take())).isEqualTo(": alive\n\n");
            assertThat(reading.take()).isNull();
            clock.forward(Duration.ofSeconds(15));
        }
        hub.beat();

        assertThat(stalled.closed()).isTrue();
        assertThat(reading.closed()).isFalse();
    }

    @Test
    @Tag("fault-26")
    void theEndOfASessionEndsItsStreamsAtOnce() {
        AtomicInteger woken = new AtomicInteger();
        Viewer mine = new Viewer(ACME, "mine", woken::incrementAndGet);
        hub.add(mine, acme);
        Viewer another = watching(acme);

        hub.endSession("mine");

        assertThat(mine.closed()).isTrue();
        assertThat(woken).hasValue(1);
        assertThat(another.closed()).isFalse();
        assertThat(hub.viewerCount()).isEqualTo(1);
    }

    @Test
    void aSessionThatChoosesAnotherClientLosesTheStreamsOfTheFirst() {
        Viewer first = watching(acme);
        Viewer second = watching(other);

        hub.endOtherClients("s", Optional.of(OTHER));

        assertThat(first.closed()).isTrue();
        assertThat(second.closed()).isFalse();
    }

    @Test
    @Tag("fault-19")
    void aScriptThatOpensStreamAfterStreamLosesItsOldest() {
        List<Viewer> opened = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            opened.add(watching(acme));
        }

        assertThat(hub.viewerCount()).isEqualTo(PulseHub.MOST_OF_ONE_SESSION);
        assertThat(opened.get(0).closed()).isTrue();
        assertThat(opened.get(9_999).closed()).isFalse();
    }

    @Test
    void allStreamsOfAClientShareTheBytesOfAMessage() {
        Viewer one = watching(acme);
        Viewer two = watching(acme);

        hub.publish(List.of(job(1, ACME, "acme")));

        assertThat(one.take()).isSameAs(two.take());
    }

    @Test
    void aFeedThatBeginsAnewClosesEverybodySoThatTheyTakeASnapshot() {
        Viewer viewer = watching(acme);
        hub.publish(List.of(job(1, ACME, "acme")));

        hub.restartAt(40);

        assertThat(viewer.closed()).isTrue();
        assertThat(resumes(1)).isFalse();
        assertThat(resumes(40)).isTrue();
    }

    private boolean resumes(long lastSeen) {
        return hub.resume(new Viewer(ACME, "s", () -> {}), acme, lastSeen);
    }

    private Viewer watching(ClientScope scope) {
        Viewer viewer = new Viewer(scope.client(), "s", () -> {});
        hub.add(viewer, scope);
        viewer.begin(List.of(), 0);
        return viewer;
    }

    private static FleetChange job(long id, ClientId client, String username) {
        return FleetChanges.of(
                id,
                Optional.of(client),
                "job:start",
                "{\"job\":{\"username\":\"" + username + "\"}}");
    }

    private static FleetChange groups(long id, ClientId client) {
        return FleetChanges.of(id, Optional.of(client), FleetChange.GROUPS, "{}");
    }

    private static FleetChange stream(long id, String profile) {
        return FleetChanges.of(id, Optional.empty(), "stream", "{\"profile\":\"" + profile + "\"}");
    }

    static List<Long> ids(Viewer viewer) {
        List<Long> ids = new ArrayList<>();
        for (byte[] bytes = viewer.take(); bytes != null; bytes = viewer.take()) {
            text(bytes)
                    .lines()
                    .filter(line -> line.startsWith("id: "))
                    .forEach(line -> ids.add(Long.valueOf(line.substring(4))));
        }
        return ids;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static ClientScope scope(ClientId client, String username, String profile) {
        return new ClientScope(
                client,
                List.of(
                        new ActiveService(
                                new ServiceId(client.value() * 100),
                                new CometUsername(username),
                                "Comet",
                                false,
                                Optional.of(new ProfileName(profile)))));
    }
}
