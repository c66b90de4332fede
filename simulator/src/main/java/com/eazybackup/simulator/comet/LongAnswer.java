package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A map or a list that is told member by member.
 *
 * @param map whether the members have keys
 */
record LongAnswer(boolean map, Members members) {

    /** Tells each member; keys of a list are "". */
    @FunctionalInterface
    interface Members {
        void tell(BiConsumer<String, JsonNode> reader);
    }

    /** Tells each member of a list. */
    @FunctionalInterface
    interface Elements {
        void tell(Consumer<JsonNode> reader);
    }

    static LongAnswer map(Members members) {
        return new LongAnswer(true, members);
    }

    static LongAnswer list(Elements elements) {
        return new LongAnswer(
                false, reader -> elements.tell(element -> reader.accept("", element)));
    }
}
