package com.eazybackup.simulator.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every act by its name. */
final class ActList {

    private final Map<String, Act> byName = new LinkedHashMap<>();

    /**
     * @param parameters "user device name?": those with a question mark may be left out
     */
    void add(String name, String parameters, String sentence, Act.Action action) {
        List<String> names = parameters.isEmpty() ? List.of() : List.of(parameters.split(" ", -1));
        byName.put(name, new Act(name, sentence, names, action));
    }

    /**
     * @throws IllegalArgumentException when there is none of that name
     */
    Act named(String name) {
        Act act = byName.get(name);
        if (act == null) {
            throw new IllegalArgumentException("No act " + name);
        }
        return act;
    }

    Collection<Act> all() {
        return byName.values();
    }
}
