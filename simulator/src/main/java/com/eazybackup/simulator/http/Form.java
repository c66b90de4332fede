package com.eazybackup.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of an {@code application/x-www-form-urlencoded} body. */
public final class Form {

    private final Map<String, String> fields;
    private final Set<String> repeated;

    private Form(Map<String, String> fields, Set<String> repeated) {
        this.fields = fields;
        this.repeated = repeated;
    }

    /**
     * @throws IllegalArgumentException for a broken percent sequence
     */
    public static Form parse(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (String pair : body.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                if (fields.put(decode(name), decode(value)) != null) {
                    repeated.add(decode(name));
                }
            }
        }
        return new Form(fields, repeated);
    }

    /** The field's value, or "" when it was not sent. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Go and Java send true and false, PHP and JavaScript 1 and 0. */
    public boolean flag(String name) {
        return text(name).equals("1") || text(name).equals("true");
    }

    public Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    /** Fields that came more than once; the last value counts. */
    public Set<String> repeated() {
        return Set.copyOf(repeated);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
