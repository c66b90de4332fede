package com.eazybackup.simulator.browse;

import com.eazybackup.simulator.fleet.Fleet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The snapshots in the vaults of a fleet: one of each backup job that saved something, and in each
 * vault an old one of an item that nobody remembers.
 */
public final class Snapshots {

    private static final long DAY = 86_400;

    private final Fleet fleet;
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    public Snapshots(Fleet fleet) {
        this.fleet = fleet;
    }

    /**
     * Everything in a vault, of every device and item, in no particular order.
     *
     * @throws BrowseRefused when the account has no such vault
     */
    public List<Snapshot> in(JsonNode profile, String vault) {
        JsonNode destination = profile.path("Destinations").path(vault);
        if (!destination.isObject()) {
            throw new BrowseRefused("The Storage Vault was not found");
        }
        String username = profile.path("Username").asText();
        List<Snapshot> snapshots = new ArrayList<>();
        for (JsonNode job : fleet.jobsOf(username)) {
            if (job.path("DestinationGUID").asText().equals(vault)
                    && !job.path("SnapshotID").asText().isEmpty()) {
                snapshots.add(snapshot(profile, job));
            }
        }
        snapshots.add(forgotten(username, vault, destination.path("CreateTime").asLong()));
        snapshots.removeIf(snapshot -> deleted.contains(snapshot.id()));
        return snapshots;
    }

    /**
     * @throws BrowseRefused when the account has no such vault, or the vault no such snapshot
     */
    public Snapshot find(JsonNode profile, String vault, String id) {
        return in(profile, vault).stream()
                .filter(snapshot -> snapshot.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BrowseRefused("Snapshot '" + id + "' was not found"));
    }

    /** These are not in any vault any more. */
    public void delete(Collection<String> ids) {
        deleted.addAll(ids);
    }

    private static Snapshot snapshot(JsonNode profile, JsonNode job) {
        String device = job.path("DeviceID").asText();
        String item = job.path("SourceGUID").asText();
        return new Snapshot(
                job.path("SnapshotID").asText(),
                profile.path("Sources").path(item).path("Engine").asText(),
                item,
                job.path("Username").asText(),
                device,
                profile.path("Devices")
                        .path(device)
                        .path("PlatformVersion")
                        .path("os")
                        .asText("windows"),
                job.path("StartTime").asLong());
    }

    private static Snapshot forgotten(String username, String vault, long created) {
        Seed seed = Seed.of(vault, "forgotten");
        return new Snapshot(
                seed.hex(64), "", seed.uuid(), username, seed.hex(40), "windows", created + DAY);
    }
}
