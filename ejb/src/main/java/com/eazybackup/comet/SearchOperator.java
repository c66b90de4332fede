package com.eazybackup.comet;

/** How a rule of a search compares: {@code SearchClause.RuleOperator}. */
public enum SearchOperator implements CometCode {
    TEXT_IS("str_eq"),
    TEXT_IS_NOT("str_neq"),
    TEXT_CONTAINS("str_contains"),
    TEXT_CONTAINS_NOT("str_ncontains"),
    TEXT_STARTS("str_startswith"),
    TEXT_STARTS_NOT("str_nstartswith"),
    TEXT_ENDS("str_endswith"),
    TEXT_ENDS_NOT("str_nendswith"),
    TEXT_IS_ANY_CASE("str_eq_ci"),
    TEXT_IS_NOT_ANY_CASE("str_neq_ci"),
    TEXT_CONTAINS_ANY_CASE("str_contains_ci"),
    TEXT_CONTAINS_NOT_ANY_CASE("str_ncontains_ci"),
    TEXT_STARTS_ANY_CASE("str_startswith_ci"),
    TEXT_STARTS_NOT_ANY_CASE("str_nstartswith_ci"),
    TEXT_ENDS_ANY_CASE("str_endswith_ci"),
    TEXT_ENDS_NOT_ANY_CASE("str_nendswith_ci"),
    TEXT_MATCHES("str_regexmatch"),
    TEXT_MATCHES_NOT("str_nregexmatch"),
    NUMBER_IS("int_eq"),
    NUMBER_IS_NOT("int_neq"),
    NUMBER_ABOVE("int_gt"),
    NUMBER_FROM("int_gte"),
    NUMBER_BELOW("int_lt"),
    NUMBER_TO("int_lte"),
    FLAG_IS("bool_is"),
    FLAG_IS_NOT("bool_nis"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<SearchOperator> TABLE =
            new CodeTable<>(SearchOperator.class, UNKNOWN);

    private final String code;

    SearchOperator(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static SearchOperator of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
