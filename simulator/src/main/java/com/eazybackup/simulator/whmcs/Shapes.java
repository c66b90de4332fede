package com.eazybackup.simulator.whmcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/** Gives an answer the shape that the {@link WhmcsSwitches} ask for. */
final class Shapes {

    /** What WHMCS gives as it is: addresses and opened passwords. */
    private static final Set<String> RAW = Set.of("redirect_url", "password");

    private final WhmcsSwitches switches;

    Shapes(WhmcsSwitches switches) {
        this.switches = switches;
    }

    ObjectNode shape(ObjectNode answer) {
        ObjectNode shaped = object(answer);
        return switches.flatLists ? flat(shaped) : shaped;
    }

    private ObjectNode object(ObjectNode from) {
        ObjectNode to = Reply.object();
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            JsonNode value = field.getValue();
            to.set(field.getKey(), RAW.contains(field.getKey()) ? value : node(value));
        }
        return to;
    }

    private JsonNode node(JsonNode from) {
        if (from instanceof ObjectNode object) {
            return object(object);
        }
        if (from instanceof ArrayNode array) {
            return list(array);
        }
        boolean asText = from.isNumber() ? switches.idsAsText : switches.flagsAsText;
        if (!from.isTextual()) {
            return asText ? TextNode.valueOf(from.asText()) : from;
        }
        return switches.entitiesInText ? TextNode.valueOf(entities(from.asText())) : from;
    }

    private JsonNode list(ArrayNode from) {
        if (from.isEmpty() && switches.emptyListIsText) {
            return TextNode.valueOf("");
        }
        if (from.size() == 1 && switches.loneEntryIsObject) {
            return node(from.get(0));
        }
        if (switches.numberedLists && !from.isEmpty()) {
            ObjectNode numbered = Reply.object();
            for (int i = 0; i < from.size(); i++) {
                numbered.set(Integer.toString(i), node(from.get(i)));
            }
            return numbered;
        }
        ArrayNode to = from.arrayNode();
        from.forEach(entry -> to.add(node(entry)));
        return to;
    }

    private static ObjectNode flat(ObjectNode from) {
        ObjectNode to = Reply.object();
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            flatten(field.getKey(), field.getValue(), to);
        }
        return to;
    }

    private static void flatten(String key, JsonNode value, ObjectNode to) {
        if (value instanceof ObjectNode object) {
            object.properties()
                    .forEach(
                            field ->
                                    flatten(
                                            key + "[" + field.getKey() + "]",
                                            field.getValue(),
                                            to));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                flatten(key + "[" + i + "]", array.get(i), to);
            }
        } else {
            to.set(key, value);
        }
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }
}
