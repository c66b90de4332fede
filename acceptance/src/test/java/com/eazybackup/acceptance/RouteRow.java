package com.eazybackup.acceptance;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code docs/routes.md} says of a route.
 *
 * @param audience {@code anybody}, or the permission that it needs
 * @param ids what each name in the path is the id of
 * @param body of a write, as a program would send it; empty for none
 * @param harmless whether whoever may do it can be let do it with unknown ids or a bad body; not
 *     when it would end the test's own session
 */
record RouteRow(
        Route route, String audience, Map<String, String> ids, String body, boolean harmless) {

    private static final String ANYBODY = "anybody";

    static List<RouteRow> all() throws IOException {
        List<List<String>> rows = DocumentTable.rows("routes.md", "route");
        return rows.subList(1, rows.size()).stream().map(RouteRow::of).toList();
    }

    private static RouteRow of(List<String> cells) {
        String[] route = cells.get(0).split(" ", 2);
        Map<String, String> ids =
                Arrays.stream(cells.get(2).split(","))
                        .map(String::strip)
                        .filter(pair -> !pair.isEmpty())
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new RouteRow(
                new Route(route[0], route[1]),
                cells.get(1),
                ids,
                cells.get(3),
                !cells.get(4).startsWith("ends"));
    }

    boolean open() {
        return audience.equals(ANYBODY);
    }

    boolean json() {
        return route.api() && body.startsWith("{");
    }

    /** The address with these ids. */
    String path(Map<String, String> values) {
        String path = route.path();
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path;
    }

    /** The address with ids that nobody has. */
    String pathOfNothing() throws Exception {
        Map<String, String> unknown = new HashMap<>();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            unknown.put(id.getKey(), ForeignIds.of(id.getValue()).unknown());
        }
        return path(unknown);
    }

    @Override
    public String toString() {
        return route.toString();
    }
}
