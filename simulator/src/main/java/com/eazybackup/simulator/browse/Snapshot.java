package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one backup left in a vault.
 *
 * @param engine "" when the server does not know it any more
 * @param item may be one that was deleted
 * @param device that made it, and its operating system as Go names it
 * @param created Unix seconds
 */
public record Snapshot(
        String id,
        String engine,
        String item,
        String username,
        String device,
        String os,
        long created) {

    /** VaultSnapshot. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Snapshot", id)
                .put("EngineType", engine)
                .put("Source", item)
                .put("CreateTime", created)
                .put("HasOriginalPathInfo", !engine.isEmpty());
    }
}
