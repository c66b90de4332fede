package com.eazybackup.comet;

/** How Hyper-V machines are read: {@code METHOD} of such an item. */
public enum HyperVMethod implements CometCode {
    VSS("vss"),
    CHANGED_BLOCKS("wmi"),
    COPY("copy"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<HyperVMethod> TABLE =
            new CodeTable<>(HyperVMethod.class, UNKNOWN);

    private final String code;

    HyperVMethod(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static HyperVMethod of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
