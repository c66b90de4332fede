package com.eazybackup.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * What the first page of the portal asks for, by clients of 10, 100, 1,000 and 10,000 devices in
 * turns on the same server. Time over HTTP to the last byte, bytes, and what the database counted
 * meanwhile.
 *
 * <p>{@code -Drounds} how often each is asked; {@code -Dpause} milliseconds before each round, so
 * that a long one shows what is not kept for a second.
 */
public final class DashboardOpening {

    private static final List<Integer> FLEETS = List.of(10, 100, 1_000, 10_000);
    private static final int BASE = 100;
    private static final int WARM_UP = 10;

    private static final Map<String, String> PARTS = parts();

    /** What the page asks for when it is opened without a filter, all of it at once. */
    private static final List<String> OPENED =
            List.of(
                    "devices by name",
                    "standing",
                    "incidents",
                    "usage metrics",
                    "pulse snapshot",
                    "groups");

    private DashboardOpening() {}

    private static Map<String, String> parts() {
        String some = "/api/devices?tz=America/Toronto";
        String devices = some + "&size=50";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("devices by name", devices);
        parts.put("devices, worst first", devices + "&sort=worst");
        parts.put("devices with issues", devices + "&issues_only=true&sort=worst");
        parts.put("devices that failed", devices + "&status=error");
        // So short that both fleets fill them.
        parts.put("ten with issues", some + "&issues_only=true&sort=worst&size=10");
        parts.put("two that failed", some + "&status=error&size=2");
        parts.put("devices searched", devices + "&q=1");
        parts.put("devices by group", devices + "&by=group");
        parts.put("groups", "/api/device-groups?assignments=false");
        parts.put("standing", "/api/dashboard/standing");
        parts.put("standing, searched", "/api/dashboard/standing?q=1");
        parts.put("incidents", "/api/pulse/incidents/groups");
        parts.put("incidents as jobs", "/api/pulse/incidents");
        parts.put("usage metrics", "/api/dashboard/usage-metrics");
        parts.put("pulse snapshot", "/api/pulse/snapshot");
        parts.put("found anywhere", "/api/find?q=1");
        return parts;
    }

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        int rounds = MeasuredWorld.setting("rounds", 40);
        int pause = MeasuredWorld.setting("pause", 0);
        try (MeasuredWorld world =
                MeasuredWorld.start(MeasuredFleets.customers(FLEETS), Map.of())) {
            MeasuredFleets.await(world, FLEETS);
            MeasuredGroups.make(world, FLEETS);
            Map<Integer, HttpClient> signedIn = new LinkedHashMap<>();
            for (int devices : FLEETS) {
                signedIn.put(
                        devices,
                        SignedIn.as(world.world().portal(), MeasuredFleets.email(devices)));
            }
            tellFirst(System.out, world, signedIn);
            measure(world, signedIn, WARM_UP, 0);
            Map<String, Map<Integer, OpenedPart>> measured =
                    measure(world, signedIn, rounds, pause);
            tell(System.out, world, measured, rounds, pause);
        }
    }

    /** Nothing is kept of any of them yet; the small ones come first and warm the server up. */
    private static void tellFirst(
            PrintStream out, MeasuredWorld world, Map<Integer, HttpClient> signedIn)
            throws Exception {
        for (Map.Entry<Integer, HttpClient> one : signedIn.entrySet()) {
            OpenedPart first = new OpenedPart();
            try (Connection connection = world.world().connect()) {
                look(world, connection, one.getValue(), PARTS.get("standing"), first);
            }
            out.printf(
                    "first look at %,d devices: %.0f ms, %,d rows%n",
                    one.getKey(), first.millis(), first.rows());
        }
    }

    private static Map<String, Map<Integer, OpenedPart>> measure(
            MeasuredWorld world, Map<Integer, HttpClient> signedIn, int rounds, int pause)
            throws Exception {
        Map<String, Map<Integer, OpenedPart>> measured = new LinkedHashMap<>();
        try (Connection connection = world.world().connect()) {
            for (int round = 0; round < rounds; round++) {
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
                for (String part : PARTS.keySet()) {
                    for (int devices : FLEETS) {
                        look(
                                world,
                                connection,
                                signedIn.get(devices),
                                PARTS.get(part),
                                measured.computeIfAbsent(part, p -> new LinkedHashMap<>())
                                        .computeIfAbsent(devices, d -> new OpenedPart()));
                    }
                }
            }
        }
        return measured;
    }

    private static void look(
            MeasuredWorld world, Connection connection, HttpClient http, String path, OpenedPart of)
            throws Exception {
        long own = rows(connection);
        long before = rows(connection);
        long selects = number(connection, "Com\\_select");
        long cpu = cpu(world);
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer =
                http.send(
                        HttpRequest.newBuilder(world.world().portal().resolve(path)).build(),
                        BodyHandlers.ofByteArray());
        double millis = (System.nanoTime() - begun) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        long used = cpu(world) - cpu;
        long asked = number(connection, "Com\\_select") - selects;
        // Counting reads rows, too: the two questions between, and the one before.
        long read = rows(connection) - before - 3 * (before - own);
        of.add(new OpenedPart.Look(millis, asked, read, used), answer.body().length);
    }

    private static long cpu(MeasuredWorld world) throws IOException {
        return world.portal().processorTime().toMillis()
                + world.database().processorTime().toMillis();
    }

    private static long rows(Connection connection) throws SQLException {
        return number(connection, "Handler\\_read\\_%");
    }

    private static long number(Connection connection, String counters) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + counters + "'")) {
            long sum = 0;
            while (row.next()) {
                sum += row.getLong(2);
            }
            return sum;
        }
    }

    private static void tell(
            PrintStream out,
            MeasuredWorld world,
            Map<String, Map<Integer, OpenedPart>> measured,
            int rounds,
            int pause)
            throws SQLException {
        out.printf(
                "%d rounds, %d ms between them; %,d devices, %,d jobs%n",
                rounds,
                pause,
                world.number("SELECT COUNT(*) FROM comet_devices"),
                world.number("SELECT COUNT(*) FROM comet_jobs"));
        out.println("| part | devices | ms | to 100 | bytes | selects | rows | CPU ms | to 100 |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        measured.forEach(
                (part, byFleet) -> {
                    OpenedPart base = byFleet.get(BASE);
                    byFleet.forEach(
                            (devices, one) ->
                                    out.printf(
                                            "| %s | %,d | %.1f | %.2f | %,d | %d | %,d | %.1f | %.2f |%n",
                                            part,
                                            devices,
                                            one.millis(),
                                            one.millis() / base.millis(),
                                            one.bytes(),
                                            one.selects(),
                                            one.rows(),
                                            one.cpu(),
                                            one.cpu() / base.cpu()));
                });
        tellWhole(out, measured);
    }

    /** The sums of the parts, each with its own median. */
    private static void tellWhole(PrintStream out, Map<String, Map<Integer, OpenedPart>> measured) {
        double millis = sum(measured, BASE, OpenedPart::millis);
        double bytes = sum(measured, BASE, OpenedPart::bytes);
        double cpu = sum(measured, BASE, OpenedPart::cpu);
        for (int devices : FLEETS) {
            out.printf(
                    "the page opened, %,d devices: %.1f ms (%.2f), %,.0f bytes (%.2f),"
                            + " %.0f selects, CPU %.1f ms (%.2f)%n",
                    devices,
                    sum(measured, devices, OpenedPart::millis),
                    sum(measured, devices, OpenedPart::millis) / millis,
                    sum(measured, devices, OpenedPart::bytes),
                    sum(measured, devices, OpenedPart::bytes) / bytes,
                    sum(measured, devices, OpenedPart::selects),
                    sum(measured, devices, OpenedPart::cpu),
                    sum(measured, devices, OpenedPart::cpu) / cpu);
        }
    }

    private static double sum(
            Map<String, Map<Integer, OpenedPart>> measured,
            int devices,
            ToDoubleFunction<OpenedPart> figure) {
        return OPENED.stream()
                .mapToDouble(part -> figure.applyAsDouble(measured.get(part).get(devices)))
                .sum();
    }
}
