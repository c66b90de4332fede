package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Form fields that hold JSON. */
final class FormJson {

    private FormJson() {}

    /**
     * @throws CallRefused when it is no object
     */
    static ObjectNode object(Form form, String field) {
        if (read(form, field) instanceof ObjectNode object) {
            return object;
        }
        throw new CallRefused(400, "'" + field + "' is no object");
    }

    /**
     * @throws CallRefused when it is no array
     */
    static List<String> texts(Form form, String field) {
        JsonNode list = read(form, field);
        if (!list.isArray()) {
            throw new CallRefused(400, "'" + field + "' is no list");
        }
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode read(Form form, String field) {
        try {
            return Json.MAPPER.readTree(form.text(field));
        } catch (JsonProcessingException e) {
            throw new CallRefused(400, "Invalid JSON in '" + field + "'");
        }
    }
}
