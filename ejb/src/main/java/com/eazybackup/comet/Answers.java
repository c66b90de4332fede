package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an answer as the type that a call's method has. */
final class Answers {

    private Answers() {}

    /**
     * @return whether the answer stays open after it was handed out
     */
    static boolean keptOpen(Type type) {
        return type == RawAnswer.class || raw(type) == CometList.class;
    }

    static Object read(CometAnswer answer, Type type) throws CometException {
        if (type == void.class) {
            answer.object();
            return null;
        }
        if (type == RawAnswer.class) {
            return answer.raw();
        }
        Class<?> kind = raw(type);
        if (kind == CometList.class) {
            return CometListOf.entries(answer, raw(parameter(type, 0))).begun();
        }
        if (kind == List.class) {
            return list(answer.tree(), parameter(type, 0));
        }
        if (kind == Map.class) {
            return map(answer.tree(), parameter(type, 1));
        }
        return one(answer.object(), kind);
    }

    private static List<Object> list(JsonNode tree, Type element) throws CometException {
        if (!tree.isArray() && !tree.isNull()) {
            throw new CometException(Kind.UNREADABLE, 0, "The answer is not a list.");
        }
        List<Object> all = new ArrayList<>();
        for (JsonNode each : tree) {
            all.add(one(each, raw(element)));
        }
        return all;
    }

    private static Map<String, Object> map(JsonNode tree, Type value) throws CometException {
        // An empty map that went through PHP is an empty array.
        if (!tree.isObject() && !tree.isNull() && !(tree.isArray() && tree.isEmpty())) {
            throw new CometException(Kind.UNREADABLE, 0, "The answer is not a map.");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : tree.properties()) {
            all.put(each.getKey(), one(each.getValue(), raw(value)));
        }
        return all;
    }

    static Object one(JsonNode node, Class<?> type) throws CometException {
        if (type == JsonNode.class) {
            return node;
        }
        if (type == String.class) {
            return node.asText();
        }
        try {
            Optional<Method> from = factory(type);
            if (from.isEmpty()) {
                return Wire.RECORDS.convertValue(node, type);
            }
            Object made = from.get().invoke(null, node);
            return made instanceof Optional<?> maybe ? maybe.orElseThrow() : made;
        } catch (ReflectiveOperationException | RuntimeException e) {
            // What the parser says may quote the answer, which may hold anything.
            throw new CometException(
                    Kind.UNREADABLE, 0, "The answer is no " + type.getSimpleName() + ".");
        }
    }

    private static Optional<Method> factory(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("from")
                    && Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == JsonNode.class) {
                method.setAccessible(true);
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type parameter(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
