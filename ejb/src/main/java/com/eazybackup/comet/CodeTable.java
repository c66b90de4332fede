package com.eazybackup.comet;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the constant of a code, and counts the codes for which there is none. */
final class CodeTable<E extends Enum<E> & CometCode> {

    private final Class<E> type;
    private final E unknown;
    private final Map<String, E> byWire;

    CodeTable(Class<E> type, E unknown) {
        this.type = type;
        this.unknown = unknown;
        this.byWire =
                Arrays.stream(type.getEnumConstants())
                        .collect(Collectors.toMap(CometCode::wire, Function.identity()));
    }

    E find(int code) {
        return find(Integer.toString(code));
    }

    E find(String wire) {
        E found = byWire.get(wire);
        if (found == null) {
            UnknownCodes.met(type, wire);
            return unknown;
        }
        return found;
    }
}
