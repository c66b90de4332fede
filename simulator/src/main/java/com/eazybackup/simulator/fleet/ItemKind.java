package com.eazybackup.simulator.fleet;

/**
 * Engines of protected items, with the name and the size that theirs usually have.
 *
 * <p>{@link EngineProperties} knows what each is configured with.
 */
enum ItemKind {
    FILES("engine1/file", "Files", 120),
    PROGRAM_OUTPUT("engine1/stdout", "Export", 4),
    MYSQL("engine1/mysql", "MySQL: shop", 18),
    MSSQL("engine1/mssql", "SQL Server: ledger", 64),
    MONGODB("engine1/mongodb", "MongoDB: events", 30),
    EXCHANGE("engine1/exchangeedb", "Exchange mailboxes", 210),
    VSS_WRITER("engine1/vsswriter", "Active Directory", 2),
    SYSTEM_STATE("engine1/systemstate", "System state", 22),
    WINDOWS_SYSTEM("engine1/windowssystem", "Windows system", 48),
    DISK_IMAGE("engine1/windisk", "Disk image", 240),
    HYPER_V("engine1/hyperv", "Hyper-V guests", 640),
    VMWARE("engine1/vmware", "VMware guests", 900),
    PROXMOX("engine1/proxmox", "Proxmox guests", 320),
    MICROSOFT_365("engine1/winmsofficemail", "Microsoft 365", 140);

    private final String engine;
    private final String title;
    private final long gibibytes;

    ItemKind(String engine, String title, long gibibytes) {
        this.engine = engine;
        this.title = title;
        this.gibibytes = gibibytes;
    }

    String engine() {
        return engine;
    }

    String title() {
        return title;
    }

    long typicalBytes() {
        return gibibytes << 30;
    }

    /** An engine that the simulator does not know counts as files. */
    static ItemKind ofEngine(String engine) {
        for (ItemKind kind : values()) {
            if (kind.engine.equals(engine)) {
                return kind;
            }
        }
        return FILES;
    }
}
