package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.demo.DemoWorld;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what, over the API. */
class TrailIT {

    private static final String OWN = "/api/trail";
    private static final String ALL = "/api/admin/trail";

    @Test
    void anOwnerReadsWhoSignedInAndFromWhere() throws Exception {
        Session iris = Session.of(World.SMALL);

        JsonNode newest = iris.get(OWN + "?size=1").json().at("/items/0");

        assertThat(newest.path("actor").asText()).isEqualTo(World.SMALL);
        assertThat(newest.path("action").asText()).isEqualTo("sign-in");
        assertThat(newest.path("result").asText()).isEqualTo("ok");
        assertThat(newest.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(newest.path("via").asText()).startsWith("session ");
        assertThat(newest.path("at").asLong()).isPositive();
        assertThat(newest.path("client").isNull()).isTrue();
    }

    @Test
    void whoActsForSeveralClientsIsSeenByTheOneThatIsChosen() throws Exception {
        Session.of(World.MSP, World.PINEWOOD);

        JsonNode newest = Session.of(World.MSP, World.PINEWOOD).get(OWN + "?size=1").json();

        assertThat(newest.at("/items/0/action").asText()).isEqualTo("choose-client");
        assertThat(newest.at("/items/0/actor").asText()).isEqualTo(World.MSP);
    }

    @Test
    @Tag("fault-23")
    void nobodyReadsAnotherClientsLinesNorThoseOfNobody() throws Exception {
        new Session().signIn("nobody@nowhere.example", "wrong");
        Session.of(World.MSP, World.LARKSPUR);
        Session iris = Session.of(World.SMALL);
        // What is tried on a client is not told to it: it would learn who that was.
        assertThat(
                        Session.of(World.MSP)
                                .put("/api/session/client", Map.of("client_id", World.QUILL))
                                .status())
                .isEqualTo(404);

        List<Long> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = iris.get(OWN + "?size=200&client=101&client_id=101" + after).json();
            page.path("items").forEach(line -> read.add(line.path("id").asLong()));
            page.path("items")
                    .forEach(line -> assertThat(line.toString()).doesNotContain(World.MSP));
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());

        List<String> theirs =
                PortalTables.rows("SELECT id FROM eb_audit WHERE client_id = " + World.QUILL);
        assertThat(read).isNotEmpty().doesNotHaveDuplicates();
        assertThat(theirs).containsAll(read.stream().map(String::valueOf).toList());
    }

    @Test
    @Tag("fault-23")
    void aForeignClientThatIsChosenIsInTheTrailOnceAMinute() throws Exception {
        Session dana = Session.of(World.MSP);
        String lines =
                "SELECT CONCAT(target, '|', result) FROM eb_audit WHERE action = 'choose-client'"
                        + " AND result = 'not-found' AND client_id IS NULL AND via = ?";
        String via = "session " + passOf(World.MSP);

        for (int client : new int[] {World.QUILL, 999_999, -1}) {
            assertThat(dana.put("/api/session/client", Map.of("client_id", client)).status())
                    .isEqualTo(404);
        }

        assertThat(PortalTables.rows(lines, via)).hasSizeLessThanOrEqualTo(1);
    }

    private static String passOf(String email) throws Exception {
        return PortalTables.rows(
                        "SELECT id FROM eb_sessions WHERE email = ? ORDER BY began_ms DESC LIMIT 1",
                        email)
                .get(0);
    }

    @Test
    void anAdministratorReadsEverythingByPersonClientActionAndDay() throws Exception {
        Session.of(World.SMALL);
        Session admin = Session.ofAdmin();
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        JsonNode newest =
                admin.get(
                                ALL
                                        + "?size=1&person=IRIS@quill.example&client=103&action=sign-in"
                                        + "&result=ok&from="
                                        + today
                                        + "&to="
                                        + today)
                        .json()
                        .at("/items/0");

        assertThat(newest.path("actor").asText()).isEqualTo(World.SMALL);
        assertThat(newest.at("/client/id").asInt()).isEqualTo(World.QUILL);
        assertThat(newest.at("/client/name").asText()).isEqualTo("Quill & Co. Bookbinders");
        assertThat(admin.get(ALL + "?to=2001-01-01").json().path("items")).isEmpty();
        JsonNode own = admin.get(ALL + "?size=1&person=" + DemoWorld.ADMIN_EMAIL).json();
        assertThat(own.at("/items/0/role").asText()).isEqualTo("admin");
        assertThat(own.at("/items/0/name").asText()).isNotEmpty();
    }

    @Test
    void pagesFollowEachOtherAlsoWhileLinesAreWritten() throws Exception {
        Session admin = Session.ofAdmin();
        JsonNode first = admin.get(ALL + "?size=3").json();
        Session.of(World.SMALL);

        JsonNode second = admin.get(ALL + "?size=3&after=" + first.path("next").asText()).json();

        long last = first.at("/items/2/id").asLong();
        second.path("items").forEach(line -> assertThat(line.path("id").asLong()).isLessThan(last));
        assertThat(second.path("items")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=actor",
                "from=yesterday",
                "to=2026-02-30",
                "from=2026-02-02&to=2026-02-01",
                "after=17",
                "size=0",
                "size=201",
                "action=%27",
                "from=2026-02-02&tz=Mars/Olympus"
            })
    void aFilterThatIsNoneIsRefusedWithASentence(String query) throws Exception {
        for (Answer answer :
                List.of(
                        Session.of(World.SMALL).get(OWN + "?" + query),
                        Session.ofAdmin().get(ALL + "?" + query))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("validation");
            assertThat(answer.json().path("detail").asText()).endsWith(".");
        }
        assertThat(Session.ofAdmin().get(ALL + "?client=none").status()).isEqualTo(400);
    }

    @Test
    void anExportIsAFileForSpreadsheetsAndIsInTheTrailItself() throws Exception {
        Session iris = Session.of(World.SMALL);

        Answer file = iris.get(OWN + "/export?action=sign-in&tz=America/Toronto");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.type()).startsWith("text/csv");
        assertThat(file.headers().get("content-disposition").get(0))
                .matches(
                        "attachment; filename=\"activity-quill-co-bookbinders-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(file.body()).startsWith("\uFEFF\"time\",\"actor\"").contains(World.SMALL);
        assertThat(file.body().lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"sign-in\""));
        JsonNode lines = iris.get(OWN + "?size=2&action=activity.export").json().path("items");
        assertThat(lines.findValuesAsText("result")).containsExactly("ok", "asked");
        assertThat(lines.findValuesAsText("target")).containsOnly("action=sign-in");

        Answer all = Session.ofAdmin().get(ALL + "/export?client=103");
        assertThat(all.headers().get("content-disposition").get(0)).contains("trail-client-103-");
        assertThat(all.body()).contains(World.SMALL).doesNotContain(World.MSP);
        assertThat(iris.get(OWN + "/export?from=x").status()).isEqualTo(400);
    }
}
