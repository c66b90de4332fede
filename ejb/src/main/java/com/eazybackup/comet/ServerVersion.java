package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a Comet Server says of itself.
 *
 * @param currentTime Unix seconds of its clock
 */
public record ServerVersion(String version, long currentTime, long startedAt) {

    static ServerVersion from(JsonNode answer) {
        return new ServerVersion(
                Wire.text(answer, "Version"),
                Wire.number(answer, "CurrentTime"),
                Wire.number(answer, "ServerStartTime"));
    }
}
