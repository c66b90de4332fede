package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database is there and says nothing: what was sent to it is neither done nor refused. */
@Tag("fault-13")
class FrozenDatabaseIT {

    /** Ten seconds are promised; a busy machine may take several times as long. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    /**
     * The portal has noticed, and lets nobody wait any more: whoever waits for the database himself
     * waits for EB_DB_ANSWER_MS at least.
     */
    private static final Duration AT_ONCE = Duration.ofSeconds(7);

    private static final String SERVICE = "/api/admin/services/520/discounts";
    private static final String BILLING = "paula@portal.example";
    private static final String PRICE =
            "SELECT discount_price FROM mod_rd_discountConfigOptions"
                    + " WHERE serviceid = 520 AND configoptionid = 99";

    @RegisterExtension final Browsing browsing = new Browsing();

    private static Session billing;

    @BeforeAll
    static void someoneOfBilling() throws Exception {
        World.awaitTheFleet();
        PortalAdmins.make(BILLING, "billing", false);
        billing = Session.ofAdmin(World.get().portal(), BILLING, PortalAdmins.PASSWORD);
    }

    @AfterEach
    void itGoesOn() throws Exception {
        World.get().database().thaw();
        World.eventually("the portal is well", () -> healthy("health/ready"));
    }

    @AfterAll
    static void leave() throws Exception {
        PortalTables.run(
                "DELETE FROM mod_rd_discountConfigOptions"
                        + " WHERE serviceid = 520 AND configoptionid = 99");
        for (String table :
                List.of("eb_discount_history", "eb_discount_changes", "eb_discount_services")) {
            PortalTables.run("DELETE FROM " + table);
        }
        PortalAdmins.remove(BILLING);
    }

    private record Timed(String what, Answer answer, Duration took) {}

    private interface Ask {
        Answer of() throws Exception;
    }

    @Test
    void whoeverAsksIsAnsweredAndNothingIsLost() throws Exception {
        Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
        Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);
        Session small = Session.of(World.SMALL);
        Map<String, Session> readers = new LinkedHashMap<>();
        for (String path :
                List.of(
                        "/api/devices",
                        "/api/users",
                        "/api/vaults",
                        "/api/find?q=north",
                        "/api/pulse/incidents/groups",
                        "/api/pulse/snapshot",
                        "/api/dashboard/standing")) {
            readers.put(path, Session.of(World.MSP, World.PINEWOOD));
            assertThat(readers.get(path).get(path).status()).as(path).isEqualTo(200);
        }

        World.get().database().freeze();
        List<CompletableFuture<Timed>> asked = new ArrayList<>();
        readers.forEach(
                (path, session) -> asked.add(timed("GET " + path, () -> session.get(path))));
        asked.add(timed("PUT " + SERVICE, () -> price("4.00")));
        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        for (CompletableFuture<Timed> each : asked) {
            Timed timed = each.get(2, TimeUnit.MINUTES);
            isAnsweredIn(LIMIT, timed);
        }
        for (String path : readers.keySet()) {
            isAnsweredIn(
                    AT_ONCE,
                    timed("GET " + path + " again", () -> readers.get(path).get(path))
                            .get(2, TimeUnit.MINUTES));
        }
        assertThat(healthy("health/live")).isTrue();
        assertThat(healthy("health/ready")).isFalse();

        World.get().database().thaw();
        World.eventually(
                "all is readable again",
                () -> {
                    for (Map.Entry<String, Session> each : readers.entrySet()) {
                        if (each.getValue().get(each.getKey()).status() != 200) {
                            return false;
                        }
                    }
                    return true;
                });
        World.eventually(
                "what began meanwhile is told",
                () ->
                        small.get("/api/pulse/snapshot")
                                .json()
                                .path("jobsRunning")
                                .toString()
                                .contains(job));
        acts.jobs().finish(job, 5000);
        World.eventually(
                "and so is its end",
                () ->
                        PortalTables.rows("SELECT ended_at FROM comet_jobs WHERE id = ?", job)
                                .stream()
                                .anyMatch(end -> end != null && !end.equals("0")));
        assertThat(price("4.25").status()).isEqualTo(200);
        assertThat(PortalTables.rows(PRICE)).containsExactly("4.25");
    }

    @Test
    void ofAWriteInTheMidstOfItNobodySaysThatItWasNotDone() throws Exception {
        price("4.00");
        Timed timed;
        try (Connection other = World.get().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "SELECT * FROM eb_discount_services WHERE serviceid = 520 FOR UPDATE");
            CompletableFuture<Timed> writing = timed("PUT", () -> price("3.50"));
            World.eventually(
                    "the write has begun",
                    () ->
                            PortalTables.rows(
                                                    "SELECT 1 FROM information_schema.PROCESSLIST"
                                                            + " WHERE info LIKE 'INSERT INTO eb_discount_services%'")
                                            .size()
                                    == 1);
            World.get().database().freeze();
            timed = writing.get(2, TimeUnit.MINUTES);
            World.get().database().thaw();
            other.rollback();
        }

        isAnsweredIn(LIMIT, timed);
        assertThat(timed.answer().json().path("code").asText()).isEqualTo("end-unknown");
        assertThat(timed.answer().json().path("detail").asText())
                .contains("whether this was done is not known");
        World.eventually("it can be looked up", () -> billing.get(SERVICE).status() == 200);
        assertThat(PortalTables.rows(PRICE)).containsExactly("4.00");
    }

    @Test
    void aPageSaysSoAndGoesOnWhenItIsAsked() throws Exception {
        Session reader = Session.of(World.MSP, World.PINEWOOD);
        browsing.signedIn(World.MSP, World.PINEWOOD);
        browsing.watch().expect("503");
        ListView list = ListView.open(browsing.page(), "users");
        Locator first = list.rows().first();
        PlaywrightAssertions.assertThat(first).isVisible();

        World.get().database().freeze();
        list.sort("username").click();
        Locator error = list.part("error");
        PlaywrightAssertions.assertThat(error)
                .containsText(
                        "The database does not answer.",
                        new ContainsTextOptions().setTimeout((double) LIMIT.toMillis()));
        browsing.picture("frozen-database");
        World.get().database().thaw();
        World.eventually("the list can be read", () -> reader.get("/api/users").status() == 200);
        error.locator("button").click();

        PlaywrightAssertions.assertThat(error).isHidden();
        PlaywrightAssertions.assertThat(list.cells("username").first()).hasText("birchlegal");
    }

    private static Answer price(String price) throws Exception {
        return billing.put(SERVICE + "/99", Map.of("discount_price", price));
    }

    private static CompletableFuture<Timed> timed(String what, Ask ask) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long begun = System.nanoTime();
                    try {
                        Answer answer = ask.of();
                        return new Timed(what, answer, Duration.ofNanos(System.nanoTime() - begun));
                    } catch (Exception e) {
                        throw new AssertionError(what + " got no answer", e);
                    }
                },
                task -> new Thread(task, what).start());
    }

    private static void isAnsweredIn(Duration limit, Timed timed) throws Exception {
        assertThat(timed.answer().status()).as(timed.toString()).isEqualTo(503);
        assertThat(timed.answer().json().path("reference").asText())
                .as(timed.toString())
                .startsWith("EB-");
        assertThat(timed.took()).as(timed.toString()).isLessThan(limit);
    }

    private static boolean healthy(String question) throws Exception {
        return HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(World.get().management().resolve(question))
                                        .timeout(Duration.ofSeconds(60))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }
}
