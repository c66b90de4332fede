package com.eazybackup.comet;

import java.util.Arrays;
import java.util.Optional;

/** What a protected item backs up. A name that is not in the list is shown as it is. */
public enum Engine {
    FILES("engine1/file", "Files and Folders"),
    PROGRAM_OUTPUT("engine1/stdout", "Program Output"),
    MYSQL("engine1/mysql", "MySQL"),
    SQL_SERVER("engine1/mssql", "Microsoft SQL Server"),
    MONGODB("engine1/mongodb", "MongoDB"),
    EXCHANGE("engine1/exchangeedb", "Microsoft Exchange Server"),
    VSS_WRITER("engine1/vsswriter", "Application-Aware Writer"),
    SYSTEM_STATE("engine1/systemstate", "Windows Server System State"),
    WINDOWS_SYSTEM("engine1/windowssystem", "Windows System Backup"),
    // In spite of its name also on Linux devices.
    DISK_IMAGE("engine1/windisk", "Disk Image"),
    HYPER_V("engine1/hyperv", "Hyper-V"),
    VMWARE("engine1/vmware", "VMware"),
    PROXMOX("engine1/proxmox", "Proxmox"),
    OFFICE_365("engine1/winmsofficemail", "Office 365");

    private final String wire;
    private final String label;

    Engine(String wire, String label) {
        this.wire = wire;
        this.label = label;
    }

    /**
     * @return the engine of {@code SourceConfig.Engine}, empty when Comet has a new one
     */
    public static Optional<Engine> of(String wire) {
        return Arrays.stream(values()).filter(engine -> engine.wire.equals(wire)).findFirst();
    }

    /**
     * @return what a person reads; a name that is not in the list as it came
     */
    public static String labelOf(String wire) {
        return of(wire).map(Engine::label).orElse(wire);
    }

    public String wire() {
        return wire;
    }

    public String label() {
        return label;
    }
}
