package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Incidents over the API: open, hidden for a while, somebody else's. */
class IncidentsIT {

    private static final String SNOOZE = "/api/pulse/snooze";
    private static final String SNOOZES = "/api/pulse/snoozes";
    private static final String GROUPS = "/api/pulse/incidents/groups";

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        Session session = Session.of(World.SMALL);
        World.eventually(
                "the device of Quill is there",
                () -> session.get("/api/devices?size=1").json().path("total").asInt() > 0);
    }

    @Test
    void aFailedBackupIsAnIncidentUntilItIsSnoozedAndAgainAfterwards() throws Exception {
        Session quill = Session.of(World.SMALL);
        String job = failed(quill);

        Answer hidden = quill.post(SNOOZE, Map.of("job_id", job, "minutes", 5));

        assertThat(hidden.status()).as(hidden.toString()).isEqualTo(200);
        assertThat(hidden.json().path("status").asText()).isEqualTo("success");
        assertThat(open(quill)).doesNotContain(job);
        assertThat(
                        PortalTables.rows(
                                "SELECT result FROM eb_audit WHERE action = 'incidents.snooze'"
                                        + " AND target = ? ORDER BY id",
                                job))
                .hasSize(2)
                .first()
                .isEqualTo("asked");
        PortalTables.run("UPDATE eb_incident_ack SET until_ts = UNIX_TIMESTAMP() - 1");
        assertThat(open(quill)).contains(job);
    }

    @Test
    @Tag("fault-23")
    void anotherClientsJobIsRefusedAsAnUnknownOneIsAndWithoutEffect() throws Exception {
        String job = failed(Session.of(World.SMALL));
        Session other = Session.of(World.MSP, World.LARKSPUR);

        Answer foreign = other.post(SNOOZE, Map.of("job_id", job, "minutes", 5));
        Answer unknown = other.post(SNOOZE, Map.of("job_id", "no-such-job", "minutes", 5));

        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(ForeignIds.learnt(foreign)).isEqualTo(ForeignIds.learnt(unknown));
        assertThat(
                        PortalTables.rows(
                                "SELECT until_ts FROM eb_incident_ack WHERE client_id = 102"
                                        + " AND job_id = ?",
                                job))
                .isEmpty();
        assertThat(open(Session.of(World.SMALL))).contains(job);
    }

    @Test
    @Tag("fault-23")
    void aSnoozedOneIsWokenByItsClientAndByNobodyElse() throws Exception {
        Session quill = Session.of(World.SMALL);
        String job = failed(quill);
        quill.post(SNOOZE, Map.of("job_id", job, "minutes", 5));
        Session other = Session.of(World.MSP, World.LARKSPUR);

        Answer foreign = other.delete(SNOOZE + "/" + job);
        Answer unknown = other.delete(SNOOZE + "/no-such-job");
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(ForeignIds.learnt(foreign)).isEqualTo(ForeignIds.learnt(unknown));
        assertThat(open(quill)).doesNotContain(job);

        assertThat(quill.delete(SNOOZE + "/" + job).status()).isEqualTo(204);
        assertThat(open(quill)).contains(job);
        assertThat(Session.of(World.READER).delete(SNOOZE + "/" + job).status()).isEqualTo(403);
    }

    @Test
    void whoTakesASnoozeBackLeavesWhatSomebodyHasWishedSince() throws Exception {
        Session quill = Session.of(World.SMALL);
        String job = failed(quill);
        JsonNode first = quill.post(SNOOZE, Map.of("job_id", job, "minutes", 5)).json();
        JsonNode longer = quill.post(SNOOZE, Map.of("job_id", job, "minutes", 60)).json();
        JsonNode shorter = quill.post(SNOOZE, Map.of("job_id", job, "minutes", 1)).json();

        assertThat(first.path("previous").isNull()).as(first.toString()).isTrue();
        assertThat(longer.path("previous").asLong()).isEqualTo(first.path("until").asLong());
        assertThat(shorter.path("until").asLong()).isEqualTo(longer.path("until").asLong());
        String back = SNOOZE + "/" + job + "?until=";
        assertThat(quill.delete(back + first.path("until").asLong()).status()).isEqualTo(204);
        assertThat(open(quill)).doesNotContain(job);
        assertThat(quill.delete(back + "soon").status()).isEqualTo(400);
        assertThat(quill.delete(back + longer.path("until").asLong()).status()).isEqualTo(204);
        assertThat(open(quill)).contains(job);
    }

    @Test
    void aReaderSeesIncidentsAndHidesNone() throws Exception {
        Session reader = Session.of(World.READER);

        assertThat(reader.get("/api/pulse/incidents").status()).isEqualTo(200);
        assertThat(reader.post(SNOOZE, Map.of("job_id", "x", "minutes", 5)).status())
                .isEqualTo(403);
    }

    @Test
    void aGroupIsHiddenInOneActionThatIsListedAndTakenBack() throws Exception {
        Session quill = Session.of(World.SMALL);
        String job = failed(quill);
        JsonNode group = quill.get(GROUPS).json();
        String key = group.at("/groups/0/key").asText();
        assertThat(group.at("/groups/0/newest/0/job_id").asText()).isEqualTo(job);
        assertThat(key).isEqualTo("error.7002." + place.vault());

        Answer hidden = quill.post(SNOOZES, Map.of("group", key, "minutes", 5));

        assertThat(hidden.status()).as(hidden.toString()).isEqualTo(200);
        assertThat(hidden.json().path("devices").asInt()).isEqualTo(1);
        assertThat(open(quill)).doesNotContain(job);
        JsonNode wish = quill.get(SNOOZES).json().at("/items/0");
        assertThat(wish.path("id").asText()).isEqualTo(hidden.json().path("id").asText());
        assertThat(wish.path("by").asText()).isNotEmpty();
        assertThat(
                        PortalTables.rows(
                                "SELECT result FROM eb_audit WHERE action = 'incidents.snooze-group'"
                                        + " AND target = ? ORDER BY id DESC LIMIT 2",
                                key))
                .element(0)
                .asString()
                .startsWith("1 until ");
        String back = SNOOZES + "/" + wish.path("id").asText();
        assertThat(Session.of(World.READER).delete(back).status()).isEqualTo(403);
        assertThat(quill.delete(back).status()).isEqualTo(204);
        assertThat(quill.delete(back).status()).isEqualTo(404);
        assertThat(open(quill)).contains(job);
    }

    @Test
    @Tag("fault-23")
    void devicesOfOthersAreRefusedAsUnknownOnesAreAndWithoutEffect() throws Exception {
        String job = failed(Session.of(World.SMALL));
        String device =
                Session.of(World.SMALL).get("/api/devices").json().at("/items/0/id").asText();
        Session other = Session.of(World.MSP, World.LARKSPUR);

        Answer foreign = other.post(SNOOZES, Map.of("device_ids", List.of(device), "minutes", 5));
        Answer unknown =
                other.post(SNOOZES, Map.of("device_ids", List.of("no-such-device"), "minutes", 5));

        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(ForeignIds.learnt(foreign)).isEqualTo(ForeignIds.learnt(unknown));
        assertThat(open(Session.of(World.SMALL))).contains(job);
    }

    @Test
    void whatSaysNotClearlyWhatToHideIsNoRequest() throws Exception {
        Session quill = Session.of(World.SMALL);

        for (Map<String, Object> body :
                List.<Map<String, Object>>of(
                        Map.of("minutes", 5),
                        Map.of("group", "error.7002.v"),
                        Map.of("group", "error.7002.v", "minutes", 0),
                        Map.of("group", "success.5000.", "minutes", 5),
                        Map.of("group", "anything", "minutes", 5),
                        Map.of("device_ids", List.of(), "minutes", 5),
                        Map.of("group", "error.7002.v", "minutes", 5, "as_of", -1),
                        Map.of("group", "a", "device_ids", List.of("b"), "minutes", 5))) {
            Answer answer = quill.post(SNOOZES, body);
            assertThat(answer.status()).as(body + ": " + answer).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("validation");
        }
        assertThat(Session.of(World.READER).get(GROUPS).status()).isEqualTo(200);
        assertThat(Session.of(World.READER).get(SNOOZES).status()).isEqualTo(200);
        assertThat(
                        Session.of(World.READER)
                                .post(SNOOZES, Map.of("group", "error.7002.v", "minutes", 5))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void withoutAJobOrMinutesItIsNoRequest() throws Exception {
        Session quill = Session.of(World.SMALL);

        for (Map<String, Object> body :
                List.<Map<String, Object>>of(
                        Map.of("job_id", "", "minutes", 5),
                        Map.of("minutes", 5),
                        Map.of("job_id", "x"),
                        Map.of("job_id", "x", "minutes", 0),
                        Map.of("job_id", "x", "minutes", -5),
                        Map.of("job_id", "x", "minutes", "5"))) {
            Answer answer = quill.post(SNOOZE, body);
            assertThat(answer.status()).as(body + ": " + answer).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("validation");
        }
        assertThat(quill.get("/api/pulse/incidents?size=201").status()).isEqualTo(400);
    }

    @Test
    void wordsFindTheIncidentsOfTheDevicesThatTheListFindsAndOfVaultsByName() throws Exception {
        Session pinewood = Session.of(World.MSP, World.PINEWOOD);
        JsonNode first = pinewood.get(GROUPS).json().at("/groups/0");
        JsonNode device = first.at("/newest/0");

        for (String field : List.of("device_name", "username")) {
            String words = query(device.path(field).asText().toUpperCase(Locale.ROOT));
            JsonNode found = pinewood.get(GROUPS + words).json();
            assertThat(found.path("total").asLong())
                    .as(field)
                    .isPositive()
                    .isEqualTo(
                            pinewood.get("/api/devices" + words + "&issues_only=true")
                                    .json()
                                    .path("total")
                                    .asLong());
            assertThat(found.at("/groups/0/key")).isEqualTo(first.path("key"));
        }
        JsonNode byVault =
                pinewood.get(GROUPS + query(first.path("vault_name").asText()))
                        .json()
                        .path("groups");
        assertThat(byVault).contains(first);
        assertThat(pinewood.get(GROUPS + query("no such thing")).json().path("total").asInt())
                .isZero();
        assertThat(pinewood.get(GROUPS + query("x".repeat(200))).status()).isEqualTo(200);
        Answer refused = pinewood.get(GROUPS + query("x".repeat(201)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asText()).isEqualTo("validation");
    }

    @Test
    @Tag("fault-23")
    void wordsFindNothingOfAnotherClient() throws Exception {
        JsonNode device =
                Session.of(World.MSP, World.PINEWOOD).get(GROUPS).json().at("/groups/0/newest/0");
        Session other = Session.of(World.SMALL);

        for (String field : List.of("device_name", "username")) {
            JsonNode found = other.get(GROUPS + query(device.path(field).asText())).json();
            assertThat(found.path("total").asInt()).as(field).isZero();
            assertThat(found.path("groups")).as(field).isEmpty();
        }
    }

    private static String query(String words) {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The device's latest backup, which other tests of this world may follow with their own. */
    private String failed(Session session) throws Exception {
        // Comet's times are whole seconds: of two that end in one, either may stand for the device.
        World.eventually(
                "the backup before it ended in an earlier second",
                () ->
                        PortalTables.rows(
                                        "SELECT COALESCE(MAX(ended_at), 0) < UNIX_TIMESTAMP()"
                                                + " FROM eb_jobs_recent_24h WHERE username = 'quill'")
                                .equals(List.of("1")));
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.jobs().finish(job, 7002);
        World.eventually("the failed job is an incident", () -> open(session).contains(job));
        return job;
    }

    private static List<String> open(Session session) throws Exception {
        List<String> jobs = new ArrayList<>();
        session.get("/api/pulse/incidents")
                .json()
                .path("items")
                .forEach(job -> jobs.add(job.path("job_id").asText()));
        return jobs;
    }
}
