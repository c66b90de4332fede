package com.eazybackup.benchmark;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.demo.Options;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Client;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.DemoCustomers.Service;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How long the first page of the device list takes for a client with 10,000 devices, as a ratio to
 * one with 100, in the same run on the same server: everything from the request to the last byte.
 */
public final class DeviceListOpening {

    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 100;
    private static final int ACCOUNTS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeviceListOpening() {}

    /** The command itself. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Options options =
                Options.forTests(
                                Path.of(System.getProperty("work.directory")),
                                Path.of(System.getProperty("server.home")))
                        .withCustomers(customers());
        try (DemoWorld world = DemoWorld.start(options)) {
            HttpClient few = SignedIn.as(world.portal(), "few@bench.example");
            HttpClient many = SignedIn.as(world.portal(), "many@bench.example");
            await(world, few, FEW);
            await(world, many, MANY);
            long jobs = awaitJobs(world);
            for (int round = 0; round < WARM_UP; round++) {
                open(world, few);
                open(world, many);
            }
            PairedTimes times =
                    PairedTimes.of(ROUNDS, () -> open(world, few), () -> open(world, many));
            int characters = page(world, many, 100).body().length();
            out.printf("first page of 100 rows, %d pairs; %,d jobs recorded%n", ROUNDS, jobs);
            out.printf("  client with %,6d devices: %s%n", FEW, times.toldFirst());
            out.printf(
                    "  client with %,6d devices: %s, %,d characters%n",
                    MANY, times.toldSecond(), characters);
            out.printf("  ratio: %s%n", times.toldRatio());
        }
    }

    private static DemoCustomers customers() {
        return new DemoCustomers(
                List.of(
                        client(1, "Few", List.of(service(1, "few", FEW))),
                        client(
                                2,
                                "Many",
                                IntStream.range(0, ACCOUNTS)
                                        .mapToObj(
                                                i -> service(100 + i, "many" + i, MANY / ACCOUNTS))
                                        .toList())),
                List.of(person(11, "few@bench.example", 1), person(12, "many@bench.example", 2)));
    }

    private static Client client(int id, String company, List<Service> services) {
        return new Client(id, company, "Bench", company, company + "@bench.example", 0, services);
    }

    private static Service service(int id, String username, int devices) {
        return new Service(id, username, DemoCustomers.COMETBACKUP, 58, "Active", devices);
    }

    private static Person person(int id, String email, int client) {
        return new Person(
                id,
                email,
                DemoCustomers.PASSWORD,
                "Bench",
                "Mark",
                Optional.of(client),
                List.of(client));
    }

    private static void await(DemoWorld world, HttpClient http, int devices) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (JSON.readTree(page(world, http, 1).body()).path("total").asInt() < devices) {
            if (System.nanoTime() > end || never.await(1, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the fleet was not read within ten minutes");
            }
        }
    }

    /** Waits until the jobs of the last 14 days are recorded: no more of them in ten seconds. */
    private static long awaitJobs(DemoWorld world) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long before = -1;
        long now = 0;
        while (now != before || now == 0) {
            before = now;
            if (never.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
            now = count(world);
        }
        return now;
    }

    private static long count(DemoWorld world) throws SQLException {
        try (Connection connection = world.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM comet_jobs")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long open(DemoWorld world, HttpClient http)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = page(world, http, 100);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("devices: " + answer.statusCode());
        }
        return System.nanoTime() - begun;
    }

    private static HttpResponse<String> page(DemoWorld world, HttpClient http, int size)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(
                                world.portal()
                                        .resolve("/api/devices?tz=America/Toronto&size=" + size))
                        .build(),
                BodyHandlers.ofString());
    }
}
