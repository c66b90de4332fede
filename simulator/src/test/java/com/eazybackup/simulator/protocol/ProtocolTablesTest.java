package com.eazybackup.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtocolTablesTest {

    private final ProtocolTables tables = ProtocolTables.read();

    @Test
    void everyTypeThatIsNamedIsThere() {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Shape> open = new ArrayDeque<>();
        tables.calls()
                .forEach(
                        call -> {
                            open.add(call.answer());
                            call.parameters().forEach(field -> open.add(field.shape()));
                        });
        tables.types()
                .forEach(
                        type ->
                                tables.fields(type)
                                        .values()
                                        .forEach(field -> open.add(field.shape())));
        while (!open.isEmpty()) {
            Shape shape = open.remove();
            if (shape instanceof Shape.ListOf list) {
                open.add(list.member());
            } else if (shape instanceof Shape.MapOf map) {
                open.add(map.member());
            } else if (shape instanceof Shape.Named named && reached.add(named.type())) {
                assertThatCode(() -> tables.fields(named.type())).doesNotThrowAnyException();
            }
        }
        assertThat(reached).contains("UserProfileConfig", "SearchClause", "OSInfo");
    }

    @Test
    void theTablesAreThere() {
        assertThat(tables.calls()).hasSize(146);
        assertThat(tables.call("/api/v1/admin/job/cancel").orElseThrow().parameters())
                .extracting(Field::name)
                .containsExactly("TargetUser", "JobID");
        assertThat(tables.fields("BackupJobDetail").get("Progress").optional()).isTrue();
    }
}
