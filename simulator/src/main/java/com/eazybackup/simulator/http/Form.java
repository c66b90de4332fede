package com.eazybackup.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of an {@code application/x-www-form-urlencoded} body. */
public final class Form {

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * @throws IllegalArgumentException for a broken percent sequence
     */
    public static Form parse(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.put(decode(name), decode(value));
            }
        }
        return new Form(fields);
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

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
