package com.eazybackup.comet;

/** What a Proxmox guest is: {@code PVEVM.Type}. */
public enum ProxmoxGuestType implements CometCode {
    MACHINE("qemu"),
    CONTAINER("lxc"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<ProxmoxGuestType> TABLE =
            new CodeTable<>(ProxmoxGuestType.class, UNKNOWN);

    private final String code;

    ProxmoxGuestType(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static ProxmoxGuestType of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
