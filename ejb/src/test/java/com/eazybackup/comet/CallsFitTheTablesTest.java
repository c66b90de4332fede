package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The names in the client's calls and records are those of the protocol's tables: a misspelt one
 * would be read as empty, or sent in vain, and nobody would notice.
 */
class CallsFitTheTablesTest {

    private static final Map<String, String[]> CALLS = calls();
    private static final Map<String, Map<String, String>> TYPES = types();
    private static final Set<String> SAYS_THAT_IT_WORKED = Set.of("Status", "Message");
    private static final Pattern TYPE = Pattern.compile("^(?:map<)?(\\w+)");

    private static Stream<String[]> table(String name) {
        String path = "/com/eazybackup/simulator/protocol/" + name;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                SimulatedCometServer.class.getResourceAsStream(path),
                                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String[]> calls() {
        return table("calls.tsv").collect(Collectors.toMap(line -> line[1], line -> line));
    }

    private static Map<String, Map<String, String>> types() {
        Map<String, Map<String, String>> types = new TreeMap<>();
        table("types.tsv")
                .forEach(
                        line ->
                                types.computeIfAbsent(line[0], unused -> new LinkedHashMap<>())
                                        .put(line[1].replace("?", ""), line[2]));
        return types;
    }

    static List<String> names() {
        return CometCallsTest.names();
    }

    private static Method method(String name) {
        return CometCallsTest.calls().get(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesTheFieldsOfTheTableAndLeavesOutWhatMayBe(String name) {
        CallPlan plan = CallPlan.of(method(name));
        assertThat(CALLS).containsKey(plan.path());
        Set<String> wanted =
                Arrays.stream(CALLS.get(plan.path())[2].split("; "))
                        .filter(field -> !field.isEmpty())
                        .map(field -> field.split(" ")[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> sent = new TreeSet<>();
        Type[] types = method(name).getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            boolean optional =
                    types[i] instanceof ParameterizedType generic
                            && generic.getRawType() == Optional.class;
            sent.add(plan.names().get(i) + (optional ? "?" : ""));
        }
        assertThat(sent).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheFieldsOfItsAnswer(String name) {
        CallPlan plan = CallPlan.of(method(name));
        held(member(plan.answer()), CALLS.get(plan.path())[3]);
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesTheFieldsOfWhatItSends(String name) {
        CallPlan plan = CallPlan.of(method(name));
        Map<String, String> shapes = new TreeMap<>();
        for (String field : CALLS.get(plan.path())[2].split("; ")) {
            String[] parts = field.split(" ");
            if (parts.length == 2) {
                shapes.put(parts[0].replace("?", ""), parts[1]);
            }
        }
        Type[] types = method(name).getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            held(member(types[i]), shapes.get(plan.names().get(i)));
        }
    }

    @Test
    void theTablesAreRead() {
        assertThat(CALLS).hasSizeGreaterThan(140);
        assertThat(TYPES).hasSizeGreaterThan(100).containsKey("StoredObject");
    }

    @Test
    void noCallOfTheTableIsMissing() {
        Set<String> made =
                CometCallsTest.calls().values().stream()
                        .map(call -> CallPlan.of(call).path())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> left = new TreeSet<>(CALLS.keySet());
        left.removeAll(made);
        assertThat(left)
                .containsExactlyInAnyOrder(
                        // They need a user's password, which nobody here has.
                        "/api/v1/user/web/session/start", "/api/v1/hybrid/session/start");
    }

    /** What is in the list, the map or the optional. */
    private static Type member(Type type) {
        Type inner = type;
        while (inner instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            inner = arguments[arguments.length - 1];
        }
        return inner;
    }

    private static void held(Type type, String shape) {
        Matcher named = TYPE.matcher(shape);
        if (!(type instanceof Class<?> record)
                || !record.isRecord()
                || readByHand(record)
                || isIdentifier(record)
                || !named.find()
                || !TYPES.containsKey(named.group(1))) {
            return;
        }
        Map<String, String> table = TYPES.get(named.group(1));
        Set<String> wanted = new TreeSet<>(table.keySet());
        if (wanted.containsAll(SAYS_THAT_IT_WORKED)) {
            wanted.removeAll(SAYS_THAT_IT_WORKED);
        }
        Map<String, Type> properties = properties(record);
        assertThat(properties.keySet()).as(record + " as " + named.group(1)).isEqualTo(wanted);
        properties.forEach(
                (property, inner) -> {
                    if (inner != record && !insideItself(inner, record)) {
                        held(inner, table.get(property));
                    }
                });
    }

    private static boolean insideItself(Type inner, Class<?> record) {
        return inner instanceof Class<?> type
                && type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(part -> member(part.getGenericType()) == record);
    }

    private static Map<String, Type> properties(Class<?> record) {
        JavaType type = Wire.RECORDS.constructType(record);
        Map<String, String> componentNames = new TreeMap<>();
        for (BeanPropertyDefinition property :
                Wire.RECORDS.getDeserializationConfig().introspect(type).findProperties()) {
            componentNames.put(property.getInternalName(), property.getName());
        }
        Map<String, Type> properties = new TreeMap<>();
        Arrays.stream(record.getRecordComponents())
                .forEach(
                        part ->
                                properties.put(
                                        componentNames.get(part.getName()),
                                        member(part.getGenericType())));
        return properties;
    }

    private static boolean readByHand(Class<?> record) {
        return Arrays.stream(record.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("from"));
    }

    private static boolean isIdentifier(Class<?> record) {
        return record.getRecordComponents().length == 1
                && record.getRecordComponents()[0].getName().equals("value");
    }
}
