package com.eazybackup.simulator.search;

import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A rule about one field, or several clauses joined. */
public sealed interface SearchClause {

    /**
     * @param fields the value of each field by its name; a field that the record does not have is a
     *     missing node, about which every rule that does not begin with "not" says no
     */
    boolean matches(Function<String, JsonNode> fields);

    /**
     * @param json a SearchClause object of the API; an empty object matches everything
     * @throws IllegalArgumentException for an unknown clause type or operator, or for something
     *     that is no JSON
     */
    static SearchClause parse(String json) {
        try {
            return parse(Json.MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The search is not JSON", e);
        }
    }

    private static SearchClause parse(JsonNode node) {
        String type = node.path("ClauseType").asText();
        if (type.isEmpty() && node.path("RuleField").asText().isEmpty()) {
            return new Joined("and", List.of());
        }
        if (type.isEmpty()) {
            return new Rule(
                    node.path("RuleField").asText(),
                    Operator.of(node.path("RuleOperator").asText()),
                    node.path("RuleValue").asText());
        }
        List<SearchClause> children = new ArrayList<>();
        node.path("ClauseChildren").forEach(child -> children.add(parse(child)));
        return new Joined(type, children);
    }

    /** Several clauses: and, or, not_and, not_or. */
    record Joined(String type, List<SearchClause> children) implements SearchClause {

        public Joined {
            if (!List.of("and", "or", "not_and", "not_or").contains(type)) {
                throw new IllegalArgumentException("Unknown ClauseType '" + type + "'");
            }
            children = List.copyOf(children);
        }

        @Override
        public boolean matches(Function<String, JsonNode> fields) {
            return switch (type) {
                case "and" -> children.stream().allMatch(child -> child.matches(fields));
                case "or" -> children.stream().anyMatch(child -> child.matches(fields));
                case "not_and" -> !children.stream().allMatch(child -> child.matches(fields));
                default -> children.stream().noneMatch(child -> child.matches(fields));
            };
        }
    }

    /** One field against one value, which is always text. */
    record Rule(String field, Operator operator, String value) implements SearchClause {

        @Override
        public boolean matches(Function<String, JsonNode> fields) {
            JsonNode actual = fields.apply(field);
            return operator.holds(actual == null ? MissingNode.getInstance() : actual, value);
        }
    }
}
