package com.eazybackup.benchmark;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.fleet.DeviceActs;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a heartbeat over a big fleet writes: nothing where nothing changed, and what changed where
 * something did. The database itself counts statements and rows; what it counts in a quiet time of
 * the same length is told beside it.
 *
 * <p>{@code -Ddevices} in all, on 100 accounts; {@code -Dpercent} of them go and come back.
 */
public final class HeartbeatWrites {

    private static final int ACCOUNTS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COUNTED =
            List.of(
                    "Com_select",
                    "Com_insert",
                    "Com_update",
                    "Com_delete",
                    "Com_replace",
                    "Handler_write",
                    "Handler_update",
                    "Handler_delete");

    private final MeasuredWorld world;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final PrintStream out = System.out;
    private final int perAccount = MeasuredWorld.setting("devices", 100_000) / ACCOUNTS;
    private final int going = perAccount * MeasuredWorld.setting("percent", 1) / 100;
    private String csrf = "";

    private HeartbeatWrites(MeasuredWorld world) {
        this.world = world;
    }

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> quiet =
                Map.of(
                        "EB_HEARTBEAT_INTERVAL", "86400",
                        "EB_MON_MODE", "off",
                        "EB_WS_PROGRESS_SECONDS", "0");
        try (MeasuredWorld world = MeasuredWorld.start(ACCOUNTS, quiet)) {
            new HeartbeatWrites(world).run();
        }
    }

    private void run() throws Exception {
        signIn();
        crowd();
        DeviceActs devices = world.comet().acts().devices();
        out.printf("%,d devices on %d accounts%n", perAccount * ACCOUNTS, ACCOUNTS);
        for (int round = 0; round < 3; round++) {
            look("nothing has changed");
        }
        each(number -> device -> devices.vanish(user(number), device));
        look("1 % are missing for the first time");
        look("1 % are missing for the second time");
        look("nothing has changed");
        each(number -> device -> devices.crowd(user(number), List.of(device)));
        look("1 % are back");
        look("nothing has changed");
    }

    /** As many rows as connections; the simulated accounts have but a few devices of their own. */
    private void crowd() throws SQLException {
        DeviceActs devices = world.comet().acts().devices();
        try (Connection connection = world.world().connect();
                Statement statement = connection.createStatement()) {
            for (int account = 1; account <= ACCOUNTS; account++) {
                devices.crowd(user(account), names(account, perAccount));
                statement.executeUpdate(
                        "INSERT INTO comet_devices (id, client_id, username, hash, content, name,"
                                + " platform_os, platform_arch, is_active, created_at)"
                                + " SELECT SHA2(CONCAT(c, h), 256), c, u, h,"
                                + " CONCAT('{\"FriendlyName\":\"', h, '\",\"Padding\":\"',"
                                + " REPEAT('x', 600), '\"}'), h, 'windows', 'amd64', 1,"
                                + " '2037-01-01' FROM (SELECT "
                                + account
                                + " AS c, '"
                                + user(account)
                                + "' AS u, CONCAT('crowd-"
                                + account
                                + "-', seq) AS h FROM seq_1_to_"
                                + perAccount
                                + ") AS numbers");
            }
            statement.execute("ANALYZE TABLE comet_devices");
        }
    }

    private static List<String> names(int account, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> device(account, number)).toList();
    }

    private static String device(int account, int number) {
        return "crowd-" + account + "-" + number;
    }

    private static String user(int account) {
        return "user" + account;
    }

    /** Of each account the same share. */
    private void each(IntFunction<Consumer<String>> act) {
        for (int account = 1; account <= ACCOUNTS; account++) {
            names(account, going).forEach(act.apply(account));
        }
    }

    private void look(String what) throws Exception {
        long before = began();
        Map<String, Long> counted = counts();
        long start = System.nanoTime();
        post("/api/admin/operations/heartbeat", "{\"profile\":\"cometbackup\"}");
        // Each question counts as a select, and is taken off again.
        long[] questions = {0};
        MeasuredWorld.await(
                "a heartbeat",
                Duration.ofMinutes(5),
                () -> {
                    questions[0]++;
                    return began() > before;
                });
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Map<String, Long> after = counts();
        after.merge("Com_select", -questions[0], Long::sum);
        Map<String, Long> idle = idle(took);
        out.printf(
                "  %s: %,d ms, came %d, went %d, deferred %d%n",
                what,
                world.number("SELECT took_ms FROM eb_heartbeats WHERE profile = 'cometbackup'"),
                world.number("SELECT came FROM eb_heartbeats WHERE profile = 'cometbackup'"),
                world.number("SELECT went FROM eb_heartbeats WHERE profile = 'cometbackup'"),
                world.number("SELECT deferred FROM eb_heartbeats WHERE profile = 'cometbackup'"));
        COUNTED.forEach(
                name ->
                        out.printf(
                                "    %-22s %,9d (idle %,d)%n",
                                name, after.get(name) - counted.get(name), idle.get(name)));
    }

    /** What the rest of the portal does in as long a time. */
    private Map<String, Long> idle(Duration as) throws SQLException {
        Map<String, Long> before = counts();
        long end = System.nanoTime() + as.toNanos();
        MeasuredWorld.await(
                "as long a time", as.multipliedBy(2).plusSeconds(5), () -> System.nanoTime() > end);
        Map<String, Long> idle = new TreeMap<>();
        counts().forEach((name, count) -> idle.put(name, count - before.get(name)));
        return idle;
    }

    private Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = world.world().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS")) {
            while (row.next()) {
                if (COUNTED.contains(row.getString(1))) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return counts;
    }

    private long began() {
        try {
            return world.number(
                    "SELECT COALESCE(MAX(began_ms), 0) FROM eb_heartbeats"
                            + " WHERE profile = 'cometbackup'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signIn() throws Exception {
        post(
                "/api/session",
                JSON.writeValueAsString(
                        Map.of(
                                "email",
                                DemoWorld.ADMIN_EMAIL,
                                "password",
                                DemoWorld.ADMIN_PASSWORD)));
        HttpRequest who =
                HttpRequest.newBuilder(world.world().portal().resolve("/api/session")).build();
        csrf = JSON.readTree(http.send(who, BodyHandlers.ofString()).body()).path("csrf").asText();
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(world.world().portal().resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-EB-CSRF", csrf)
                        .POST(BodyPublishers.ofString(body));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
