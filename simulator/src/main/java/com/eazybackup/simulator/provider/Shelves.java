package com.eazybackup.simulator.provider;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All that a provider set up before anybody came: a server that is in use.
 *
 * @param templates from which customers may request a vault: names by id
 */
public record Shelves(
        Shelf policies,
        Shelf groups,
        Shelf organizations,
        Shelf buckets,
        Shelf quotas,
        Shelf news,
        Shelf webhooks,
        Shelf templates,
        Shelf lobby) {

    private static final long DAY = 86_400;

    /** The bucket that the vaults of an invented fleet are in. */
    public static final String FIRST_BUCKET = "8d3f0c1e-5555-4c4c-9d9d-aaaaaaaaaaaa";

    /**
     * @param now Unix seconds
     */
    public static Shelves filled(long now) {
        Shelves shelves =
                new Shelves(
                        new Shelf("policy"),
                        new Shelf("group"),
                        new Shelf("organization"),
                        new Shelf("bucket"),
                        new Shelf("quota"),
                        new Shelf("news"),
                        new Shelf("webhook"),
                        new Shelf("template"),
                        new Shelf("lobby"));
        shelves.fill(now);
        return shelves;
    }

    private void fill(long now) {
        policies.put(Fleet.STANDARD_POLICY, policy("Standard", now, true));
        ObjectNode strict = policy("Look, do not touch", now, false);
        for (String field :
                new String[] {
                    "PreventRequestStorageVault",
                    "PreventEditStorageVault",
                    "PreventNewProtectedItem",
                    "PreventDeleteSingleSnapshots",
                    "PreventChangeAccountName"
                }) {
            Json.object(strict, "Policy").put(field, true);
        }
        add(policies, "Look, do not touch", strict);
        for (String title : new String[] {"Schools", "Workshops"}) {
            add(
                    groups,
                    title,
                    node().put("CreatedAt", now - 90 * DAY)
                            .put("OrganizationID", "")
                            .put("Name", title));
        }
        organizations.put(
                "tenant-1", organization("Riverside Partners", "backup.riverside.example"));
        buckets.put(FIRST_BUCKET, bucket(FIRST_BUCKET, "", now, 7L << 40));
        add(buckets, "old", bucket("old", "tenant-1", now, 180L << 30));
        add(
                quotas,
                "schools",
                node().put("Description", "All schools together")
                        .put("OrganizationID", "")
                        .put("LimitBytes", 4L << 40));
        news(now - 40 * DAY, "Version 25.9.8 is here; devices update by themselves at night.");
        news(now - 3 * DAY, "Maintenance on Sunday, 02:00 to 04:00 UTC. Backups wait & go on.");
        add(
                webhooks,
                "tickets",
                webhook("https://tickets.example/comet", Fleet.CANARY + "-webhook"));
        for (String title : new String[] {"Cloud vault (Toronto)", "Cloud vault (Montréal)"}) {
            add(templates, title, node().put("Name", title));
        }
        waiting("RECEPTION-PC", "Windows 11 Pro", "windows", now - 300);
        waiting("studio-mac", "macOS", "darwin", now - 4_000);
    }

    /** A GroupPolicy that allows what an account without a policy may. */
    private static ObjectNode policy(String title, long now, boolean standard) {
        ObjectNode policy =
                node().put("Description", title)
                        .put("OrganizationID", "")
                        .put("DefaultUserPolicy", standard)
                        .put("CreatedDate", now - 200 * DAY)
                        .put("ModifiedDate", now - 20 * DAY);
        policy.set("Policy", Json.template("profile").path("Policy"));
        return policy;
    }

    /** An Organization with nothing of its own. */
    public static ObjectNode organization(String title, String... hosts) {
        ObjectNode organization = Json.template("organization").put("Name", title);
        for (String host : hosts) {
            organization.withArray("Hosts").add(host);
        }
        return organization;
    }

    /** BucketProperties. */
    public static ObjectNode bucket(String id, String organization, long now, long bytes) {
        ObjectNode bucket =
                node().put("OrganizationID", organization)
                        .put("CreateTime", now - 200 * DAY)
                        .put("ReadWriteKeyFormat", 0)
                        .put("ReadWriteKey", Fleet.CANARY + "-bucket-" + id);
        bucket.putObject("Size")
                .put("Size", bytes)
                .put("MeasureStarted", now - 61)
                .put("MeasureCompleted", now - 60);
        return bucket;
    }

    private static ObjectNode webhook(String url, String secret) {
        ObjectNode webhook = node().put("URL", url).put("Level", "");
        webhook.putObject("CustomHeaders").put("X-Token", secret);
        webhook.putArray("WhiteListedEventTypes").add(4201);
        return webhook;
    }

    private void news(long time, String text) {
        add(
                news,
                text,
                node().put("OrganizationID", "").put("DateTime", time).put("TextContent", text));
    }

    /** RegistrationLobbyConnection, under its DeviceID. */
    private void waiting(String name, String distribution, String os, long since) {
        String device = lobby.idOf(name).replace("-", "") + "00c0ffee";
        ObjectNode waiting =
                node().put("DeviceID", device)
                        .put("OrganizationID", "")
                        .put("FriendlyName", name)
                        .put("ReportedVersion", "25.9.8")
                        .put("ReportedPlatform", os + "/amd64")
                        .put("DeviceTimeZone", "America/Toronto")
                        .put("IPAddress", "198.51.100.23")
                        .put("Host", "")
                        .put("ConnectionTime", since);
        waiting.putObject("ReportedPlatformVersion")
                .put("version", "24H2")
                .put("distribution", distribution)
                .put("build", "26100")
                .put("os", os)
                .put("arch", "amd64");
        lobby.put(device, waiting);
    }

    private static void add(Shelf shelf, String title, JsonNode document) {
        shelf.put(shelf.idOf(title), (ObjectNode) document);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
