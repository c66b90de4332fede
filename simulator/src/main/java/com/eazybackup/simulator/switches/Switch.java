package com.eazybackup.simulator.switches;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One annotated field of one object. Read and set as text, from any thread.
 *
 * @param unsettled an open question about real servers; else a misbehaviour
 * @param initial the value at the beginning
 * @param positions what is worth trying, the initial value among it
 */
public record Switch(
        String name,
        String sentence,
        boolean unsettled,
        String initial,
        List<String> positions,
        Object holder,
        Field field) {

    /** Nothing when the field is no switch. */
    static Optional<Switch> of(Object holder, Field field) {
        Unsettled unsettled = field.getAnnotation(Unsettled.class);
        Trouble trouble = field.getAnnotation(Trouble.class);
        if (unsettled == null && trouble == null) {
            return Optional.empty();
        }
        String sentence = unsettled != null ? unsettled.value() : trouble.value();
        String[] named = unsettled != null ? unsettled.positions() : trouble.positions();
        String initial = read(holder, field);
        List<String> positions =
                Stream.concat(Stream.of(initial), positions(field.getType(), named))
                        .distinct()
                        .toList();
        return Optional.of(
                new Switch(
                        field.getName(),
                        sentence,
                        unsettled != null,
                        initial,
                        positions,
                        holder,
                        field));
    }

    public String value() {
        return read(holder, field);
    }

    public boolean changed() {
        return !value().equals(initial);
    }

    /**
     * @throws IllegalArgumentException when the text is no value of the field's type
     */
    public void set(String text) {
        try {
            field.set(holder, parse(text));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A switch is a public field: " + name, e);
        }
    }

    public void reset() {
        set(initial);
    }

    /** Whether only the listed positions are possible. */
    public boolean closed() {
        return field.getType() == boolean.class || field.getType().isEnum();
    }

    private Object parse(String text) {
        Class<?> type = field.getType();
        if (type == boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(name + " is true or false, not " + text);
            }
            return Boolean.valueOf(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException(name + " is one of " + positions));
        }
        return text;
    }

    private static Stream<String> positions(Class<?> type, String... named) {
        if (type == boolean.class) {
            return Stream.of("false", "true");
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString)
                : Arrays.stream(named);
    }

    private static String read(Object holder, Field field) {
        try {
            return String.valueOf(field.get(holder));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A switch is a public field: " + field, e);
        }
    }
}
