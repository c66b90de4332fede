package com.eazybackup.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What {@link RunReport} has written down of a run, read again. */
final class RunDetails {

    /** Says that the run did the removals of a sync that has not come to its end. */
    static final String OF_BROKEN_SYNC = "of_broken_sync";

    static final String NONE = "{}";

    /** What is known of such a run when it begins. */
    static final String FOR_BROKEN_SYNC = "{\"" + OF_BROKEN_SYNC + "\":true}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;

    private RunDetails(JsonNode root) {
        this.root = root;
    }

    /**
     * @param text null, or what is none of ours, says nothing
     */
    static RunDetails of(String text) {
        try {
            return new RunDetails(JSON.readTree(text == null ? NONE : text));
        } catch (JsonProcessingException e) {
            return new RunDetails(JSON.createObjectNode());
        }
    }

    /**
     * @return Comet Servers, one by one
     */
    JsonNode profiles() {
        return root.path("profiles");
    }

    /**
     * @return whether removals are left to an operator, of whichever Comet Server
     */
    boolean waits() {
        for (JsonNode profile : profiles()) {
            if (LeftRemovals.read(profile).any()) {
                return true;
            }
        }
        return false;
    }

    boolean ofBrokenSync() {
        return root.path(OF_BROKEN_SYNC).asBoolean();
    }
}
