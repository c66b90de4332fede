package com.eazybackup.demo;

import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.database.MariaDbServer;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.mail.SimulatedMailServer;
import com.eazybackup.simulator.openid.Registration;
import com.eazybackup.simulator.whmcs.NewAccount;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A database, two Comet Servers, WHMCS and, if wanted, the portal itself, all on this machine.
 *
 * <p>{@link #start} either gives a world in which everything answers, or ends whatever it had
 * started and throws {@link StartFailed}. {@link #close} ends everything; data stays in the
 * directory and is found again by the next start.
 */
public final class DemoWorld implements AutoCloseable {

    public static final String ADMIN_EMAIL = "admin@portal.example";
    public static final String ADMIN_PASSWORD = "Lighthouse-3308-Keeper";

    /** What the portal is to WHMCS as an OpenID provider. */
    public static final String CLIENT_ID = "demo-portal";

    public static final String CLIENT_SECRET = "Tidewater-7710-Anchor";

    /** Good for the first sign-in alone, which the world does itself. */
    static final String FIRST_ADMIN_PASSWORD = "Anchorage-5190-Pilot";

    static final String DATABASE = "portal";

    private final Options options;
    private final Belongings belongings = new Belongings();
    private final Map<String, SimulatedCometServer> comets = new LinkedHashMap<>();
    private MariaDbServer database;
    private SimulatedWhmcs whmcs;
    private SimulatedMailServer mail;
    private PortalServer server;

    private DemoWorld(Options options) {
        this.options = options;
    }

    /** Opens a world; for tests and programs that close it themselves. */
    public static DemoWorld start(Options options) {
        DemoWorld world = of(options);
        world.open();
        return world;
    }

    /** A world that is not open yet, so that a shutdown hook can know it before {@link #open}. */
    static DemoWorld of(Options options) {
        return new DemoWorld(options);
    }

    void open() {
        boolean open = false;
        try {
            startAll();
            open = true;
        } catch (SQLException e) {
            throw new StartFailed("The database refused: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new StartFailed(e.getMessage(), e);
        } finally {
            if (!open) {
                close();
            }
        }
    }

    /** The portal's address; nothing is there in a world without a server. */
    public URI portal() {
        return URI.create("http://127.0.0.1:" + options.ports().http() + "/");
    }

    /** Where the server's health and metrics are. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + options.ports().management() + "/");
    }

    public MariaDbServer database() {
        return database;
    }

    /** A connection to the database that the portal uses; the caller closes it. */
    public Connection connect() throws SQLException {
        return database.connect(DATABASE);
    }

    public SimulatedCometServer comet(String profile) {
        return Optional.ofNullable(comets.get(profile)).orElseThrow();
    }

    public SimulatedWhmcs whmcs() {
        return whmcs;
    }

    /** Whatever the portal sends ends here. */
    public SimulatedMailServer mail() {
        return mail;
    }

    public DemoCustomers customers() {
        return options.customers();
    }

    /** What the server says while it runs. */
    public Path serverLog() {
        return options.directory().resolve("server.log");
    }

    /** The environment that points a portal's server at this world; a copy. */
    public Map<String, String> serverVariables() {
        Map<String, String> variables =
                ServerVariables.of(options.ports(), database, whmcs, comets);
        variables.putAll(options.variables());
        return variables;
    }

    /** Ends the portal alone and starts it again, as an operator would. */
    public void restartServer() {
        server.close();
        server = belongings.add(launch());
        new Readiness(options.progress()).await(server, options.ports());
    }

    PortalServer server() {
        return server;
    }

    @Override
    public void close() {
        belongings.close();
    }

    /** The name that people see for a profile. */
    static String nameOf(String profile) {
        return profile.equals(DemoCustomers.OBC) ? "OBC" : "eazyBackup";
    }

    private void startAll() throws SQLException {
        Path databaseHome = options.directory().resolve("mariadb");
        PortalServer.stopForgotten(serverLog());
        MariaDbServer.stopForgotten(databaseHome);
        options.ports().check();
        say("Database …");
        database =
                belongings.add(
                        MariaDbServer.start(databaseHome, options.ports().database())
                                .closedByOwner());
        database.createDatabase(DATABASE);
        say("Comet Servers and WHMCS …");
        comet(DemoCustomers.COMETBACKUP, options.ports().comet());
        comet(DemoCustomers.OBC, options.ports().obc());
        whmcs =
                belongings.add(
                        SimulatedWhmcs.start(
                                options.ports().whmcs(),
                                options.customers(),
                                this::connect,
                                Clock.systemUTC()));
        whmcs.whenSetUp(this::openAccount);
        registerPortal();
        mail =
                belongings.add(
                        SimulatedMailServer.start(options.ports().mail(), options.ports().mails()));
        fillTables();
        if (options.serverHome().isPresent()) {
            say("Portal …");
            server = belongings.add(launch());
            new Readiness(options.progress()).await(server, options.ports());
            signInFirst();
        }
    }

    private void signInFirst() throws SQLException {
        try (Connection connection = connect()) {
            if (FirstSignIn.isDue(connection, ADMIN_EMAIL)) {
                new FirstSignIn(portal()).change(ADMIN_EMAIL, FIRST_ADMIN_PASSWORD, ADMIN_PASSWORD);
            }
        }
    }

    private void comet(String profile, int port) {
        SimulatedCometServer comet =
                belongings.add(
                        SimulatedCometServer.start(
                                port,
                                FleetPlan.of(
                                                options.customers().accountsOf(profile),
                                                Clock.systemUTC())
                                        .build(),
                                new Switches()));
        comets.put(profile, comet);
        if (options.speed() > 0) {
            comet.clockwork().start(options.speed());
        }
    }

    private void registerPortal() {
        URI base = URI.create("http://127.0.0.1:" + options.ports().http());
        whmcs.openId()
                .register(
                        new Registration(
                                CLIENT_ID,
                                CLIENT_SECRET,
                                Set.of(base.resolve("/oidc/callback")),
                                Optional.of(base.resolve("/oidc/backchannel")),
                                Optional.of(base.resolve("/signin"))));
    }

    /** What WHMCS's module does for a service that is set up. */
    private void openAccount(NewAccount account) {
        SimulatedCometServer comet = comets.get(account.profile());
        if (comet != null && !account.username().isEmpty()) {
            comet.acts().accounts().add(account.username());
        }
    }

    private void fillTables() throws SQLException {
        Map<String, CometAccess> access = new LinkedHashMap<>();
        comets.forEach((profile, comet) -> access.put(profile, comet.access()));
        try (Connection connection = connect()) {
            WhmcsTables.create(connection);
            if (WhmcsTables.isEmpty(connection)) {
                WhmcsTables.fill(connection, options.customers(), access);
            } else {
                WhmcsTables.repoint(connection, access);
            }
        }
    }

    private PortalServer launch() {
        Path home = options.serverHome().orElseThrow().toAbsolutePath();
        Path base =
                options.ownServerBase()
                        ? PortalServer.copyBase(
                                home, options.directory().toAbsolutePath().resolve("standalone"))
                        : home.resolve("standalone");
        PortalServer.askForDeployment(base);
        try {
            Files.createDirectories(options.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PortalServer.start(home, base, serverVariables(), serverLog());
    }

    private void say(String line) {
        options.progress().accept(line);
    }
}
