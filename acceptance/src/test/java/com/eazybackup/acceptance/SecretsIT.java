package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What nobody may read: not in an answer, not in the log, not in a table. */
class SecretsIT {

    private static final String WRONG = "Wrong-guess-7731-marked";

    private static final Map<String, String> SECRETS = new LinkedHashMap<>();
    private static final List<Answer> ANSWERS = new ArrayList<>();

    @BeforeAll
    static void everythingIsUsedThatKnowsASecret() throws Exception {
        DemoWorld world = World.get();
        SECRETS.put("a customer's password", DemoCustomers.PASSWORD);
        SECRETS.put("a guess", WRONG);
        SECRETS.put("the administrator's password", DemoWorld.ADMIN_PASSWORD);
        SECRETS.put("the secret of WHMCS's API", SimulatedWhmcs.SECRET);
        SECRETS.put("the keys of buckets and vaults", Fleet.CANARY);
        SECRETS.put("the key of sealed secrets", world.serverVariables().get("EB_SECRET_KEY"));
        for (String profile : List.of(DemoCustomers.COMETBACKUP, DemoCustomers.OBC)) {
            SECRETS.put("the password of " + profile, world.comet(profile).access().password());
        }
        assertThat(SECRETS.values()).allSatisfy(one -> assertThat(one).hasSizeGreaterThan(7));

        ANSWERS.add(new Session().signIn("nobody-7731@quill.example", WRONG));
        ANSWERS.add(new Session().signIn("ola-7731@larkspur.example", WRONG));
        ANSWERS.add(
                Forms.send(
                        new Session(),
                        "/signin",
                        Forms.fields(
                                "door", "door",
                                "email", "ida-7731@quill.example",
                                "password", WRONG,
                                "enter", "Sign in",
                                "jakarta.faces.ViewState", "stateless")));
        ANSWERS.add(badBody("{\"email\":\"a@b.example\",\"password\":\"" + WRONG));
        ANSWERS.add(badBody("{\"email\":\"a\",\"password\":[\"" + WRONG + "\"]}"));
        ANSWERS.add(badBody("{\"email\":\"a\",\"pass\":\"" + WRONG + "\"}"));
        everyPage(Session.of(World.SMALL));
        everyPage(Session.of(World.MSP, World.PINEWOOD));
        Session admin = Session.ofAdmin();
        everyPage(admin);
        for (String profile : List.of(DemoCustomers.COMETBACKUP, DemoCustomers.OBC)) {
            ANSWERS.add(admin.post("/api/admin/operations/streams/" + profile + "/catch-up"));
        }
        // An account that is edited is told with its whole profile; one that is not understood is
        // kept.
        world.comet(DemoCustomers.COMETBACKUP)
                .acts()
                .accounts()
                .edit(World.SMALL_ACCOUNT, profile -> profile);
        World.eventually(
                "the lists were read again",
                () ->
                        admin.get("/api/admin/operations/catch-ups?size=1")
                                        .json()
                                        .path("total")
                                        .asInt()
                                > 2);
    }

    private static void everyPage(Session session) throws Exception {
        for (String path :
                List.of(
                        "/api/session",
                        "/api/devices?size=200",
                        "/api/pulse/snapshot",
                        "/api/admin/operations",
                        "/api/admin/operations/quarantine",
                        "/api/admin/operations/catch-ups",
                        "/api/openapi",
                        "/status",
                        "/choose",
                        "/admin/operations",
                        "/no-such-page")) {
            ANSWERS.add(session.get(path));
        }
    }

    private static Answer badBody(String body) throws Exception {
        Session session = new Session();
        return session.send(
                session.request("/api/session")
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    @Test
    void noAnswerHoldsASecret() {
        assertThat(ANSWERS).hasSizeGreaterThan(30);
        SECRETS.forEach(
                (what, secret) ->
                        assertThat(ANSWERS)
                                .as(what)
                                .noneMatch(answer -> answer.toString().contains(secret)));
    }

    @Test
    void theLogHoldsNoSecret() throws Exception {
        String log = Files.readString(World.get().serverLog());
        assertThat(log).isNotEmpty();
        SECRETS.forEach((what, secret) -> assertThat(log.contains(secret)).as(what).isFalse());
    }

    @Test
    void noTableOfThePortalHoldsASecret() throws Exception {
        List<String> columns =
                PortalTables.rows(
                        "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE()"
                                + " AND (table_name LIKE 'eb\\\\_%' OR table_name LIKE 'comet\\\\_%')"
                                + " AND data_type IN ('char', 'varchar', 'tinytext', 'text', 'mediumtext',"
                                + " 'longtext', 'json', 'binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')");
        assertThat(columns).hasSizeGreaterThan(20).anyMatch(name -> name.startsWith("eb_audit."));
        for (String column : columns) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
                assertThat(
                                PortalTables.rows(
                                        "SELECT COUNT(*) FROM `%s` WHERE INSTR(CAST(`%s` AS CHAR), ?) > 0"
                                                .formatted(table, name),
                                        secret.getValue()))
                        .as(secret.getKey() + " in " + column)
                        .containsExactly("0");
            }
        }
    }
}
