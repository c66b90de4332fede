package com.eazybackup.simulator.protocol;

/** The shape of a value: {@code int}, {@code string[]}, {@code map<SourceConfig>}, ... */
sealed interface Shape {

    /** What needs no further word. */
    enum Simple implements Shape {
        /** A form field of any content; in JSON a string. */
        TEXT,
        INT,
        NUMBER,
        BOOL,
        /** Bytes that are no JSON. */
        RAW
    }

    record ListOf(Shape member) implements Shape {}

    /**
     * A JSON object whose names are data.
     *
     * @param numberKeys whether every name is a number
     */
    record MapOf(boolean numberKeys, Shape member) implements Shape {}

    /** A type of the table of fields. */
    record Named(String type) implements Shape {}

    static Shape parse(String text) {
        if (text.endsWith("[]")) {
            return new ListOf(parse(text.substring(0, text.length() - 2)));
        }
        if (text.startsWith("map<")) {
            String member = text.substring("map<".length(), text.length() - 1);
            boolean numberKeys = member.startsWith("int:");
            return new MapOf(numberKeys, parse(numberKeys ? member.substring(4) : member));
        }
        return switch (text) {
            case "text", "string" -> Simple.TEXT;
            case "int" -> Simple.INT;
            case "number" -> Simple.NUMBER;
            case "bool" -> Simple.BOOL;
            case "raw" -> Simple.RAW;
            default -> new Named(text);
        };
    }

    /** Lists and maps: servers written in Go send null for an empty one. */
    default boolean mayBeNull() {
        return this instanceof ListOf || this instanceof MapOf;
    }
}
