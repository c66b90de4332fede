package com.eazybackup.comet.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** {@code WebhookOption} of the protocol. */
public record WebhookOption(
        @JsonProperty("URL") String url,
        Map<String, String> customHeaders,
        String level,
        List<Long> whiteListedEventTypes) {

    /** Headers and often the address let whoever knows them in. */
    @Override
    public String toString() {
        return "WebhookOption[***]";
    }
}
