package com.eazybackup.comet;

/** How Proxmox guests are read: {@code PVEParams.Method}. */
public enum ProxmoxMethod implements CometCode {
    SNAPSHOT("snapshot"),
    STOP("stop"),
    SUSPEND("suspend"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<ProxmoxMethod> TABLE =
            new CodeTable<>(ProxmoxMethod.class, UNKNOWN);

    private final String code;

    ProxmoxMethod(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static ProxmoxMethod of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
