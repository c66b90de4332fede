package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code GET /api/dashboard/standing} of the running portal, beside the list that it counts. */
class StandingIT {

    private static final String PATH = "/api/dashboard/standing";

    private static final List<String> NEEDING =
            List.of(
                    "error",
                    "timeout",
                    "missed",
                    "overdue",
                    "never",
                    "warning",
                    "interrupted",
                    "cancelled");

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    /** Asked with a search, so that no answer is a second old; the fleet may change in between. */
    @Test
    void theCountsAreWhatTheListShowsForEachState() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);
        for (String search : List.of("", "?q=tamarack", "?online=false")) {
            World.eventually("counts and list agree for " + search, () -> agree(session, search));
        }
    }

    private static boolean agree(Session session, String search) throws Exception {
        JsonNode before = session.get(PATH + search).json();
        String more = search.replace('?', '&');
        assertThat(before.path("status").asText()).isEqualTo("success");
        assertThat(before.path("counts")).hasSize(13);
        boolean same =
                devices(session, "issues_only=true" + more) == before.path("needing").asInt();
        int counted = before.path("snoozed").asInt();
        for (Map.Entry<String, JsonNode> state : before.path("counts").properties()) {
            same &= devices(session, "status=" + state.getKey() + more) == state.getValue().asInt();
            counted += state.getValue().asInt();
        }
        assertThat(counted).isEqualTo(before.path("total").asInt());
        assertThat(before.path("needing").asInt() + before.path("calm").asInt())
                .isEqualTo(before.path("total").asInt());
        return same && devices(session, "size=1" + more) == before.path("total").asInt();
    }

    @Test
    void eachRowTellsHowItStandsAndTheWorstComeFirst() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);

        JsonNode items = session.get("/api/devices?size=200&sort=worst").json().path("items");

        List<String> states = new ArrayList<>();
        for (JsonNode device : items) {
            assertThat(fields(device.path("standing")))
                    .containsExactlyInAnyOrder(
                            "state",
                            "since",
                            "failures",
                            "last_good_at",
                            "due_at",
                            "promised_secs",
                            "item_late",
                            "snoozed_until");
            if (device.at("/standing/snoozed_until").isNull()) {
                states.add(device.at("/standing/state").asText());
            }
        }
        assertThat(states.stream().filter(NEEDING::contains).map(NEEDING::indexOf).toList())
                .isSorted();
        assertThat(states.stream().dropWhile(NEEDING::contains))
                .doesNotContainAnyElementsOf(NEEDING);
    }

    @Test
    void aFailedBackupIsCountedUntilItIsSnoozedAndAgainAfterwards() throws Exception {
        Session quill = Session.of(World.SMALL);
        Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
        Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        World.eventually("it runs", () -> count(quill, "running") == 1);

        // In the second of a good one it would be no failure.
        World.awaitANewSecond();
        acts.jobs().finish(job, 7002);

        World.eventually("it has failed", () -> count(quill, "error") == 1);
        JsonNode longest = quill.get(PATH + "?q=" + World.SMALL_ACCOUNT).json().path("longest");
        assertThat(longest.path("state").asText()).isEqualTo("error");
        assertThat(longest.path("username").asText()).isEqualTo(World.SMALL_ACCOUNT);
        assertThat(longest.path("failures").asInt()).isPositive();

        Map<String, Object> hour = Map.of("job_id", job, "minutes", 60);
        assertThat(quill.post("/api/pulse/snooze", hour).status()).isEqualTo(200);
        World.eventually("it is in no count", () -> count(quill, "error") == 0);
        JsonNode snoozed = quill.get(PATH + "?q=" + World.SMALL_ACCOUNT).json();
        assertThat(snoozed.path("needing").asInt()).isZero();
        assertThat(snoozed.path("snoozed").asInt()).isEqualTo(1);
        assertThat(snoozed.path("longest").isNull()).isTrue();
        assertThat(devices(quill, "status=error")).isZero();
        JsonNode row = quill.get("/api/devices").json().at("/items/0/standing");
        assertThat(row.path("state").asText()).isEqualTo("error");
        assertThat(row.path("snoozed_until").asLong()).isPositive();

        PortalTables.run("UPDATE eb_incident_ack SET until_ts = UNIX_TIMESTAMP() - 1");
        World.eventually("it is counted again", () -> count(quill, "error") == 1);
    }

    @Test
    void oneSilentItemMakesItsDeviceOverdueUntilItIsBackedUp() throws Exception {
        Session quill = Session.of(World.SMALL);
        Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);
        SilentItem silent = SilentItem.on(place);
        try {
            silent.backupOfTheOther(5000);

            World.eventually("the device is overdue", () -> count(quill, "overdue") == 1);
            JsonNode device = quill.get("/api/devices").json().at("/items/0");
            assertThat(device.at("/standing/state").asText()).isEqualTo("overdue");
            assertThat(device.at("/standing/item_late").asBoolean()).isTrue();
            assertThat(device.at("/late_item/name").asText()).isEqualTo(SilentItem.NAME);
            assertThat(device.at("/late_item/due_at")).isEqualTo(device.at("/standing/due_at"));
            assertThat(
                            quill.get(PATH + "?q=" + World.SMALL_ACCOUNT)
                                    .json()
                                    .at("/longest/item_late"))
                    .isEqualTo(BooleanNode.TRUE);

            Answer answer = quill.get("/api/devices/" + device.path("id").asText() + "/items");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("tolerance_secs").asInt()).isEqualTo(7200);
            JsonNode first = answer.json().at("/items/0");
            assertThat(fields(first))
                    .containsExactlyInAnyOrder(
                            "id",
                            "name",
                            "engine",
                            "type",
                            "last_good_at",
                            "promised_secs",
                            "due_at",
                            "overdue");
            assertThat(first.path("name").asText()).isEqualTo(SilentItem.NAME);
            assertThat(first.path("engine").asText()).isEqualTo("files");
            assertThat(first.path("last_good_at").isNull()).isTrue();
            assertThat(first.path("promised_secs").asInt()).isEqualTo(86_400);
            assertThat(first.path("overdue").asBoolean()).isTrue();
            assertThat(answer.json().at("/items/1/overdue").asBoolean()).isFalse();

            silent.backup();
            World.eventually("all is well", () -> count(quill, "success") == 1);
        } finally {
            silent.remove();
        }
    }

    @Test
    @Tag("fault-23")
    void theItemsOfAnotherClientsDeviceAreAsUnknownAsThoseOfNone() throws Exception {
        String theirs =
                Session.of(World.MSP, World.PINEWOOD)
                        .get("/api/devices?size=1")
                        .json()
                        .at("/items/0/id")
                        .asText();
        Session small = Session.of(World.SMALL);

        Answer foreign = small.get("/api/devices/" + theirs + "/items");
        Answer unknown = small.get("/api/devices/no-such-device/items");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(ForeignIds.learnt(foreign)).isEqualTo(ForeignIds.learnt(unknown));
        assertThat(new Session().get("/api/devices/" + theirs + "/items").status()).isEqualTo(401);
    }

    @Test
    @Tag("fault-23")
    void eachClientGetsItsOwnCountsWhateverItAsksFor() throws Exception {
        Session small = Session.of(World.SMALL);

        JsonNode mine = small.get(PATH + "?client_id=" + World.PINEWOOD).json();

        assertThat(mine.path("total").asInt()).isEqualTo(1);
        assertThat(Session.of(World.EMPTY).get(PATH).json().path("total").asInt()).isZero();
        assertThat(Session.of(World.EMPTY).get(PATH).json().path("longest").isNull()).isTrue();
    }

    @Test
    void whoIsNotSignedInOrMayNotIsRefusedAsEverywhere() throws Exception {
        Answer noClient = Session.of(World.MSP).get(PATH);
        Answer bad = Session.of(World.SMALL).get("/api/devices?status=bad");

        assertThat(new Session().get(PATH).status()).isEqualTo(401);
        assertThat(noClient.status()).isEqualTo(409);
        assertThat(Session.of(World.SMALL).get(PATH + "?online=maybe").status()).isEqualTo(400);
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().path("detail").asText())
                .startsWith("status is one or more, with commas between them, of error, timeout");
    }

    private static List<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static int count(Session session, String state) throws Exception {
        return session.get(PATH + "?q=" + World.SMALL_ACCOUNT)
                .json()
                .path("counts")
                .path(state)
                .asInt();
    }

    private static int devices(Session session, String query) throws Exception {
        return session.get("/api/devices?" + query).json().path("total").asInt();
    }
}
