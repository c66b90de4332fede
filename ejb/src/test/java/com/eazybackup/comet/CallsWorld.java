package com.eazybackup.comet;

import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.comet.user.UserWebCalls;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.testing.MovedClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A simulated Comet Server with one account, and a client of it: what each call is made in. */
final class CallsWorld implements AutoCloseable {

    static final CometUsername USER = new CometUsername("larkspur");
    static final Instant NOW = Instant.parse("2026-11-22T21:17:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    final MovedClock clock = new MovedClock(NOW);
    final SimulatedCometServer server;
    final CometClient client;
    private final String device;

    CallsWorld() {
        server =
                SimulatedCometServer.start(
                        0,
                        FleetPlan.of(
                                        DemoCustomers.standard()
                                                .accountsOf(DemoCustomers.COMETBACKUP)
                                                .stream()
                                                .filter(s -> s.username().equals(USER.value()))
                                                .toList(),
                                        clock)
                                .build(),
                        new Switches());
        client =
                new CometClient(
                        new CometServerAddress(server.origin()),
                        CometCredentials.password(
                                server.access().username(), server.access().password()),
                        CometLimits.standard(),
                        clock);
        device = server.acts().devices().add(USER.value(), "WORKBENCH");
    }

    <T> T calls(Class<T> type) {
        return client.calls(type);
    }

    /** The account's own calls, in a session that was begun for it. */
    UserWebCalls web() throws CometException {
        String key = calls(UserCalls.class).startSession(USER).sessionKey();
        return client.callsAs(USER, key, UserWebCalls.class);
    }

    JsonNode profile() {
        return server.fleet().profile(USER.value()).orElseThrow();
    }

    String hash() {
        return server.fleet().hash(USER.value()).orElseThrow();
    }

    DeviceId device() {
        return new DeviceId(device);
    }

    /** How the device is connected now. */
    ConnectionId target() {
        return server.fleet().connectionsOf(USER.value()).entrySet().stream()
                .filter(live -> live.getValue().path("DeviceID").asText().equals(device))
                .map(live -> new ConnectionId(live.getKey()))
                .findFirst()
                .orElseThrow();
    }

    VaultId vault() {
        return new VaultId(profile().path("Destinations").fieldNames().next());
    }

    VaultId vaultOf(VaultType type) {
        return profile().path("Destinations").properties().stream()
                .filter(vault -> vault.getValue().path("DestinationType").asInt() == type.code())
                .map(vault -> new VaultId(vault.getKey()))
                .findFirst()
                .orElseThrow();
    }

    ItemId item(String engine) {
        return new ItemId(
                server.acts().accounts().addItem(USER.value(), device, engine, "On the workbench"));
    }

    /** A schedule that was there from the start, with the connection of its device. */
    Map.Entry<String, ConnectionId> schedule() {
        JsonNode profile = profile();
        String rule = profile.path("BackupRules").fieldNames().next();
        String item = profile.path("BackupRules").path(rule).path("Source").asText();
        String owner = profile.path("Sources").path(item).path("OwnerDevice").asText();
        return Map.entry(
                rule, new ConnectionId(server.acts().devices().connect(USER.value(), owner)));
    }

    JobId runningJob() {
        return new JobId(
                server.acts()
                        .jobs()
                        .start(
                                USER.value(),
                                device,
                                item("engine1/file").value(),
                                vault().value()));
    }

    /** Backs up a new item of that kind. */
    SnapshotId backup(String engine) {
        String job =
                server.acts()
                        .jobs()
                        .start(USER.value(), device, item(engine).value(), vault().value());
        server.acts().jobs().finish(job, JobStatus.SUCCESS.code());
        return new SnapshotId(server.fleet().job(job).orElseThrow().path("SnapshotID").asText());
    }

    /** How many jobs of a kind the account has. */
    long jobs(JobClassification kind) {
        return server.fleet().jobsOf(USER.value()).stream()
                .filter(job -> job.path("Classification").asInt() == kind.code())
                .count();
    }

    static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    static <T> Optional<T> none() {
        return Optional.empty();
    }

    @Override
    public void close() {
        server.close();
    }
}
