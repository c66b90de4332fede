package com.eazybackup.demo;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.control.ControlDesk;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one-command demo: opens a {@link DemoWorld} with a clockwork that lives a night, says how to
 * sign in, and ends everything on Ctrl-C or SIGTERM.
 *
 * <p>Run from the project's folder. Data and logs are in {@code .demo}; delete it for a new
 * beginning. Exit code 1 when it cannot start or the portal ends by itself.
 */
public final class Demo {

    private static final Path DIRECTORY = Path.of(".demo");
    private static final Path SERVER = Path.of("ear", "target", "server");

    private final PrintStream out;
    private volatile boolean ending;

    private Demo(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Ended by force: a thread that some library keeps must not keep the demo after a failure.
        System.exit(new Demo(out).run(System.getenv()));
    }

    private int run(Map<String, String> environment) {
        long begun = System.nanoTime();
        try {
            DemoWorld world = DemoWorld.of(options(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(world), "demo-end"));
            world.open();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            out.print(banner(world, seconds));
            furnish(world);
            world.server().ended().join();
            say("The portal ended by itself. Its log: " + world.serverLog());
        } catch (StartFailed e) {
            say(e.getMessage());
        }
        return 1;
    }

    /** The reseller's devices come from the first list of the Comet Servers, after a moment. */
    private void furnish(DemoWorld world) {
        Thread thread =
                new Thread(
                        () -> {
                            makeGroups(world);
                            writeHistory(world);
                        },
                        "demo-furnishing");
        thread.setDaemon(true);
        thread.start();
    }

    private void makeGroups(DemoWorld world) {
        try {
            new DemoGroups(world.portal(), world.customers().client(101)).makeWhenReady();
        } catch (StartFailed e) {
            say("The demo has no groups of devices. " + e.getMessage());
        }
    }

    private void writeHistory(DemoWorld world) {
        try (Connection portal = world.connect()) {
            DemoHistory.write(portal);
        } catch (SQLException e) {
            say("The demo has no days before today. " + e.getMessage());
        }
    }

    private Options options(Map<String, String> environment) {
        return new Options(
                DIRECTORY,
                Optional.of(SERVER),
                false,
                Ports.of(environment),
                DemoCustomers.standard(),
                1.0,
                Map.of(),
                out::println);
    }

    /** What fails because everything is being ended is no news. */
    private void say(String trouble) {
        if (!ending) {
            out.println(trouble);
        }
    }

    private void end(DemoWorld world) {
        ending = true;
        out.println("Stopping …");
        world.close();
        out.println("Stopped.");
    }

    private static String banner(DemoWorld world, long seconds) {
        return """

                The portal is open (after %d s):  %s

                  %-24s %-24s a reseller with %d devices, who also acts for two other clients
                  %-24s %-24s one client
                  %-24s %-24s has a second factor: "Sign in with WHMCS", code %s
                  %-24s %-24s looks at the reseller's devices, and changes nothing
                  %-24s %-24s an administrator: how ingestion stands, and the quarantine

                Jobs start every few seconds. Start some yourself, take devices offline or break
                a Comet Server:  %s  and  %s

                The portal's mails end here:  %s

                Ctrl-C ends everything. The server's log: %s

                """
                .formatted(
                        seconds,
                        world.portal(),
                        "dana@pinewood.example",
                        DemoCustomers.PASSWORD,
                        devices(world),
                        "iris@quill.example",
                        DemoCustomers.PASSWORD,
                        "noor@larkspur.example",
                        DemoCustomers.PASSWORD,
                        DemoCustomers.SECOND_FACTOR_CODE,
                        "rhea@pinewood.example",
                        DemoCustomers.PASSWORD,
                        DemoWorld.ADMIN_EMAIL,
                        DemoWorld.ADMIN_PASSWORD,
                        control(world, DemoCustomers.COMETBACKUP),
                        control(world, DemoCustomers.OBC),
                        world.mail().page(),
                        world.serverLog());
    }

    private static URI control(DemoWorld world, String profile) {
        return world.comet(profile).origin().resolve(ControlDesk.PATH);
    }

    private static int devices(DemoWorld world) {
        return world.customers().client(101).services().stream()
                .filter(service -> service.status().equals("Active"))
                .mapToInt(DemoCustomers.Service::devices)
                .sum();
    }
}
