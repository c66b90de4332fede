package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ClientResolver;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what the simulated server has with what our tables have, kind by kind. */
final class StateEqual {

    private static final long HISTORY_SECONDS = Duration.ofDays(13).toSeconds();

    private final IntakeWorld world;
    private final Set<String> owned = new HashSet<>();

    StateEqual(IntakeWorld world) throws Exception {
        this.world = world;
        List<CometUsername> names =
                world.fleet().usernames().stream().map(CometUsername::new).toList();
        new ClientResolver(world.database.source(), Clock.systemUTC(), Duration.ofMinutes(1))
                .resolve(new ProfileName(IntakeWorld.PROFILE), names)
                .keySet()
                .forEach(name -> owned.add(name.value()));
    }

    void check() throws Exception {
        assertThat(devicesInTables()).as("devices").isEqualTo(devices());
        assertThat(rows("SELECT username, id, name, type FROM comet_items"))
                .as("items")
                .isEqualTo(parts("Sources", "Description", "Engine"));
        assertThat(
                        rows(
                                "SELECT username, id, name, type FROM comet_vaults"
                                        + " WHERE is_active = 1"))
                .as("vaults")
                .isEqualTo(parts("Destinations", "Description", "DestinationType"));
        assertThat(rows("SELECT username, job_id FROM eb_jobs_live"))
                .as("running jobs")
                .isEqualTo(jobs(true));
        Set<String> ended =
                rows(
                        "SELECT username, id, status, UNIX_TIMESTAMP(ended_at) FROM comet_jobs"
                                + " WHERE ended_at > FROM_UNIXTIME("
                                + (world.fleet().now() - HISTORY_SECONDS)
                                + ")");
        // Comet forgets the jobs of an account with it; our history does not.
        ended.removeIf(row -> !owned.contains(row.substring(0, row.indexOf('|'))));
        assertThat(ended).as("ended jobs").isEqualTo(jobs(false));
    }

    private Set<String> rows(String sql) throws Exception {
        return new TreeSet<>(world.rows(sql));
    }

    private Set<String> devicesInTables() throws Exception {
        return rows(
                "SELECT username, hash, name, is_active FROM comet_devices"
                        + " WHERE revoked_at IS NULL");
    }

    private Set<String> devices() {
        Set<String> live = new HashSet<>();
        world.fleet()
                .connections()
                .values()
                .forEach(c -> live.add(c.path("Username").asText() + c.path("DeviceID").asText()));
        Set<String> devices = new TreeSet<>();
        profiles()
                .forEach(
                        (user, profile) ->
                                profile.path("Devices")
                                        .properties()
                                        .forEach(
                                                device ->
                                                        devices.add(
                                                                String.join(
                                                                        "|",
                                                                        user,
                                                                        device.getKey(),
                                                                        device.getValue()
                                                                                .path(
                                                                                        "FriendlyName")
                                                                                .asText(),
                                                                        live.contains(
                                                                                        user
                                                                                                + device
                                                                                                        .getKey())
                                                                                ? "1"
                                                                                : "0"))));
        return devices;
    }

    private Set<String> parts(String map, String name, String type) {
        Set<String> parts = new TreeSet<>();
        profiles()
                .forEach(
                        (user, profile) ->
                                profile.path(map)
                                        .properties()
                                        .forEach(
                                                part ->
                                                        parts.add(
                                                                String.join(
                                                                        "|",
                                                                        user,
                                                                        part.getKey(),
                                                                        part.getValue()
                                                                                .path(name)
                                                                                .asText(),
                                                                        part.getValue()
                                                                                .path(type)
                                                                                .asText()))));
        return parts;
    }

    private Map<String, ObjectNode> profiles() {
        Map<String, ObjectNode> profiles = world.fleet().profiles();
        profiles.keySet().retainAll(owned);
        return profiles;
    }

    private Set<String> jobs(boolean running) {
        long from = world.fleet().now() - HISTORY_SECONDS;
        List<ObjectNode> found =
                world.fleet()
                        .jobs(
                                job ->
                                        owned.contains(job.path("Username").asText())
                                                && runs(job) == running
                                                && (running
                                                        || job.path("EndTime").asLong() > from));
        Set<String> jobs = new TreeSet<>();
        for (ObjectNode job : found) {
            List<String> columns = new ArrayList<>();
            columns.add(job.path("Username").asText());
            columns.add(job.path("GUID").asText());
            if (!running) {
                columns.add(job.path("Status").asText());
                columns.add(job.path("EndTime").asText());
            }
            jobs.add(String.join("|", columns));
        }
        return jobs;
    }

    private static boolean runs(JsonNode job) {
        return job.path("Status").asInt() / 1000 == 6;
    }
}
