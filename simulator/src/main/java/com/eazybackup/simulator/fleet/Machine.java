package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A kind of computer, with what is usually protected on it.
 *
 * @param name device name after the customer's prefix; {@code %d} is its number
 * @param portable comes and goes, misses nights
 * @param engines names of {@link ItemKind}
 */
record Machine(
        String name,
        String distribution,
        String version,
        String build,
        String os,
        String arch,
        boolean portable,
        List<ItemKind> engines) {

    private static final String SERVER_2022 = "Windows Server 2022 Standard";
    private static final String SERVER_2019 = "Windows Server 2019 Standard";

    /** Servers, network storage and hypervisors: an office has few of each. */
    static final List<Machine> SERVERS =
            List.of(
                    server("FS%02d", SERVER_2022, ItemKind.FILES, ItemKind.SYSTEM_STATE),
                    server("DC%02d", SERVER_2022, ItemKind.SYSTEM_STATE, ItemKind.VSS_WRITER),
                    server("SQL%02d", SERVER_2019, ItemKind.MSSQL, ItemKind.FILES),
                    server("HV%02d", SERVER_2022, ItemKind.HYPER_V, ItemKind.DISK_IMAGE),
                    linux("nas%02d", "Synology DSM", "7.2", "72806", "amd64", ItemKind.FILES),
                    server("EX%02d", SERVER_2019, ItemKind.EXCHANGE, ItemKind.WINDOWS_SYSTEM),
                    linux("pve%02d", "proxmox", "8.2", "8.2.4", "amd64", ItemKind.PROXMOX),
                    linux(
                            "web%02d",
                            "ubuntu",
                            "24.04",
                            "24.04.1 LTS",
                            "amd64",
                            ItemKind.MYSQL,
                            ItemKind.FILES),
                    linux(
                            "db%02d",
                            "debian",
                            "12",
                            "12.7",
                            "amd64",
                            ItemKind.MONGODB,
                            ItemKind.PROGRAM_OUTPUT),
                    server("VC%02d", SERVER_2019, ItemKind.VMWARE));

    /** Desks and bags. */
    static final List<Machine> CLIENTS =
            List.of(
                    windows("WS-%02d", "Windows 11 Pro", "23H2", "22631", false, ItemKind.FILES),
                    windows("WS-%02d", "Windows 11 Pro", "24H2", "26100", false, ItemKind.FILES),
                    windows("LT-%02d", "Windows 11 Pro", "24H2", "26100", true, ItemKind.FILES),
                    windows(
                            "WS-%02d",
                            "Windows 10 Pro",
                            "22H2",
                            "19045",
                            false,
                            ItemKind.FILES,
                            ItemKind.DISK_IMAGE),
                    new Machine(
                            "MacBook-%02d",
                            "macOS",
                            "15.1",
                            "24B83",
                            "darwin",
                            "arm64",
                            true,
                            List.of(ItemKind.FILES)),
                    windows("WS-%02d", "Windows 11 Pro", "23H2", "22631", false, ItemKind.FILES),
                    new Machine(
                            "iMac-%02d",
                            "macOS",
                            "14.7",
                            "23H124",
                            "darwin",
                            "arm64",
                            false,
                            List.of(ItemKind.FILES)));

    static final Machine MICROSOFT_365 = server("M365-%02d", SERVER_2022, ItemKind.MICROSOFT_365);

    /** The PlatformVersion of such a machine. */
    ObjectNode platform() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", version)
                .put("distribution", distribution)
                .put("build", build)
                .put("os", os)
                .put("arch", arch);
    }

    private static Machine server(String name, String distribution, ItemKind... engines) {
        boolean newer = distribution.contains("2022");
        return new Machine(
                name,
                distribution,
                newer ? "2009" : "1809",
                newer ? "20348" : "17763",
                "windows",
                "amd64",
                false,
                List.of(engines));
    }

    private static Machine windows(
            String name,
            String distribution,
            String version,
            String build,
            boolean portable,
            ItemKind... engines) {
        return new Machine(
                name, distribution, version, build, "windows", "amd64", portable, List.of(engines));
    }

    private static Machine linux(
            String name,
            String distribution,
            String version,
            String build,
            String arch,
            ItemKind... engines) {
        return new Machine(
                name, distribution, version, build, "linux", arch, false, List.of(engines));
    }
}
