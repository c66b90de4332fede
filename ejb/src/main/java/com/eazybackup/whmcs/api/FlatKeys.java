package com.eazybackup.whmcs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes objects again of flattened keys such as {@code clients[client][0][id]}. */
final class FlatKeys {

    private static final Pattern FLAT = Pattern.compile("[^\\[\\]]+(\\[[^\\[\\]]*])+");

    private FlatKeys() {}

    /** Keys that are not flat stay as they are. */
    static ObjectNode nested(ObjectNode answer) {
        ObjectNode nested = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            if (FLAT.matcher(field.getKey()).matches()) {
                put(
                        nested,
                        List.of(field.getKey().replace("]", "").split("\\[")),
                        field.getValue());
            } else {
                nested.set(field.getKey(), field.getValue());
            }
        }
        return nested;
    }

    private static void put(ObjectNode at, List<String> path, JsonNode value) {
        ObjectNode inner = at;
        for (String name : path.subList(0, path.size() - 1)) {
            inner = inner.path(name) instanceof ObjectNode known ? known : inner.putObject(name);
        }
        inner.set(path.get(path.size() - 1), value);
    }
}
