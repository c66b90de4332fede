package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What {@link Switches} does to the JSON on its way out. */
final class Oddities {

    private final Switches switches;
    private final Landmarks landmarks;
    private final EngineKeys engineKeys;

    Oddities(Switches switches) {
        this.switches = switches;
        this.landmarks = new Landmarks(switches);
        this.engineKeys = new EngineKeys(switches);
    }

    JsonNode apply(JsonNode plain) {
        boolean any =
                switches.nullForEmpty
                        || switches.arrayForEmptyMap
                        || switches.unknownFields
                        || switches.createTimeInKiloseconds
                        || !landmarks.newest()
                        || engineKeys.unusual();
        return any ? odd(plain, "") : plain;
    }

    private JsonNode odd(JsonNode node, String field) {
        if (node.isContainerNode() && node.isEmpty() && !field.isEmpty()) {
            return empty(node);
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(member -> copy.add(odd(member, "")));
            return copy;
        }
        if (node.isObject()) {
            return object(node);
        }
        if (field.equals("CreateTime") && switches.createTimeInKiloseconds) {
            return JsonNodeFactory.instance.numberNode(node.asLong() / 1000);
        }
        return node;
    }

    private JsonNode empty(JsonNode node) {
        if (switches.nullForEmpty) {
            return JsonNodeFactory.instance.nullNode();
        }
        return switches.arrayForEmptyMap ? JsonNodeFactory.instance.arrayNode() : node;
    }

    private JsonNode object(JsonNode node) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (landmarks.hasField(node, member.getKey())) {
                copy.set(member.getKey(), odd(member.getValue(), member.getKey()));
            }
        }
        if (node.path("EngineProps").isObject() && !node.path("EngineProps").isEmpty()) {
            copy.set("EngineProps", engineKeys.of(node));
        }
        // A map's members are objects; one field of another type in it would be no known shape.
        boolean isMap = node.properties().stream().allMatch(member -> member.getValue().isObject());
        if (switches.unknownFields && !isMap) {
            copy.put("FromTheFuture", "unknown").putObject("FutureObject").put("Depth", 1);
        }
        return copy;
    }
}
