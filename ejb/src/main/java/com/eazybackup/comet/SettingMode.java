package com.eazybackup.comet;

/** How a policy decides a setting: the {@code Mode…} fields of {@code UserPolicy}. */
public enum SettingMode implements CometCode {
    SYSTEM_DEFAULT(0),
    DEFAULT_ON(1),
    DEFAULT_OFF(2),
    ENFORCED_ON(3),
    ENFORCED_OFF(4),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<SettingMode> TABLE = new CodeTable<>(SettingMode.class, UNKNOWN);

    private final int code;

    SettingMode(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static SettingMode of(int code) {
        return TABLE.find(code);
    }

    public int code() {
        return code;
    }

    @Override
    public String wire() {
        return Integer.toString(code);
    }
}
