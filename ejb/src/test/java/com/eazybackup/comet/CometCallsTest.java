package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.switches.Switch;
import com.eazybackup.simulator.switches.SwitchBoard;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call that the client has is made once against the simulated server, which holds the request
 * and the answer against its tables of the protocol. A call without a row fails.
 */
class CometCallsTest {

    private static final Map<String, CallRows.Row> ROWS = rows();
    private static final Map<String, Method> CALLS = found();

    private static Map<String, CallRows.Row> rows() {
        CallRows rows = new CallRows();
        AccountRows.addTo(rows);
        JobRows.addTo(rows);
        DeviceRows.addTo(rows);
        BrowseRows.addTo(rows);
        ProviderRows.addTo(rows);
        return rows.rows();
    }

    private static List<Class<?>> interfaces() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.eazybackup.comet")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(CallsOf.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    static Map<String, Method> calls() {
        return CALLS;
    }

    private static Map<String, Method> found() {
        Map<String, Method> calls = new TreeMap<>();
        for (Class<?> type : interfaces()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Call.class))
                    .forEach(call -> calls.put(type.getSimpleName() + "." + call.getName(), call));
        }
        return calls;
    }

    static List<String> names() {
        return List.copyOf(calls().keySet());
    }

    @Test
    void everyCallHasARowAndNoRowIsWithoutItsCall() {
        assertThat(ROWS.keySet()).containsExactlyElementsOf(calls().keySet());
        assertThat(ROWS).hasSizeGreaterThan(120);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isMadeAsTheProtocolWantsIt(String name) throws Exception {
        CallPlan plan = CallPlan.of(calls().get(name));
        try (CallsWorld world = new CallsWorld()) {
            ROWS.get(name).in(world);
            assertThat(world.server.protocol().callsSeen()).contains(plan.path());
            assertThat(world.server.protocol().complaints()).isEmpty();
        }
    }

    /** What nobody knows of real servers decides about no call's success. */
    @ParameterizedTest
    @MethodSource("names")
    void isMadeAlsoWhereEveryOpenQuestionHasItsOtherAnswer(String name) throws Exception {
        try (CallsWorld world = new CallsWorld()) {
            new SwitchBoard(world.server.switches(), world.server.fleet().habits())
                    .all().stream()
                            .filter(Switch::unsettled)
                            // At its other answer no guarded write succeeds: AccountChangesTest.
                            .filter(one -> !one.name().equals("profileRaceEvery"))
                            .forEach(one -> one.set(one.positions().get(1)));
            ROWS.get(name).in(world);
            assertThat(world.server.protocol().complaints()).isEmpty();
        }
    }

    /** Go writes what is empty as null, and newer servers say more than we know. */
    @ParameterizedTest
    @MethodSource("names")
    void isReadAlsoWithNullsAndNews(String name) throws Exception {
        try (CallsWorld world = new CallsWorld()) {
            world.server.switches().nullForEmpty = true;
            world.server.switches().unknownFields = true;
            ROWS.get(name).in(world);
            assertThat(world.server.protocol().complaints()).isEmpty();
        }
    }
}
