package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under a server that is at work. */
class OutageIT {

    private static final Pattern ENTRY = Pattern.compile("\\d\\d:\\d\\d:\\d\\d,\\d{3} ");
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    /** What a place says of an outage that goes on: at most once in a minute. */
    private static final Pattern STILL = Pattern.compile(" for \\d+ s, \\d+ attempts? failed: ");

    /** Who notices; each in its own words. */
    private static final List<String> PLACES =
            List.of(
                    "The change feed cannot be read",
                    "cometbackup: news wait for the database",
                    "The fleet cannot be read");

    @TempDir Path folder;

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @Test
    @Tag("fault-13")
    void theLogSaysThatItBeganAndThatItEndedAndIsNotFlooded() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        Path base = AnotherServer.copyOfBase(home, folder.resolve("base"));
        int port = World.get().database().port();
        try (Relay cable = Relay.to(port);
                AnotherServer server =
                        AnotherServer.start(home, base, throughThe(cable, port)).awaitReady()) {
            Session session = Session.at(server.portal(), World.SMALL);
            World.eventually(
                    "the device is there",
                    () -> session.get("/api/devices?size=1").json().path("total").asInt() == 1);
            int before = server.lines().size();

            long begun = System.nanoTime();
            cable.cut();
            String shown = session.get("/api/devices").json().path("reference").asText();
            assertThat(health(server, "ready")).isEqualTo(503);
            assertThat(health(server, "live")).isEqualTo(200);
            String job =
                    acts.jobs()
                            .start(place.username(), place.device(), place.item(), place.vault());
            long end = System.nanoTime() + OUTAGE.toNanos();
            World.eventually(
                    "the outage is over",
                    () -> {
                        assertThat(session.get("/api/devices").status()).isEqualTo(503);
                        assertThat(session.get("/api/pulse/snapshot").status()).isEqualTo(503);
                        return System.nanoTime() > end;
                    });
            cable.mend();
            World.eventually(
                    "what happened meanwhile is told",
                    () ->
                            session.get("/api/pulse/snapshot")
                                    .json()
                                    .path("jobsRunning")
                                    .toString()
                                    .contains(job));
            acts.jobs().finish(job, 5000);

            World.eventually(
                    "every place says that it is over",
                    () -> count(server.lines(), " is over after ") >= PLACES.size());
            // Once: it grows.
            List<String> all = server.lines();
            List<String> said = all.subList(before, all.size());
            assertThat(PLACES)
                    .allSatisfy(
                            place ->
                                    assertThat(said)
                                            .as(place)
                                            .filteredOn(line -> line.contains(place + ": "))
                                            .singleElement()
                                            .asString()
                                            .contains("WARN"));
            // A busy machine may take longer than a minute for all of this.
            int minutes = (int) Duration.ofNanos(System.nanoTime() - begun).toMinutes();
            assertThat(said)
                    .filteredOn(line -> line.contains(shown) && !STILL.matcher(line).find())
                    .hasSize(2);
            assertThat(said)
                    .filteredOn(line -> line.contains(shown) && STILL.matcher(line).find())
                    .hasSizeLessThanOrEqualTo(minutes);
            assertThat(said)
                    .as(
                            "entries of an outage, without the server's own of each timer every ten seconds")
                    // Some of those have a stack trace, whose lines have no time. A dozen places
                    // say that it
                    // begins and that it is over; without that there are hundreds.
                    .filteredOn(line -> ENTRY.matcher(line).lookingAt())
                    .filteredOn(line -> !line.contains("[org.jboss.as.ejb3.timer]"))
                    .filteredOn(line -> !STILL.matcher(line).find())
                    .hasSizeLessThan(40);
        }
    }

    private static int health(AnotherServer server, String question) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.management("health/" + question)).build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static long count(List<String> lines, String text) {
        return lines.stream().filter(line -> line.contains(text)).count();
    }

    static Map<String, String> throughThe(Relay cable, int port) {
        String direct = World.get().serverVariables().get("EB_DB_URL");
        return Map.of("EB_DB_URL", direct.replace(":" + port + "/", ":" + cable.port() + "/"));
    }
}
