package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.eazybackup.acceptance.Knock.Fate;
import com.eazybackup.acceptance.Session.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Every way into the portal that its archive has, tried by everybody: {@code docs/routes.md} says
 * whom each is for, {@code docs/permissions.md} who may what. A route without a row fails.
 */
@Tag("fault-23")
class OwnershipIT {

    private static Callers callers;

    private final List<RouteRow> rows = RouteRow.all();

    OwnershipIT() throws IOException {}

    @BeforeAll
    static void signIn() throws Exception {
        callers = new Callers();
    }

    @AfterAll
    static void leave() throws Exception {
        callers.close();
    }

    @Test
    void everyRouteOfTheArchiveHasARowAndEveryRowARoute() throws Exception {
        Path archive =
                Path.of(System.getProperty("server.home"))
                        .resolve("standalone/deployments/eazybackup-portal.ear");
        assertThat(new TreeSet<>(rows.stream().map(RouteRow::route).toList()))
                .as("docs/routes.md has a row for each of the routes of the deployed archive")
                .isEqualTo(DeployedRoutes.of(archive));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutSigningIn() {
        return closed().map(
                        row ->
                                dynamicTest(
                                        row.toString(),
                                        () ->
                                                assertThat(fate(row, new Session()))
                                                        .isEqualTo(Fate.SENT_TO_SIGN_IN)));
    }

    @TestFactory
    Stream<DynamicTest> whoMayNotIsRefusedAndWhoMayIsLetIn() {
        return closed().flatMap(
                        row ->
                                callers.duties()
                                        .filter(duty -> tellsSomething(row, duty))
                                        .map(
                                                duty ->
                                                        dynamicTest(
                                                                duty + ": " + row,
                                                                judge(row, duty))));
    }

    private static Executable judge(RouteRow row, String duty) {
        return () -> {
            String path = row.pathOfNothing();
            Session caller = callers.of(duty);
            if (callers.may(duty, row)) {
                assertThat(Knock.fate(row, Knock.at(row, path, caller))).isEqualTo(Fate.LET_IN);
            } else {
                assertThat(Knock.fate(row, Knock.inEarnest(row, path, caller)))
                        .isEqualTo(Fate.REFUSED);
            }
        };
    }

    /** A write by somebody who may is tried only where it cannot do anything. */
    private static boolean tellsSomething(RouteRow row, String duty) {
        return !callers.may(duty, row)
                || row.route().reads()
                || (row.harmless() && (row.route().hasIds() || row.json()));
    }

    @TestFactory
    Stream<DynamicTest> aForeignIdIsAsUnknownAsOneThatDoesNotExist() {
        return closed().filter(row -> row.route().hasIds())
                .flatMap(
                        row ->
                                callers.whoMay(row)
                                        .map(
                                                duty ->
                                                        dynamicTest(
                                                                duty + ": " + row,
                                                                () -> compare(row, duty))));
    }

    private static void compare(RouteRow row, String duty) throws Exception {
        Map<String, String> foreign = new HashMap<>();
        List<ForeignIds.Pair> pairs = new ArrayList<>();
        List<List<String>> before = new ArrayList<>();
        for (Map.Entry<String, String> id : row.ids().entrySet()) {
            ForeignIds.Pair pair = ForeignIds.of(id.getValue());
            foreign.put(id.getKey(), pair.foreign());
            pairs.add(pair);
            before.add(pair.now());
        }
        Session caller = callers.of(duty);
        Answer ofForeign = Knock.write(row, row.path(foreign), caller, row.body());
        Answer ofUnknown = Knock.write(row, row.pathOfNothing(), caller, row.body());

        assertThat(ofForeign.status()).as(ofForeign.toString()).isEqualTo(404);
        assertThat(ForeignIds.learnt(ofForeign)).isEqualTo(ForeignIds.learnt(ofUnknown));
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.get(i).now()).as("nothing was changed").isEqualTo(before.get(i));
        }
    }

    @TestFactory
    @Tag("fault-25")
    Stream<DynamicTest> aWriteWithoutTheSessionsSecretOrNotAsJsonIsRefused() {
        return closed().filter(row -> row.route().api() && !row.route().reads())
                .map(row -> dynamicTest(row.toString(), () -> forge(row)));
    }

    private static void forge(RouteRow row) throws Exception {
        Session caller = callers.oneWhoMay(row);
        String path = row.pathOfNothing();
        assertThat(Knock.withoutTheSecret(row, path, caller).status()).isEqualTo(403);
        if (row.json()) {
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
                assertThat(Knock.as(row, path, caller, row.body(), type).status())
                        .as(type)
                        .isEqualTo(415);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aClientThatIsSmuggledIntoABodyIsNotTaken() {
        return closed().filter(row -> row.json() && !row.body().contains("client_id"))
                .map(row -> dynamicTest(row.toString(), () -> smuggle(row)));
    }

    private static void smuggle(RouteRow row) throws Exception {
        String body = row.body().replaceFirst("\\{", "{\"client_id\":101,").replace(",}", "}");
        Answer answer = Knock.write(row, row.pathOfNothing(), callers.oneWhoMay(row), body);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
    }

    @TestFactory
    Stream<DynamicTest> whatACustomerReadsHoldsNothingOfAnotherClients() {
        return rows.stream()
                .filter(row -> row.route().reads() && !row.route().hasIds())
                .filter(row -> !row.route().path().equals("/api/pulse/events")) // PulseIT's
                .map(row -> dynamicTest(row.toString(), () -> look(row)));
    }

    private static void look(RouteRow row) throws Exception {
        String path = row.route().path() + "?client_id=" + World.LARKSPUR;
        String read = Knock.at(row, path, callers.of("owner")).body();
        List<String> others =
                PortalTables.rows(
                        // A service that has moved to this client has left its devices behind, too.
                        "SELECT hash FROM comet_devices WHERE client_id <> 103 AND hash NOT IN"
                                + " (SELECT hash FROM comet_devices WHERE client_id = 103)");
        assertThat(others).hasSizeGreaterThan(10);
        for (String other : others) {
            assertThat(read).doesNotContain(other);
        }
    }

    private Stream<RouteRow> closed() {
        return rows.stream().filter(row -> !row.open());
    }

    private static Fate fate(RouteRow row, Session caller) throws Exception {
        return Knock.fate(row, Knock.at(row, row.pathOfNothing(), caller));
    }
}
