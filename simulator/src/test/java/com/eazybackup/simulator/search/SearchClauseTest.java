package com.eazybackup.simulator.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchClauseTest {

    private final JsonNode record =
            Json.MAPPER
                    .createObjectNode()
                    .put("name", "Budget 2026.xlsx")
                    .put("size", 4096)
                    .put("hidden", false);

    @ParameterizedTest
    @CsvSource({
        "name, str_eq, Budget 2026.xlsx, true",
        "name, str_eq, budget 2026.xlsx, false",
        "name, str_eq_ci, budget 2026.XLSX, true",
        "name, str_neq, Budget 2026.xlsx, false",
        "name, str_contains, 2026, true",
        "name, str_ncontains, 2026, false",
        "name, str_ncontains_ci, BUDGET, false",
        "name, str_startswith, Bud, true",
        "name, str_nstartswith, Bud, false",
        "name, str_endswith_ci, .XLSX, true",
        "name, str_nendswith, .pdf, true",
        "name, str_regexmatch, \\d{4}, true",
        "name, str_nregexmatch, ^\\d, true",
        "size, int_eq, 4096, true",
        "size, int_neq, 4096, false",
        "size, int_gt, 4095, true",
        "size, int_gte, 4097, false",
        "size, int_lt, 4097, true",
        "size, int_lte, 4095, false",
        "hidden, bool_is, F, true",
        "hidden, bool_nis, False, false",
        "nowhere, str_eq, x, false",
        "nowhere, str_neq, x, true"
    })
    void aRuleComparesOneField(String field, String operator, String value, boolean expected) {
        assertThat(holds(rule(field, operator, value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"and, false", "or, true", "not_and, true", "not_or, false"})
    void clausesAreJoined(String type, boolean expected) {
        String one = rule("size", "int_eq", "4096");
        String other = rule("size", "int_eq", "1");
        assertThat(holds(joined(type, one + "," + other))).isEqualTo(expected);
        assertThat(holds(joined("and", joined(type, one + "," + other)))).isEqualTo(expected);
    }

    @Test
    void nothingAskedIsEverything() {
        assertThat(holds("{}")).isTrue();
        assertThat(holds(joined("and", ""))).isTrue();
    }

    @Test
    void whatNobodyCanReadIsRefused() {
        assertThatThrownBy(() -> SearchClause.parse("{"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SearchClause.parse(joined("xor", ""))).hasMessageContaining("xor");
        assertThatThrownBy(() -> SearchClause.parse(rule("size", "int_about", "1")))
                .hasMessageContaining("int_about");
        assertThatThrownBy(() -> holds(rule("name", "str_regexmatch", "(")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean holds(String clause) {
        return SearchClause.parse(clause).matches(record::path);
    }

    private static String rule(String field, String operator, String value) {
        return Json.MAPPER
                .createObjectNode()
                .put("ClauseType", "")
                .put("RuleField", field)
                .put("RuleOperator", operator)
                .put("RuleValue", value)
                .toString();
    }

    private static String joined(String type, String children) {
        return "{\"ClauseType\":\"%s\",\"ClauseChildren\":[%s]}".formatted(type, children);
    }
}
