package com.eazybackup.comet;

/** What a part of a search is: {@code SearchClause.ClauseType}. */
public enum ClauseType implements CometCode {
    RULE(""),
    AND("and"),
    OR("or"),
    NOT_AND("not_and"),
    NOT_OR("not_or"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<ClauseType> TABLE = new CodeTable<>(ClauseType.class, UNKNOWN);

    private final String code;

    ClauseType(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static ClauseType of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
