package com.eazybackup.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Makes values fit the columns of the given tables, so that no row stops a batch. */
final class Fit {

    /** Names, user names, raw device ids. */
    static final int NAME = 255;

    /** Items, vaults and jobs. Comet's ids are free text; in practice they are GUIDs. */
    static final int GUID = 36;

    static final int SHORT = 32;
    static final int SNAPSHOT = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fit() {}

    /** Cut the same way everywhere, so that what belonged together still does. */
    static String to(int length, String text) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** A status or type in a SMALLINT column. */
    static int small(int number) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, number));
    }

    static long unsigned(long number) {
        return Math.max(0, number);
    }

    /** Null for FROM_UNIXTIME, which would make 1970 of 0. */
    static Long time(long seconds) {
        return seconds > 0 ? seconds : null;
    }

    static String json(JsonNode tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read is always JSON", e);
        }
    }

    /**
     * @return a missing node for what is no JSON
     */
    static JsonNode tree(String json) {
        if (json == null) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether a JSON column says the same. MySQL keeps the fields in an order of its own. */
    static boolean same(String stored, JsonNode tree) {
        String fresh = json(tree);
        return fresh.equals(stored) || tree(fresh).equals(tree(stored));
    }
}
