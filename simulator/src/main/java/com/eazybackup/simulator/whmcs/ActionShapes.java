package com.eazybackup.simulator.whmcs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table of actions and their parameters. */
final class ActionShapes {

    /**
     * @param type int, string, bool, date, decimal or php; {@code []} behind it for a list
     */
    record Parameter(String name, String type, boolean required) {

        boolean list() {
            return type.endsWith("[]");
        }

        String member() {
            return list() ? type.substring(0, type.length() - 2) : type;
        }
    }

    private final Map<String, Map<String, Parameter>> actions = new LinkedHashMap<>();

    private ActionShapes() {}

    static ActionShapes read() {
        ActionShapes shapes = new ActionShapes();
        text().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .forEach(
                        part ->
                                shapes.actions
                                        .computeIfAbsent(part[0], name -> new LinkedHashMap<>())
                                        .put(
                                                part[1],
                                                new Parameter(
                                                        part[1], part[2], part[3].equals("!"))));
        return shapes;
    }

    /** Action names as documented, to their parameters by name. */
    Map<String, Map<String, Parameter>> actions() {
        return actions;
    }

    private static String text() {
        try (InputStream in = ActionShapes.class.getResourceAsStream("actions.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
