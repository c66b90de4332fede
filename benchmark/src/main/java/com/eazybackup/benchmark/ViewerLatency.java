package com.eazybackup.benchmark;

import com.eazybackup.simulator.comet.Flood;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How old an event is when it has arrived at somebody who looks at it, with many who look at the
 * same time, and what they cost the database: the statements that it was asked during the same
 * flood without anybody and with all of them.
 *
 * <p>{@code -Dviewers}, spread over {@code -Dclients}; {@code -Dper.second} events for {@code
 * -Dseconds}, spread over the clients, too.
 */
public final class ViewerLatency {

    private static final int SESSION_HOLDS = 20;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final String QUESTIONS = "SHOW GLOBAL STATUS LIKE 'Questions'";

    private final PrintStream out = System.out;
    private final int clients = MeasuredWorld.setting("clients", 20);
    private final int perSecond = MeasuredWorld.setting("per.second", 500);
    private final int pairs = perSecond * MeasuredWorld.setting("seconds", 60) / 2;
    private final MeasuredWorld world;

    private ViewerLatency(MeasuredWorld world) {
        this.world = world;
    }

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        try (MeasuredWorld world = MeasuredWorld.start(MeasuredWorld.setting("clients", 20))) {
            new ViewerLatency(world).run(MeasuredWorld.setting("viewers", 200));
        }
    }

    private void run(int viewers) throws Exception {
        flood(0, perSecond * 5, List.of());
        double alone = flood(pairs, pairs, List.of());
        double idle = idle();
        List<Viewing> all = open(viewers);
        double idleWatched = idle();
        double watched = flood(2L * pairs, pairs, all);
        double aloneAgain = closeAndFlood(all);
        out.printf(
                "%,d events, %d a second; %d viewers of %d clients%n",
                pairs * 2, perSecond, viewers, clients);
        out.printf(
                "  statements an event: %.3f without viewers, %.3f with them, %.3f without again%n",
                alone, watched, aloneAgain);
        out.printf(
                "  statements a second while nothing happens: %.1f without viewers, %.1f with them%n",
                idle, idleWatched);
    }

    private double idle() throws SQLException {
        long begun = System.nanoTime();
        long before = world.number(QUESTIONS);
        while (System.nanoTime() - begun < IDLE.toNanos()) {
            LockSupport.parkNanos(IDLE.toNanos());
        }
        return (world.number(QUESTIONS) - before) / (double) IDLE.toSeconds();
    }

    private double closeAndFlood(List<Viewing> all) throws Exception {
        all.forEach(Viewing::close);
        return flood(3L * pairs, pairs, List.of());
    }

    private List<Viewing> open(int viewers) throws Exception {
        List<Viewing> all = new ArrayList<>();
        Map<Integer, HttpClient> sessions = new HashMap<>();
        for (int viewer = 0; viewer < viewers; viewer++) {
            int client = viewer % clients + 1;
            // One session may hold so many streams.
            int session = client + clients * (viewer / clients / SESSION_HOLDS);
            HttpClient http = sessions.get(session);
            if (http == null) {
                http = world.signIn(client);
                sessions.put(session, http);
            }
            all.add(Viewing.open(world.world().portal(), http, client));
        }
        return all;
    }

    /**
     * @return statements for each event
     */
    private double flood(long first, int jobs, List<Viewing> viewings) throws Exception {
        Flood flood = world.comet().flood(first, jobs, perSecond);
        FloodLog log = new FloodLog(first, jobs);
        Delays delays = new Delays();
        viewings.forEach(viewing -> viewing.expect(log, delays));
        long changes = world.number("SELECT last_id FROM eb_change_seq");
        long before = world.number(QUESTIONS);
        flood.send(perSecond, log);
        MeasuredWorld.await("the last job", Duration.ofMinutes(1), () -> ends(changes) == jobs);
        long asked = world.number(QUESTIONS) - before;
        if (!viewings.isEmpty()) {
            tell(viewings, delays, expected(changes));
        }
        out.printf("  %s%n", FloodCheck.of(world, log, jobs, changes));
        return (double) asked / log.events();
    }

    private void tell(List<Viewing> viewings, Delays delays, Map<Integer, Integer> expected) {
        MeasuredWorld.await(
                "the viewers",
                Duration.ofMinutes(1),
                () ->
                        viewings.stream()
                                .allMatch(
                                        viewing ->
                                                viewing.ended()
                                                        || viewing.distinct()
                                                                >= expected.get(viewing.client())));
        int missing =
                viewings.stream().mapToInt(v -> expected.get(v.client()) - v.distinct()).sum();
        out.printf("  event to viewer: %s%n", delays.told());
        out.printf(
                "  not arrived: %d, arrived twice: %d, streams that ended: %d%n",
                missing,
                viewings.stream().mapToInt(Viewing::doubled).sum(),
                viewings.stream().filter(Viewing::ended).count());
    }

    private long ends(long changes) {
        try {
            return world.number(
                    "SELECT COUNT(*) FROM eb_changes WHERE kind = 'job:end' AND id > " + changes);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines of the feed for each client, of numbered jobs. */
    private Map<Integer, Integer> expected(long changes) throws SQLException {
        Map<Integer, Integer> lines = new HashMap<>();
        try (Connection connection = world.world().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT client_id, COUNT(*) FROM eb_changes"
                                        + " WHERE kind IN ('job:start', 'job:end')"
                                        + " AND body LIKE '%-4f1d-8f1d-%' AND id > "
                                        + changes
                                        + " GROUP BY client_id")) {
            while (row.next()) {
                lines.put(row.getInt(1), row.getInt(2));
            }
        }
        return lines;
    }
}
