package com.eazybackup.comet;

/** How VMware machines are read. */
public enum VMwareMethod implements CometCode {
    CHANGED_BLOCKS("cbt"),
    COPY("copy"),
    FULL("full"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<VMwareMethod> TABLE =
            new CodeTable<>(VMwareMethod.class, UNKNOWN);

    private final String code;

    VMwareMethod(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static VMwareMethod of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
