package com.eazybackup.simulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Holds one JSON value against its shape and says what is wrong, by place, never by content. */
final class JsonCheck {

    /** Long lists and maps are looked at up to here: the rest was made by the same hand. */
    private static final int LOOKED_AT = 300;

    /** Names that the simulator itself adds, as a newer server would; they may come back. */
    private static final String FUTURE = "FromTheFuture|FutureObject";

    private final ProtocolTables tables;
    private final boolean whole;
    private final Consumer<String> complaints;
    private final Consumer<String> met;

    /**
     * @param whole whether a field that may not be left out is missed
     * @param met told each field that is there and is not null, as {@code Type.Field}
     */
    JsonCheck(
            ProtocolTables tables,
            boolean whole,
            Consumer<String> complaints,
            Consumer<String> met) {
        this.tables = tables;
        this.whole = whole;
        this.complaints = complaints;
        this.met = met;
    }

    void check(String place, Shape shape, JsonNode value) {
        if (value.isNull() && shape.mayBeNull()) {
            return;
        }
        if (shape instanceof Shape.Simple simple) {
            simple(place, simple, value);
        } else if (shape instanceof Shape.ListOf list) {
            list(place, list, value);
        } else if (shape instanceof Shape.MapOf map) {
            map(place, map, value);
        } else if (shape instanceof Shape.Named named) {
            object(place, named, value);
        }
    }

    private void simple(String place, Shape.Simple simple, JsonNode value) {
        boolean right =
                switch (simple) {
                    case TEXT -> value.isTextual();
                    case INT -> value.isIntegralNumber() && value.canConvertToLong();
                    case NUMBER -> value.isNumber();
                    case BOOL -> value.isBoolean();
                    case RAW -> false;
                };
        if (!right) {
            wrongType(place, simple.name(), value);
        }
    }

    private void list(String place, Shape.ListOf list, JsonNode value) {
        if (!value.isArray()) {
            wrongType(place, "a list", value);
            return;
        }
        for (int i = 0; i < Math.min(LOOKED_AT, value.size()); i++) {
            check(place + "[]", list.member(), value.get(i));
        }
    }

    private void map(String place, Shape.MapOf map, JsonNode value) {
        if (!value.isObject()) {
            wrongType(place, "a map", value);
            return;
        }
        Iterator<Map.Entry<String, JsonNode>> members = value.properties().iterator();
        for (int i = 0; i < LOOKED_AT && members.hasNext(); i++) {
            Map.Entry<String, JsonNode> member = members.next();
            if (map.numberKeys() && !member.getKey().matches("-?\\d+")) {
                complaints.accept(place + " has a key that is no number");
            }
            check(place + "{}", map.member(), member.getValue());
        }
    }

    private void object(String place, Shape.Named named, JsonNode value) {
        if (!value.isObject()) {
            wrongType(place, named.type(), value);
            return;
        }
        Map<String, Field> fields = tables.fields(named.type());
        for (Field field : fields.values()) {
            JsonNode member = value.path(field.name());
            if (member.isMissingNode()) {
                if (whole && !field.optional()) {
                    complaints.accept(place + " has no " + field.name());
                }
            } else if (!(member.isNull() && field.optional())) {
                if (!member.isNull()) {
                    met.accept(named.type() + "." + field.name());
                }
                check(place + "." + field.name(), field.shape(), member);
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!fields.containsKey(member.getKey()) && !member.getKey().matches(FUTURE)) {
                complaints.accept(
                        place + " has " + member.getKey() + ", which " + named.type() + " has not");
            }
        }
    }

    private void wrongType(String place, String wanted, JsonNode value) {
        complaints.accept(place + " must be " + wanted + " and is " + value.getNodeType());
    }
}
