package com.eazybackup.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads variables, and secrets from the files that {@code <NAME>_FILE} variables name. Collects
 * what is wrong, so that an operator sees everything at once.
 */
final class Environment {

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Optional<String> plain(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    Optional<String> secret(String name) {
        Optional<String> direct =
                Optional.ofNullable(variables.get(name)).filter(v -> !v.isEmpty());
        Optional<String> file = plain(name + "_FILE");
        if (file.isEmpty()) {
            return direct;
        }
        if (direct.isPresent()) {
            complain(name + " and " + name + "_FILE are both set: keep one of them.");
            return direct;
        }
        return read(name, file.get());
    }

    private Optional<String> read(String name, String file) {
        try {
            String text = Files.readString(Path.of(file)).stripTrailing();
            if (text.isEmpty()) {
                complain(name + "_FILE names an empty file: " + file + ".");
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (IOException | InvalidPathException e) {
            complain(name + "_FILE names a file that cannot be read: " + file + ".");
            return Optional.empty();
        }
    }

    void complain(String sentence) {
        problems.add(sentence);
    }

    List<String> problems() {
        return problems;
    }
}
