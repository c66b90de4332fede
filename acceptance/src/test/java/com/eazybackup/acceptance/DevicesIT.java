package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The device list over the API, filled by the events and lists of two simulated Comet Servers. */
class DevicesIT {

    private static final int PINEWOOD_DEVICES = 110;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);
        World.eventually(
                "every device of Pinewood is there",
                () ->
                        session.get("/api/devices?size=1").json().path("total").asInt()
                                == PINEWOOD_DEVICES);
    }

    @Test
    void aClientSeesEveryDeviceOfItsActiveServicesOnBothCometServers() throws Exception {
        JsonNode answer = all(Session.of(World.MSP, World.PINEWOOD));

        Set<String> users = new HashSet<>();
        answer.forEach(device -> users.add(device.path("username").asText()));
        assertThat(users)
                .contains("northgate-school", "pinewood-obc", "birchlegal-m365")
                .as("suspended, cancelled, and in a product group that does not count")
                .doesNotContain("oldorchard", "stonebridge", "pinewood-lab");
    }

    @Test
    void aRowSaysWhatTheDeviceIsAndHowItsBackupsWent() throws Exception {
        JsonNode devices = all(Session.of(World.MSP, World.PINEWOOD));

        assertThat(devices)
                .allSatisfy(
                        device -> {
                            assertThat(device.path("name").asText()).isNotEmpty();
                            assertThat(device.path("version").asText())
                                    .matches("\\d+\\.\\d+\\.\\d+");
                            assertThat(device.path("days")).hasSize(13);
                            assertThat(device.path("id").asText()).matches("[0-9a-f]{64}");
                        });
        Set<String> days = new HashSet<>();
        devices.forEach(d -> d.path("days").forEach(day -> days.add(day.asText())));
        assertThat(days).contains("success", "error", "warning");
    }

    @Test
    void statesAreSpeltAsTheContractSpellsThem() throws Exception {
        Set<String> states = new HashSet<>();
        for (JsonNode device : all(Session.of(World.MSP, World.PINEWOOD))) {
            if (device.path("latest").isObject()) {
                states.add(device.at("/latest/state").asText());
            }
            states.addAll(texts(device.path("jobs24h"), "state"));
        }

        assertThat(states)
                .contains("success", "warning")
                .isSubsetOf(
                        "running",
                        "success",
                        "warning",
                        "error",
                        "timeout",
                        "cancelled",
                        "missed",
                        "skipped",
                        "unknown");
    }

    @Test
    void noDeviceIsSeenByAnotherClientAndASharedOneHasTwoKeys() throws Exception {
        JsonNode larkspur = all(Session.of(World.MSP, World.LARKSPUR));
        JsonNode fernhollow = all(Session.of(World.MSP, 105));

        Set<String> keys = new HashSet<>(texts(larkspur, "id"));
        keys.retainAll(texts(fernhollow, "id"));
        assertThat(keys).isEmpty();
        Set<String> machines = new HashSet<>(texts(larkspur, "hash"));
        machines.retainAll(texts(fernhollow, "hash"));
        assertThat(machines).as("the shared file server").hasSize(1);
    }

    @Test
    void accountsThatDifferOnlyByCaseStayApart() throws Exception {
        JsonNode engineering = all(Session.of("sam@deltaworks.example"));
        JsonNode film = all(Session.of("kim@deltaworks-film.example"));

        assertThat(texts(engineering, "username")).containsOnly("Deltaworks").hasSize(3);
        assertThat(texts(film, "username")).containsOnly("deltaworks").hasSize(2);
    }

    @Test
    void aClientWithoutADeviceGetsAnEmptyListAndAClientWithoutServicesToo() throws Exception {
        assertThat(Session.of(World.EMPTY).get("/api/devices").json().path("total").asInt())
                .isZero();
        assertThat(
                        Session.of("noor@halcyon.example")
                                .get("/api/devices")
                                .json()
                                .path("total")
                                .asInt())
                .isZero();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);

        assertThat(texts(all(session), "id")).hasSize(PINEWOOD_DEVICES).doesNotHaveDuplicates();
    }

    @Test
    void theSearchLooksAtNameUserSystemAndVersion() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);

        JsonNode byUser = session.get("/api/devices?q=TAMARACKDENTAL").json();

        assertThat(byUser.path("total").asInt()).isEqualTo(11);
        assertThat(session.get("/api/devices?q=%25").json().path("total").asInt())
                .as("a wildcard is a letter like others")
                .isZero();
        assertThat(session.get("/api/devices?q=%27%20OR%201=1--").json().path("total").asInt())
                .isZero();
    }

    @Test
    void badParametersAreRefusedWithASentence() throws Exception {
        Session session = Session.of(World.SMALL);
        for (String query :
                List.of(
                        "sort=password",
                        "size=201",
                        "size=0",
                        "page=-1",
                        "tz=Nowhere/Land",
                        "online=maybe")) {
            Answer answer = session.get("/api/devices?" + query);

            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).as(query).isEqualTo("validation");
            assertThat(answer.json().path("detail").asText()).as(query).endsWith(".");
        }
    }

    @Test
    void noSecretOfAProfileLeavesTheServer() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);

        String answer =
                session.get("/api/devices?size=200").body()
                        + session.get("/api/pulse/snapshot").body();

        assertThat(answer).doesNotContain("canary-secret");
    }

    private static JsonNode all(Session session) throws Exception {
        ArrayNode devices = JsonNodeFactory.instance.arrayNode();
        int first = session.get("/api/devices?size=1").json().path("page").asInt();
        for (int page = first; ; page++) {
            JsonNode answer = session.get("/api/devices?size=40&page=" + page).json();
            answer.path("items").forEach(devices::add);
            if (answer.path("items").size() < 40) {
                return devices;
            }
        }
    }

    private static List<String> texts(JsonNode devices, String field) {
        List<String> found = new ArrayList<>();
        devices.forEach(device -> found.add(device.path(field).asText()));
        return found;
    }
}
