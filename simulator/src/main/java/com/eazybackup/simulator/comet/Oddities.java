package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What {@link Switches} does to the JSON on its way out. */
final class Oddities {

    private final Switches switches;

    Oddities(Switches switches) {
        this.switches = switches;
    }

    JsonNode apply(JsonNode plain) {
        boolean any =
                switches.nullForEmpty || switches.unknownFields || switches.createTimeInKiloseconds;
        return any ? odd(plain, "") : plain;
    }

    private JsonNode odd(JsonNode node, String field) {
        if (node.isContainerNode() && node.isEmpty() && switches.nullForEmpty && !field.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
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

    private JsonNode object(JsonNode node) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            copy.set(member.getKey(), odd(member.getValue(), member.getKey()));
        }
        // A map's members are objects; one field of another type in it would be no known shape.
        boolean isMap = node.properties().stream().allMatch(member -> member.getValue().isObject());
        if (switches.unknownFields && !isMap) {
            copy.put("FromTheFuture", "unknown").putObject("FutureObject").put("Depth", 1);
        }
        return copy;
    }
}
