package com.eazybackup.benchmark;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Client;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.DemoCustomers.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Clients of so many devices each, 200 on an account, with somebody who may sign in. */
final class MeasuredFleets {

    private static final int OF_ACCOUNT = 200;

    private MeasuredFleets() {}

    /**
     * @param fleets devices of each client
     */
    static DemoCustomers customers(List<Integer> fleets) {
        List<Client> clients = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        for (int devices : fleets) {
            int id = clients.size() + 1;
            String company = "Fleet" + devices;
            clients.add(
                    new Client(
                            id,
                            company,
                            "Bench",
                            company,
                            email(devices),
                            0,
                            services(id, devices)));
            people.add(
                    new Person(
                            10 + id,
                            email(devices),
                            DemoCustomers.PASSWORD,
                            "Bench",
                            "Mark",
                            Optional.of(id),
                            List.of(id)));
        }
        return new DemoCustomers(clients, people);
    }

    private static List<Service> services(int client, int devices) {
        int accounts = Math.max(1, devices / OF_ACCOUNT);
        return IntStream.range(0, accounts)
                .mapToObj(
                        i ->
                                new Service(
                                        client * 1_000 + i,
                                        "fleet" + devices + "n" + i,
                                        DemoCustomers.COMETBACKUP,
                                        58,
                                        "Active",
                                        devices / accounts))
                .toList();
    }

    /** Whose portal has a client of so many devices. */
    static String email(int devices) {
        return "fleet" + devices + "@bench.example";
    }

    /** Waits until the fleets and their past are read: no more jobs in ten seconds. */
    static void await(MeasuredWorld world, List<Integer> fleets) {
        int all = fleets.stream().mapToInt(Integer::intValue).sum();
        MeasuredWorld.await(
                "the fleet",
                Duration.ofMinutes(10),
                () -> counted(world, "SELECT COUNT(*) FROM comet_devices") >= all);
        long before = -1;
        long now = 0;
        while (now != before || now == 0) {
            before = now;
            LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
            now = counted(world, "SELECT COUNT(*) FROM comet_jobs");
        }
    }

    private static long counted(MeasuredWorld world, String sql) {
        try {
            return world.number(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
