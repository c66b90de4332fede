package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Something that happened on the server.
 *
 * @param actor who caused it: an account, or an administrator
 * @param resourceId what it is about
 * @param timestamp Unix seconds
 */
public record FleetEvent(
        EventKind kind, String actor, String resourceId, long timestamp, Optional<JsonNode> data) {}
