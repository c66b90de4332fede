package com.eazybackup.ingest;

import com.eazybackup.comet.AddressGate;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.StreamLimits;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.Until;
import com.eazybackup.whmcs.ClientResolver;
import com.eazybackup.whmcs.CometServer;
import com.eazybackup.whmcs.ServiceAccounts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** A simulated Comet Server, a real database with WHMCS's tables, and the intake between them. */
public final class IntakeWorld implements AutoCloseable {

    public static final String PROFILE = DemoCustomers.COMETBACKUP;

    public final TestDatabase database;
    public final SimulatedCometServer comet;
    private final DataSource source;
    private final IntakeLimits limits;
    private final Intakes intakes = new Intakes();
    private DataSource written;
    private StreamLimits streamLimits =
            StreamLimits.of(
                    Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(10), 2);
    private CometIntake intake;

    private IntakeWorld(TestDatabase database, SimulatedCometServer comet, IntakeLimits limits) {
        this.database = database;
        this.source = database.source();
        this.written = source;
        this.comet = comet;
        this.limits = limits;
    }

    /** Nobody reads by itself how running jobs stand. */
    public static IntakeWorld withoutProgress() throws Exception {
        return create(new IntakeLimits(1000, 100, Duration.ZERO, false));
    }

    public static IntakeWorld create() throws Exception {
        return create(new IntakeLimits(1000, 100, Duration.ofMillis(500), false));
    }

    static IntakeWorld create(IntakeLimits limits) throws Exception {
        return create(TestDatabase.migrated(), limits);
    }

    /**
     * @param database with the portal's tables
     */
    static IntakeWorld create(TestDatabase database, IntakeLimits limits) throws Exception {
        return create(database, limits, Clock.systemUTC());
    }

    /**
     * No intake works; whoever asks the server himself finds it.
     *
     * @param clock the server's own
     */
    public static IntakeWorld idle(Clock clock) throws Exception {
        IntakeWorld world =
                create(
                        TestDatabase.migrated(),
                        new IntakeLimits(1000, 100, Duration.ZERO, false),
                        clock);
        world.addIntake(
                name ->
                        Optional.of(
                                new CometServer(
                                        world.comet.origin(),
                                        world.comet.access().username(),
                                        world.comet.access().password())));
        return world;
    }

    private static IntakeWorld create(TestDatabase database, IntakeLimits limits, Clock clock)
            throws Exception {
        DemoCustomers customers = DemoCustomers.standard();
        SimulatedCometServer comet =
                SimulatedCometServer.start(
                        0,
                        FleetPlan.of(customers.accountsOf(PROFILE), clock).build(),
                        new Switches());
        try (Connection connection = database.source().getConnection()) {
            WhmcsTables.create(connection);
            WhmcsTables.fill(
                    connection,
                    customers,
                    Map.of(
                            PROFILE,
                            comet.access(),
                            DemoCustomers.OBC,
                            new CometAccess(URI.create("http://127.0.0.1:9"), "x", "y")));
        }
        return new IntakeWorld(database, comet, limits);
    }

    /**
     * What takes seconds takes tenths of them. Only the answer to a ping has seconds still: a busy
     * machine gives none within one, and a stream that lives would be left.
     */
    static StreamLimits quick(int largestFrame) {
        return new StreamLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                2,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                largestFrame,
                Duration.ofMillis(100));
    }

    /** Call it before the intake starts. */
    IntakeWorld withStream(StreamLimits other) {
        streamLimits = other;
        return this;
    }

    /** The intake writes through this; tests read past it. Call it before the intake starts. */
    public IntakeWorld writingThrough(DataSource other) {
        written = other;
        return this;
    }

    public IntakeWorld startIntake() {
        return startIntakeAt(comet.origin());
    }

    /**
     * @param origin leads to the Comet Server
     */
    IntakeWorld startIntakeAt(URI origin) {
        return startIntake(
                name ->
                        Optional.of(
                                new CometServer(
                                        origin,
                                        comet.access().username(),
                                        comet.access().password())));
    }

    /**
     * @param whmcs says where the Comet Server is
     */
    IntakeWorld startIntake(Function<ProfileName, Optional<CometServer>> whmcs) {
        addIntake(whmcs);
        intake.start(
                work -> {
                    Thread thread = new Thread(work, "intake-under-test");
                    thread.setDaemon(true);
                    return thread;
                });
        return this;
    }

    private void addIntake(Function<ProfileName, Optional<CometServer>> whmcs) {
        intake =
                new CometIntake(
                        settings(),
                        whmcs,
                        AddressGate.OPEN,
                        tools(),
                        streamLimits,
                        limits,
                        Duration.ofMillis(100),
                        () -> {});
        intakes.add(intake);
    }

    public void stopIntake() {
        intakes.remove(intake);
        intake.close();
        intake = null;
    }

    IntakeCounts counts() {
        return intake.counts();
    }

    /** The intakes of this node. */
    public Intakes intakes() {
        return intakes;
    }

    IntakeWatch watch() {
        return new IntakeWatch(intakes);
    }

    IntakeStatus status() {
        return watch().all().get(0);
    }

    /** Through the intake that was started. */
    FleetReconciliation reconciliation() {
        return new FleetReconciliation(
                intakes, new ServiceAccounts(source, Set.of()), 14, DropRule.STANDARD);
    }

    Quarantine quarantine() {
        return new Quarantine(source, intakes, Clock.systemUTC());
    }

    WriterTools tools() {
        return new WriterTools(
                written,
                new ChangeLog(written, Clock.systemUTC()),
                new ClientResolver(written, Clock.systemUTC(), Duration.ofMinutes(5)),
                Clock.systemUTC(),
                false);
    }

    static CometProfileSettings settings() {
        return new CometProfileSettings(
                PROFILE,
                "eazyBackup",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Password",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Fleet fleet() {
        return comet.fleet();
    }

    /** Waits until the stream is live and everything before it has been read. */
    public void awaitCaughtUp() throws Exception {
        Until.holds(
                "the cursor follows the catch-up",
                () -> !database.rows("SELECT 1 FROM eb_event_cursor").isEmpty());
        Until.holds("a listener is signed in", () -> comet.stream().sockets() > 0);
    }

    /** Waits until the tables say what the server says. */
    public void awaitEqual() throws Exception {
        Until.passes(() -> new StateEqual(this).check());
    }

    public List<String> rows(String sql) throws Exception {
        return database.rows(sql);
    }

    /** The first backup that is planned for that user. */
    public Place place(String username) {
        ObjectNode profile = fleet().profile(username).orElseThrow();
        JsonNode rule = profile.path("BackupRules").elements().next();
        String item = rule.path("Source").asText();
        return new Place(
                username,
                profile.path("Sources").path(item).path("OwnerDevice").asText(),
                item,
                rule.path("Destination").asText());
    }

    /** Who backs up what from where to where. */
    public record Place(String username, String device, String item, String vault) {}

    public String startJob(Place place) {
        return comet.acts()
                .jobs()
                .start(place.username(), place.device(), place.item(), place.vault());
    }

    @Override
    public void close() {
        if (intake != null) {
            intake.close();
        }
        comet.close();
    }
}
