package com.eazybackup.acceptance;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.demo.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One world for all tests of this module: started by the first that asks, ended with the JVM. */
final class World {

    /** An MSP with a hundred devices; their user may act for three clients. */
    static final String MSP = "dana@pinewood.example";

    static final int PINEWOOD = 101;
    static final int LARKSPUR = 102;

    /** One client, one account, one device. */
    static final String SMALL = "iris@quill.example";

    /** Looks at the MSP's devices, and changes nothing. */
    static final String READER = "rhea@pinewood.example";

    static final String SMALL_ACCOUNT = "quill";
    static final int QUILL = 103;

    /** Has never registered a device. */
    static final String EMPTY = "eve@emptynest.example";

    private static final Duration LONG = Duration.ofMinutes(2);

    private World() {}

    static DemoWorld get() {
        return Running.WORLD;
    }

    /** Whose device, with which item and vault: the first of an account. */
    static Place place(String profile, String username) {
        JsonNode account = get().comet(profile).fleet().profile(username).orElseThrow();
        String item = account.path("Sources").fieldNames().next();
        String device = account.path("Sources").path(item).path("OwnerDevice").asText();
        Iterator<String> vaults = account.path("Destinations").fieldNames();
        return new Place(username, device, item, vaults.next());
    }

    /** Waits until something is so, looking ten times a second; fails after two minutes. */
    static void eventually(String what, Callable<Boolean> condition) throws Exception {
        within(LONG, what, condition);
    }

    /** A world that has just begun still reads its fleet; whoever counts must wait for it. */
    static void awaitTheFleet() throws Exception {
        Session session = Session.of(MSP, PINEWOOD);
        eventually(
                "every device of Pinewood is there",
                () -> session.get("/api/devices?size=1").json().path("total").asInt() == 110);
    }

    /** Comet's times are whole seconds: of two things within one nobody knows which came last. */
    static void awaitANewSecond() throws Exception {
        long now = Instant.now().getEpochSecond();
        eventually("a second has passed", () -> Instant.now().getEpochSecond() > now);
    }

    /** The same, for what a busy machine needs longer for. */
    static void within(Duration limit, String what, Callable<Boolean> condition) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            if (never.await(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        }
    }

    record Place(String username, String device, String item, String vault) {}

    private static final class Running {

        static final DemoWorld WORLD = open();

        private Running() {}

        private static DemoWorld open() {
            DemoWorld world =
                    DemoWorld.start(
                            Options.forTests(
                                    Path.of(System.getProperty("work.directory")),
                                    Path.of(System.getProperty("server.home"))));
            Runtime.getRuntime().addShutdownHook(new Thread(world::close, "end of the world"));
            return world;
        }
    }
}
