package com.eazybackup.simulator.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of calls and types.
 *
 * <p>Source: the vendor's SDKs, Go 25.9.6 for names, types and what may be left out, PHP 25.9.8 for
 * what came since (shared quotas, StorageLimitID, the node of a Proxmox storage).
 */
final class ProtocolTables {

    private static final ProtocolTables READ = new ProtocolTables();

    private final Map<String, CallShape> calls = new LinkedHashMap<>();
    private final Map<String, Map<String, Field>> types = new LinkedHashMap<>();
    private final Set<String> mapNames = new HashSet<>();

    private ProtocolTables() {
        rows("calls.tsv")
                .forEach(
                        row ->
                                calls.put(
                                        row[1],
                                        new CallShape(
                                                row[0],
                                                row[1],
                                                parameters(row[2]),
                                                Shape.parse(row[3]))));
        rows("types.tsv")
                .forEach(
                        row -> {
                            Field field = Field.parse(row[1], row[2]);
                            types.computeIfAbsent(row[0], type -> new LinkedHashMap<>())
                                    .put(field.name(), field);
                            if (field.shape() instanceof Shape.MapOf) {
                                mapNames.add(field.name());
                            }
                        });
    }

    static ProtocolTables read() {
        return READ;
    }

    Collection<CallShape> calls() {
        return calls.values();
    }

    Optional<CallShape> call(String path) {
        return Optional.ofNullable(calls.get(path));
    }

    Collection<String> types() {
        return types.keySet();
    }

    /**
     * @throws IllegalArgumentException for a type that the tables name nowhere
     */
    Map<String, Field> fields(String type) {
        Map<String, Field> fields = types.get(type);
        if (fields == null) {
            throw new IllegalArgumentException("No type " + type);
        }
        return fields;
    }

    /** Whether a member of that name is a map; no name is one in one type and not in another. */
    boolean isMap(String name) {
        return mapNames.contains(name);
    }

    private static List<Field> parameters(String column) {
        List<Field> parameters = new ArrayList<>();
        for (String parameter : column.split("; ")) {
            if (!parameter.isEmpty()) {
                String[] words = parameter.split(" ");
                parameters.add(Field.parse(words[0], words[1]));
            }
        }
        return List.copyOf(parameters);
    }

    private static Stream<String[]> rows(String resource) {
        try (InputStream in = ProtocolTables.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
