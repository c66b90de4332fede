package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.EventReader.Message;
import com.eazybackup.acceptance.Session.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of devices over the API. */
class DeviceGroupsApiIT {

    private static final String GROUPS = "/api/device-groups";
    private static final String ORDER = GROUPS + "/order";
    private static final String ASSIGNMENTS = GROUPS + "/assignments";
    private static final String JSON = "application/json";
    private static final String NO_SUCH_DEVICE = "0".repeat(64);

    /** A second is the promise; a busy machine takes longer. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private Session owner;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @BeforeEach
    void signIn() throws Exception {
        owner = Session.of(World.MSP, World.PINEWOOD);
    }

    @AfterEach
    void noGroupsAreLeft() throws Exception {
        PortalTables.run("DELETE FROM eb_device_groups WHERE client_id IN (101, 102, 103)");
        PortalTables.run("DELETE FROM eb_api_tokens");
    }

    @Test
    void aGroupIsMadeFilledChangedAndDeleted() throws Exception {
        List<String> devices = devices(owner, 3);

        Answer made =
                owner.post(
                        GROUPS,
                        Map.of("name", "  Dr.\u00a0\t Chen ", "color", "teal", "icon", "health"));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        JsonNode group = made.json().path("group");
        long id = group.path("id").asLong();
        assertThat(group.path("name").asText()).isEqualTo("Dr. Chen");
        assertThat(group.path("color").asText()).isEqualTo("teal");
        assertThat(group.path("icon").asText()).isEqualTo("health");
        assertThat(group.path("sort_order").asInt()).isEqualTo(10);
        assertThat(group.path("count").asInt()).isZero();

        long before = list(owner).path("ungrouped").asLong();
        Answer put = assign(owner, devices, id);
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.json().path("updated").asInt()).isEqualTo(3);
        JsonNode list = list(owner);
        assertThat(list.at("/groups/0/count").asInt()).isEqualTo(3);
        assertThat(list.path("ungrouped").asLong()).isEqualTo(before - 3);
        assertThat(list.path("assignments")).hasSize(3);
        assertThat(list.path("assignments").path(devices.get(0)).asLong()).isEqualTo(id);

        JsonNode changed =
                owner.patch(GROUPS + "/" + id, fields("name", "DR. CHEN", "color", null))
                        .json()
                        .path("group");
        assertThat(changed.path("name").asText()).isEqualTo("DR. CHEN");
        assertThat(changed.has("color")).isTrue();
        assertThat(changed.path("color").isNull()).isTrue();
        assertThat(changed.path("icon").asText()).isEqualTo("health");
        assertThat(changed.path("count").asInt()).isEqualTo(3);

        assertThat(assign(owner, devices.subList(0, 1), 0).json().path("updated").asInt())
                .isEqualTo(1);
        Answer deleted = owner.delete(GROUPS + "/" + id);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().path("moved").asInt()).isEqualTo(2);
        assertThat(list(owner).path("groups").isEmpty()).isTrue();
        assertThat(list(owner).path("ungrouped").asLong()).isEqualTo(before);
        assertThat(trail(Long.toString(id)))
                .containsExactly(
                        "groups.assign asked",
                        "groups.assign 3 devices",
                        "groups.change asked",
                        "groups.change DR. CHEN",
                        "groups.delete asked",
                        "groups.delete 2");
    }

    @Test
    void theAssignmentsMayBeLeftOut() throws Exception {
        long id = made(owner, "Acme");
        assign(owner, devices(owner, 2), id);

        JsonNode all = list(owner);
        JsonNode counts = owner.get(GROUPS + "?assignments=false").json();

        assertThat(counts.has("assignments")).isFalse();
        assertThat(counts.path("groups")).isEqualTo(all.path("groups"));
        assertThat(counts.path("ungrouped")).isEqualTo(all.path("ungrouped"));
        assertThat(owner.get(GROUPS + "?assignments=no").status()).isEqualTo(400);
    }

    @Test
    void theOrderIsThatOfTheWholeSet() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (String name : new String[] {"C", "B", "A"}) {
            ids.add(made(owner, name));
        }
        Collections.reverse(ids);

        assertThat(owner.put(ORDER, Map.of("order", ids)).status()).isEqualTo(204);

        assertThat(list(owner).path("groups").findValuesAsText("name"))
                .containsExactly("A", "B", "C");
        assertThat(list(owner).path("groups").findValuesAsText("sort_order"))
                .containsExactly("10", "20", "30");
        Collections.reverse(ids);
        assertThat(owner.put(ORDER, Map.of("orderedIds", ids)).status()).isEqualTo(204);
        assertThat(owner.put(ORDER, Map.of("ordered_ids", ids)).status()).isEqualTo(204);
        long theirs = made(Session.of(World.SMALL), "Theirs");
        for (List<Long> wrong :
                List.of(
                        ids.subList(0, 2),
                        List.of(ids.get(0), ids.get(0), ids.get(1)),
                        List.of(ids.get(0), ids.get(1), theirs),
                        Stream.concat(ids.stream(), Stream.of(theirs)).toList(),
                        List.<Long>of())) {
            Answer refused = owner.put(ORDER, Map.of("order", wrong));
            assertThat(refused.status()).as(wrong.toString()).isEqualTo(400);
            assertThat(refused.json().path("detail").asText()).contains("The order names");
        }
        assertThat(list(owner).path("groups").findValuesAsText("name"))
                .containsExactly("C", "B", "A");
    }

    @Test
    void aNameThatIsTakenIsAConflictThatNamesTheGroup() throws Exception {
        made(owner, "Café du Nord");
        long other = made(owner, "Other");

        for (Answer refused :
                List.of(
                        owner.post(GROUPS, Map.of("name", "CAFE  du nord")),
                        owner.patch(GROUPS + "/" + other, Map.of("name", "cafÉ du nord")))) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.type()).startsWith("application/problem+json");
            assertThat(refused.json().path("code").asText()).isEqualTo("conflict");
            assertThat(refused.json().path("detail").asText()).contains("\"Café du Nord\"");
        }
        made(Session.of(World.SMALL), "Café du Nord");
        assertThat(list(owner).path("groups").findValuesAsText("name"))
                .containsExactly("Café du Nord", "Other");
    }

    @Test
    @Tag("fault-29")
    void aNameIsTextWhateverItLooksLike() throws Exception {
        for (String name :
                new String[] {
                    "<img src=x onerror=alert(1)>",
                    "\"><svg onload=alert(1)>",
                    "#{7*7} ${7*7} {{7*7}}",
                    "'; DROP TABLE eb_device_groups; --",
                    "\u202egnitekram\u202c",
                    "🖥 Büro 🏢"
                }) {
            Answer made = owner.post(GROUPS, Map.of("name", name));
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            assertThat(made.json().at("/group/name").asText()).isEqualTo(name);
            assertThat(list(owner).path("groups").findValuesAsText("name")).contains(name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|A group needs a name.",
                "{\"name\":\" \\u00a0\\t\"}|A group needs a name.",
                "{\"name\":null}|A group needs a name.",
                "{\"name\":5}|The field \"name\" has a value of the wrong kind.",
                "{\"name\":\"a\\u0000b\"}|A group's name has no control characters.",
                "{\"name\":\"a\",\"color\":\"#ff0000\"}|color is one of blue, teal, green",
                "{\"name\":\"a\",\"color\":\"BLUE\"}|color is one of blue, teal, green",
                "{\"name\":\"a\",\"icon\":\"skull\"}|icon is one of folder, building, home",
                "{\"name\":\"a\",\"client_id\":103}|The field \"client_id\" is not known here.",
                "{\"name\":|The body is not valid JSON.",
                "[]|The body is not the JSON object",
                "null|The body is not the JSON object"
            })
    void whatIsNoGroupIsAnsweredWithASentence(String body, String sentence) throws Exception {
        refused(write("POST", GROUPS, body), sentence);
        assertThat(list(owner).path("groups").isEmpty()).isTrue();
    }

    @Test
    void aNameHasAHundredCharactersAndNoMore() throws Exception {
        assertThat(owner.post(GROUPS, Map.of("name", "🖥".repeat(100))).status()).isEqualTo(201);
        refused(
                owner.post(GROUPS, Map.of("name", "x".repeat(101))),
                "A group's name has at most 100 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|One of name, color and icon says",
                "{\"name\":null}|A group needs a name.",
                "{\"name\":\"\"}|A group needs a name.",
                "{\"color\":\"\"}|color is one of",
                "{\"icon\":\"x\"}|icon is one of",
                "{\"sort_order\":1}|The field \"sort_order\" is not known here."
            })
    void whatIsNoChangeIsAnsweredWithASentence(String body, String sentence) throws Exception {
        long id = made(owner, "Acme");
        refused(write("PATCH", GROUPS + "/" + id, body), sentence);
        assertThat(list(owner).at("/groups/0/name").asText()).isEqualTo("Acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"device_ids\":[\"x\"]}",
                "{\"device_ids\":[],\"group_id\":null}",
                "{\"device_ids\":null,\"group_id\":null}",
                "{\"device_ids\":[null],\"group_id\":null}",
                "{\"device_ids\":[5],\"group_id\":null}",
                "{\"device_ids\":\"x\",\"group_id\":null}",
                "{\"device_ids\":[\"x\"],\"group_id\":\"5\"}",
                "{\"device_ids\":[\"x\"],\"group_id\":1.5}"
            })
    void whatIsNoAssignmentIsAnsweredWithASentence(String body) throws Exception {
        refused(write("PUT", ASSIGNMENTS, body), "");
    }

    @Test
    void bothSpellingsOfAnAssignmentAreTaken() throws Exception {
        long id = made(owner, "Acme");
        List<String> devices = devices(owner, 2);
        List<String> twice = Stream.concat(devices.stream(), devices.stream()).toList();

        Answer put = owner.put(ASSIGNMENTS, Map.of("deviceIds", twice, "groupId", id));

        assertThat(put.json().path("updated").asInt()).isEqualTo(2);
        assertThat(list(owner).at("/groups/0/count").asInt()).isEqualTo(2);
        Answer none = owner.put(ASSIGNMENTS, fields("deviceIds", devices, "groupId", null));
        assertThat(none.json().path("updated").asInt()).isEqualTo(2);
        assertThat(list(owner).path("assignments").isEmpty()).isTrue();
    }

    @Test
    void tenThousandDevicesMayBeNamedAtOnceAndNoMore() throws Exception {
        List<String> ids =
                IntStream.range(0, 10_001).mapToObj(number -> "%064x".formatted(number)).toList();

        Answer most = owner.put(ASSIGNMENTS, fields("device_ids", ids.subList(1, 10_001)));
        assertThat(most.status()).as("they are read, and are nobody's").isEqualTo(404);
        refused(owner.put(ASSIGNMENTS, fields("device_ids", ids)), "1 to 10000 devices");
    }

    @Test
    @Tag("fault-23")
    void whatIsSomebodyElsesIsNotThereAndNothingOfTheCallIsDone() throws Exception {
        Session other = Session.of(World.SMALL);
        long mine = made(owner, "Mine");
        long theirs = made(other, "Theirs");
        List<String> devices = devices(owner, 2);
        assign(owner, devices, mine);
        String theirDevice = devices(other, 1).get(0);
        List<String> mixed = List.of(devices.get(0), theirDevice);
        List<String> unknown = List.of(devices.get(0), NO_SUCH_DEVICE);
        JsonNode before = list(owner);
        JsonNode theirsBefore = list(other);

        Answer nothing = owner.delete(GROUPS + "/999999999");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.json().path("code").asText()).isEqualTo("not-found");
        for (Answer answer :
                List.of(
                        owner.delete(GROUPS + "/" + theirs),
                        owner.delete(GROUPS + "/x"),
                        owner.delete(GROUPS + "/-1"),
                        owner.patch(GROUPS + "/" + theirs, Map.of("name", "Taken over")),
                        assign(owner, mixed, mine),
                        assign(owner, mixed, 0),
                        assign(owner, unknown, mine),
                        assign(owner, List.of("x".repeat(5_000)), mine),
                        assign(owner, devices, theirs),
                        assign(owner, devices, 999_999_999),
                        assign(owner, devices, -1))) {
            assertThat(ForeignIds.learnt(answer)).isEqualTo(ForeignIds.learnt(nothing));
        }
        assertThat(list(owner)).isEqualTo(before);
        assertThat(list(other)).isEqualTo(theirsBefore);
    }

    @Test
    void aReaderSeesGroupsAndChangesNone() throws Exception {
        long id = made(owner, "Acme");
        Session reader = Session.of(World.READER);

        assertThat(list(reader).path("groups").findValuesAsText("name")).containsExactly("Acme");
        for (Answer answer :
                List.of(
                        reader.post(GROUPS, Map.of("name", "Mine")),
                        reader.patch(GROUPS + "/" + id, Map.of("name", "Mine")),
                        reader.delete(GROUPS + "/" + id),
                        reader.put(ORDER, Map.of("order", List.of(id))),
                        assign(reader, devices(reader, 1), id))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        }
        assertThat(list(owner).at("/groups/0/count").asInt()).isZero();
    }

    @Test
    void aProgramDoesWhatItsKeyIsFor() throws Exception {
        Program reads = Program.madeBy(owner, "Grafana");
        Program groups =
                Program.with(
                        Program.make(
                                        owner,
                                        "Inventory",
                                        List.of("see-fleet", "group-devices"),
                                        Duration.ofDays(1))
                                .json()
                                .path("key")
                                .asText());

        assertThat(reads.get(GROUPS).status()).isEqualTo(200);
        assertThat(reads.send("POST", GROUPS).status()).isEqualTo(403);
        assertThat(groups.send("POST", GROUPS).status()).as("no name").isEqualTo(400);
        Answer made =
                owner.send(
                        groups.request(GROUPS)
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofString("{\"name\":\"Imported\"}"))
                                .build());
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    @Test
    @Tag("fault-25")
    void withoutTheSessionsSecretNothingIsDone() throws Exception {
        Answer forged =
                owner.send(
                        owner.request(GROUPS)
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofString("{\"name\":\"Forged\"}"))
                                .build());
        assertThat(forged.status()).isEqualTo(403);
        assertThat(list(owner).path("groups").isEmpty()).isTrue();
    }

    @Test
    void whoLooksHearsOfAChangeAndNobodyElseDoes() throws Exception {
        Session other = Session.of(World.SMALL);
        String seen;
        try (EventReader mine = EventReader.open(Session.of(World.READER));
                EventReader theirs = EventReader.open(other)) {
            mine.await(SOON, message -> message.kind().equals("snapshot"));
            theirs.await(SOON, message -> message.kind().equals("snapshot"));

            long id = made(owner, "Acme");
            Message heard = mine.await(SOON, DeviceGroupsApiIT::isOfGroups);
            assertThat(heard.id()).isNotEmpty();
            assertThat(heard.data().size()).as(heard.data().toString()).isEqualTo(2);
            seen = heard.id();
            assign(owner, devices(owner, 1), id);
            mine.await(SOON, DeviceGroupsApiIT::isOfGroups);

            made(other, "Theirs");
            theirs.await(SOON, DeviceGroupsApiIT::isOfGroups);
            assertThat(theirs.drain()).noneMatch(DeviceGroupsApiIT::isOfGroups);
            assertThat(mine.drain()).noneMatch(DeviceGroupsApiIT::isOfGroups);
        }
        try (EventReader back = EventReader.open(owner, seen)) {
            back.await(SOON, DeviceGroupsApiIT::isOfGroups);
            back.await(SOON, message -> message.kind().equals("scope"));
            assertThat(back.drain()).noneMatch(DeviceGroupsApiIT::isOfGroups);
        }
    }

    private static boolean isOfGroups(Message message) {
        return message.kind().equals("groups");
    }

    private static void refused(Answer answer, String sentence) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("validation");
        assertThat(answer.json().path("detail").asText()).isNotBlank().contains(sentence);
    }

    private Answer write(String method, String path, String body) throws Exception {
        return owner.send(
                owner.request(path)
                        .header("X-EB-CSRF", owner.csrf())
                        .header("Content-Type", JSON)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private static long made(Session session, String name) throws Exception {
        Answer made = session.post(GROUPS, Map.of("name", name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().at("/group/id").asLong();
    }

    private static Answer assign(Session session, List<String> devices, long group)
            throws Exception {
        return session.put(ASSIGNMENTS, Map.of("device_ids", devices, "group_id", group));
    }

    private static JsonNode list(Session session) throws Exception {
        Answer list = session.get(GROUPS);
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.json();
    }

    private static List<String> devices(Session session, int count) throws Exception {
        List<String> ids = new ArrayList<>();
        session.get("/api/devices?sort=name&size=" + count)
                .json()
                .path("items")
                .forEach(device -> ids.add(device.path("id").asText()));
        assertThat(ids).hasSize(count);
        return ids;
    }

    /** Of an assignment to no group, or with what is null. */
    private static Map<String, Object> fields(String name, Object value) {
        return fields(name, value, "group_id", null);
    }

    private static Map<String, Object> fields(
            String name, Object value, String second, Object other) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(name, value);
        fields.put(second, other);
        return fields;
    }

    private static List<String> trail(String target) throws Exception {
        return PortalTables.rows(
                "SELECT CONCAT(action, ' ', result) FROM eb_audit WHERE target = ?"
                        + " AND action LIKE 'groups.%' ORDER BY id",
                target);
    }
}
