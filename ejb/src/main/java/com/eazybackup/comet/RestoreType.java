package com.eazybackup.comet;

/** What a restore makes of a snapshot: {@code RestoreJobAdvancedOptions.Type}. */
public enum RestoreType implements CometCode {
    INVALID(-1),
    FILES(0),
    SIMULATE(1),
    PROGRAM_PER_FILE(2),
    PROGRAM_ARCHIVE(3),
    /** Overwrites disks: each chosen path needs a destination of its own. */
    PHYSICAL_DISK(4),
    ARCHIVE(5),
    OFFICE_365(6),
    IMAGE_FILES(7),
    IMAGE_SIMULATE(8),
    IMAGE_ARCHIVE(9),
    MYSQL(10),
    SQL_SERVER(11),
    VMWARE_DISK(12),
    HYPER_V_DISK(13),
    HYPERVISOR(14),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<RestoreType> TABLE = new CodeTable<>(RestoreType.class, UNKNOWN);

    private final int code;

    RestoreType(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static RestoreType of(int code) {
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
