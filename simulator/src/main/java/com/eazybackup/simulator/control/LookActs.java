package com.eazybackup.simulator.control;

import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.simulator.switches.SwitchBoard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What there is to see. */
final class LookActs {

    private static final int JOBS = 40;
    private static final int CALLS = 40;
    private static final int ACCOUNTS = 12;

    private final SimulatedCometServer server;
    private final Fleet fleet;
    private final SwitchBoard board;

    LookActs(SimulatedCometServer server, SwitchBoard board) {
        this.server = server;
        this.fleet = server.fleet();
        this.board = board;
    }

    void register(ActList acts) {
        acts.add("state", "", "Numbers, viewers, running jobs, last calls, faults.", this::state);
        acts.add("switches", "", "Every switch with its sentence and value.", this::switches);
        acts.add(
                "accounts",
                "search? from?",
                "Some accounts with their devices, those first whose name holds the search.",
                this::accounts);
        acts.add(
                "catalogue",
                "",
                "Every act, kind of fault and kind of poison with its sentence.",
                (order, answer) -> catalogue(acts, answer));
    }

    private void state(Order order, ObjectNode answer) {
        List<ObjectNode> running = fleet.unfinishedJobs();
        answer.put("users", fleet.usernames().size())
                .put("connections", fleet.connectionCount())
                .put("running", running.size())
                .put("streams", server.stream().sockets())
                .put("requests", server.requests())
                .put("version", server.switches().version)
                .put("now", fleet.now())
                .put("paused", server.clockwork().paused());
        answer.set("viewers", Json.MAPPER.valueToTree(server.stream().viewers()));
        answer.set("faults", Json.MAPPER.valueToTree(server.faults().all()));
        answer.set(
                "calls",
                Json.MAPPER.valueToTree(
                        server.callLog().newestFirst().stream().limit(CALLS).toList()));
        ArrayNode changed = answer.putArray("changed_switches");
        board.all().stream()
                .filter(one -> one.changed())
                .forEach(
                        one ->
                                changed.addObject()
                                        .put("name", one.name())
                                        .put("value", one.value()));
        ArrayNode jobs = answer.putArray("jobs");
        running.stream()
                .sorted(
                        Comparator.comparingLong(
                                (ObjectNode job) -> -job.path("StartTime").asLong()))
                .limit(JOBS)
                .forEach(job -> jobs.add(job(job)));
    }

    private ObjectNode job(JsonNode job) {
        JsonNode profile =
                fleet.profile(job.path("Username").asText())
                        .map(JsonNode.class::cast)
                        .orElseGet(Json.MAPPER::createObjectNode);
        ObjectNode seen = Json.MAPPER.createObjectNode();
        seen.put("job", job.path("GUID").asText())
                .put("user", job.path("Username").asText())
                .put(
                        "device",
                        profile.path("Devices")
                                .path(job.path("DeviceID").asText())
                                .path("FriendlyName")
                                .asText())
                .put(
                        "item",
                        profile.path("Sources")
                                .path(job.path("SourceGUID").asText())
                                .path("Description")
                                .asText())
                .put("classification", job.path("Classification").asInt())
                .put("status", job.path("Status").asInt())
                .put("started", job.path("StartTime").asLong())
                .put("bytes_done", job.path("Progress").path("BytesDone").asLong())
                .put("bytes_total", job.path("TotalSize").asLong());
        return seen;
    }

    private void switches(Order order, ObjectNode answer) {
        ArrayNode list = answer.putArray("switches");
        board.all()
                .forEach(
                        one -> {
                            ObjectNode row =
                                    list.addObject()
                                            .put("name", one.name())
                                            .put("sentence", one.sentence())
                                            .put("unsettled", one.unsettled())
                                            .put("value", one.value())
                                            .put("initial", one.initial())
                                            .put("closed", one.closed());
                            row.set("positions", Json.MAPPER.valueToTree(one.positions()));
                        });
    }

    private void accounts(Order order, ObjectNode answer) {
        String search = order.text("search").toLowerCase(Locale.ROOT);
        List<String> found =
                fleet.usernames().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(search))
                        .toList();
        Set<String> online = new HashSet<>();
        answer.put("found", found.size());
        ArrayNode list = answer.putArray("accounts");
        found.stream()
                .skip(order.number("from", 0))
                .limit(ACCOUNTS)
                .forEach(
                        name -> {
                            fleet.connectionsOf(name)
                                    .values()
                                    .forEach(live -> online.add(live.path("DeviceID").asText()));
                            fleet.profile(name)
                                    .ifPresent(profile -> list.add(account(name, profile, online)));
                            online.clear();
                        });
    }

    private static ObjectNode account(String name, JsonNode profile, Set<String> online) {
        ObjectNode account = Json.MAPPER.createObjectNode().put("user", name);
        account.put("suspended", profile.path("IsSuspended").asBoolean());
        ArrayNode devices = account.putArray("devices");
        for (Map.Entry<String, JsonNode> device : profile.path("Devices").properties()) {
            ObjectNode row =
                    devices.addObject()
                            .put("device", device.getKey())
                            .put("name", device.getValue().path("FriendlyName").asText())
                            .put(
                                    "os",
                                    device.getValue()
                                            .path("PlatformVersion")
                                            .path("distribution")
                                            .asText())
                            .put("online", online.contains(device.getKey()));
            ArrayNode items = row.putArray("items");
            for (JsonNode rule : profile.path("BackupRules")) {
                String item = rule.path("Source").asText();
                JsonNode source = profile.path("Sources").path(item);
                if (source.path("OwnerDevice").asText().equals(device.getKey())) {
                    items.addObject()
                            .put("item", item)
                            .put("name", source.path("Description").asText())
                            .put("vault", rule.path("Destination").asText());
                }
            }
        }
        return account;
    }

    private static void catalogue(ActList acts, ObjectNode answer) {
        ArrayNode list = answer.putArray("acts");
        acts.all()
                .forEach(
                        act ->
                                list.addObject()
                                        .put("name", act.name())
                                        .put("sentence", act.sentence())
                                        .set(
                                                "parameters",
                                                Json.MAPPER.valueToTree(act.parameters())));
        ArrayNode faults = answer.putArray("faults");
        Arrays.stream(Fault.Kind.values())
                .forEach(
                        kind ->
                                faults.addObject()
                                        .put("kind", kind.name())
                                        .put("sentence", kind.sentence())
                                        .put("value", kind.usualValue()));
        ArrayNode poisons = answer.putArray("poisons");
        Arrays.stream(Poison.values())
                .forEach(
                        poison ->
                                poisons.addObject()
                                        .put("kind", poison.name())
                                        .put("sentence", poison.sentence()));
    }
}
