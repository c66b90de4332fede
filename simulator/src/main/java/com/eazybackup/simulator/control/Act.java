package com.eazybackup.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something that can be asked for with {@code POST /_control/<name>}.
 *
 * @param sentence what it does
 * @param parameters names of the fields of the JSON body; those that may be left out end in "?"
 */
record Act(String name, String sentence, List<String> parameters, Action action) {

    /** Does it. */
    @FunctionalInterface
    interface Action {

        /**
         * @param answer takes what there is to say
         * @throws IllegalArgumentException for what cannot be done, with the reason
         */
        void run(Order order, ObjectNode answer);
    }

    void run(JsonNode body, ObjectNode answer) {
        for (String parameter : parameters) {
            if (!parameter.endsWith("?") && !body.hasNonNull(parameter)) {
                throw new IllegalArgumentException(name + " needs " + parameter);
            }
        }
        action.run(new Order(body), answer);
    }
}
