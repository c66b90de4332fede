package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** With which release calls and fields came; older servers have neither. */
final class Landmarks {

    private static final Release V23_6 = new Release(23, 6, 0);
    private static final Release V24_9_6 = new Release(24, 9, 6);
    private static final Release V24_12 = new Release(24, 12, 2);
    private static final Release V25_6_8 = new Release(25, 6, 8);
    private static final Release V25_9_6 = new Release(25, 9, 6);
    private static final Release V25_9_8 = new Release(25, 9, 8);

    /** Paths, or their beginnings, after {@code /api/v1/admin/}. */
    private static final Map<String, Release> CALLS =
            Map.ofEntries(
                    Map.entry("job/abandon", new Release(23, 9, 2)),
                    Map.entry("dispatcher/test-smb-auth", V24_9_6),
                    Map.entry("dispatcher/browse-virtual-machines", V24_12),
                    Map.entry("user-groups/", V24_12),
                    Map.entry("dispatcher/request-browse-proxmox", V25_6_8),
                    Map.entry("get-protected-item-with-backup-rules", V25_9_6),
                    Map.entry("set-protected-item-with-backup-rules", V25_9_6),
                    Map.entry("delete-protected-item", V25_9_6),
                    Map.entry("squota/", V25_9_8));

    private static final Map<String, Release> FIELDS =
            Map.ofEntries(
                    Map.entry("LastStartTime", new Release(24, 3, 8)),
                    Map.entry("EngineType", new Release(24, 3, 0)),
                    Map.entry("RetryCount", new Release(24, 6, 6)),
                    Map.entry("BackupRuleGUID", new Release(24, 6, 6)),
                    Map.entry("ConflictingJobID", new Release(24, 9, 2)),
                    Map.entry("QuotaHyperVGuests", new Release(24, 9, 1)),
                    Map.entry("QuotaVMwareGuests", new Release(24, 9, 1)),
                    Map.entry("GroupID", V24_12),
                    Map.entry("AssociatedDevices", V24_12),
                    Map.entry("Tags", V25_9_6),
                    Map.entry("StorageLimitID", V25_9_8));

    private final Switches switches;

    Landmarks(Switches switches) {
        this.switches = switches;
    }

    /** Whether the server's age matters at all. */
    boolean newest() {
        return !before(V25_9_8);
    }

    boolean hasCall(String path) {
        return newest()
                || CALLS.entrySet().stream()
                        .noneMatch(
                                call -> path.startsWith(call.getKey()) && before(call.getValue()));
    }

    boolean hasField(JsonNode object, String field) {
        Release came = FIELDS.get(field);
        if (came == null && isOfOneKindOnly(object, field)) {
            came = V23_6;
        }
        return came == null || !before(came);
    }

    /** Names that older objects of other kinds have, too. */
    private static boolean isOfOneKindOnly(JsonNode object, String field) {
        return switch (field) {
            case "ClientVersion" -> object.has("FriendlyName");
            case "os", "arch" -> object.has("distribution");
            default -> false;
        };
    }

    private boolean before(Release release) {
        return switches.before(release.major(), release.minor(), release.patch());
    }
}
