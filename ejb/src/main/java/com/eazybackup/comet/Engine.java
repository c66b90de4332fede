package com.eazybackup.comet;

/** What a protected item backs up: {@code SourceConfig.Engine}. */
public enum Engine implements CometCode {
    FILES("engine1/file"),
    PROGRAM_OUTPUT("engine1/stdout"),
    MYSQL("engine1/mysql"),
    SQL_SERVER("engine1/mssql"),
    MONGODB("engine1/mongodb"),
    EXCHANGE("engine1/exchangeedb"),
    VSS_WRITER("engine1/vsswriter"),
    SYSTEM_STATE("engine1/systemstate"),
    /** Deprecated from 24.12.2; items of old remain. */
    WINDOWS_SYSTEM("engine1/windowssystem"),
    /** In spite of its name also on Linux devices. */
    DISK_IMAGE("engine1/windisk"),
    HYPER_V("engine1/hyperv"),
    VMWARE("engine1/vmware"),
    PROXMOX("engine1/proxmox"),
    OFFICE_365("engine1/winmsofficemail"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<Engine> TABLE = new CodeTable<>(Engine.class, UNKNOWN);

    private final String code;

    Engine(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static Engine of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
