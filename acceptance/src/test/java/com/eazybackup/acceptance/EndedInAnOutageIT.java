package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What ends a session while the portal cannot reach its database: nothing is read or done
 * meanwhile, and the session is over as soon as the portal can know.
 */
@Tag("fault-13")
@Tag("fault-26")
class EndedInAnOutageIT {

    private static final Duration FIRST = Duration.ofSeconds(30);

    /**
     * The watch looks every other second; the pool may have to find out first, and the machine is
     * busy.
     */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String THEO = "theo@pinewood.example";
    private static final String WREN = "wren@portal.example";

    @TempDir static Path folder;

    private static Relay cable;
    private static AnotherServer server;

    @BeforeAll
    static void aServerWithACable() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        Path base = AnotherServer.copyOfBase(home, folder.resolve("base"));
        int port = World.get().database().port();
        cable = Relay.to(port);
        server = AnotherServer.start(home, base, OutageIT.throughThe(cable, port)).awaitReady();
    }

    @AfterAll
    static void itEnds() throws Exception {
        server.close();
        cable.close();
    }

    @AfterEach
    void asItWas() throws Exception {
        cable.mend();
        PortalTables.run("UPDATE tblusers SET password = NULL WHERE id = 110");
        PortalTables.run("DELETE FROM tblusers_clients WHERE auth_user_id = 110");
        PortalTables.run(
                "INSERT INTO tblusers_clients (auth_user_id, client_id, owner, permissions)"
                        + " VALUES (110, 101, 0, 'products,manageproducts')");
        PortalAdmins.remove(WREN);
        World.eventually(
                "the portal is well",
                () -> AnotherServer.answers(server.management("health/ready")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another password | UPDATE tblusers SET password = 'another' WHERE id = 110",
                "no longer the client's | DELETE FROM tblusers_clients WHERE auth_user_id = 110",
                "ended elsewhere | UPDATE eb_sessions SET ended_ms = UNIX_TIMESTAMP() * 1000, reason = 'by-owner' WHERE email = 'theo@pinewood.example' AND ended_ms IS NULL"
            })
    void aCustomerReadsNothingMeanwhileAndIsOutAfterwards(String what, String change)
            throws Exception {
        Session theo = Session.at(server.portal(), THEO);
        try (EventReader events = EventReader.open(theo)) {
            events.await(FIRST, message -> message.kind().equals("snapshot"));
            events.drain();
            cable.cut();
            PortalTables.run(change);

            nothingIsOpen(theo, "/api/devices", "/api/pulse/snapshot", "/api/sessions");
            assertThat(theo.delete("/api/sessions").status()).isEqualTo(503);
            assertThat(events.drain()).noneMatch(message -> message.kind().equals("snapshot"));

            cable.mend();
            events.await(SOON, message -> message.kind().equals("ended"));
        }
        assertThat(theo.get("/api/devices").status()).as(what).isEqualTo(401);
    }

    @Test
    void anAdministratorWhoIsDisabledDoesNothingMeanwhileAndIsOutAfterwards() throws Exception {
        PortalAdmins.make(WREN, "super", false);
        Session wren = Session.ofAdmin(server.portal(), WREN, PortalAdmins.PASSWORD);
        cable.cut();
        PortalTables.run("UPDATE eb_admins SET disabled = 1 WHERE email = '" + WREN + "'");

        nothingIsOpen(wren, "/api/admin/trail", "/api/admin/admins", "/api/admin/clients");
        assertThat(
                        wren.post(
                                        "/api/admin/viewing",
                                        Map.of("client_id", World.QUILL, "reason", "x"))
                                .status())
                .isEqualTo(503);

        cable.mend();
        World.within(
                SOON,
                "the administrator is out",
                () -> wren.get("/api/admin/operations").status() == 401);
    }

    @Test
    void aKeyThatIsRevokedOpensNothingMeanwhileNorAfterwards() throws Exception {
        Session owner = Session.at(server.portal(), World.SMALL);
        Program program = Program.madeBy(owner, "Outage").at(server.portal());
        assertThat(program.get("/api/devices").status()).isEqualTo(200);
        cable.cut();
        PortalTables.run(
                "UPDATE eb_api_tokens SET revoked_ms = UNIX_TIMESTAMP() * 1000 WHERE id = "
                        + program.id());

        assertThat(program.get("/api/devices").status()).isEqualTo(503);
        assertThat(program.get("/api/pulse/snapshot").status()).isEqualTo(503);

        cable.mend();
        World.within(SOON, "the key is refused", () -> program.get("/api/devices").status() == 401);
    }

    @Test
    void whoSignsOutMeanwhileIsOutAtOnceAndSoIsWhatHeHeldOpen() throws Exception {
        Session theo = Session.at(server.portal(), THEO);
        String id =
                PortalTables.rows(
                                "SELECT id FROM eb_sessions WHERE email = ?"
                                        + " ORDER BY began_ms DESC LIMIT 1",
                                THEO)
                        .get(0);
        try (EventReader events = EventReader.open(theo)) {
            events.await(FIRST, message -> message.kind().equals("snapshot"));
            cable.cut();

            // That nobody can write down that he left does not keep him in.
            theo.delete("/api/session");

            events.await(SOON, message -> message.kind().equals("ended"));
            assertThat(theo.get("/api/devices").status()).isEqualTo(401);
        }
        cable.mend();
        World.within(
                SOON,
                "that is written down",
                () ->
                        PortalTables.rows("SELECT reason FROM eb_sessions WHERE id = ?", id)
                                .equals(List.of("signed-out")));
    }

    @Test
    void nobodyIsLetInMeanwhile() throws Exception {
        cable.cut();
        for (String password : List.of(DemoCustomers.PASSWORD, "wrong")) {
            Answer answer = Session.nobody(server.portal()).signIn(THEO, password);
            assertThat(answer.status()).isIn(401, 503);
            assertThat(answer.headers().getOrDefault("set-cookie", List.of()))
                    .noneMatch(cookie -> cookie.contains("SESSION"));
        }
    }

    private static void nothingIsOpen(Session session, String... paths) throws Exception {
        for (String path : paths) {
            assertThat(session.get(path).status()).as(path).isEqualTo(503);
        }
    }
}
