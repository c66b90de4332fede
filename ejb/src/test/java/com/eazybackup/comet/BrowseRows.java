package com.eazybackup.comet;

import static com.eazybackup.comet.CallsWorld.json;
import static com.eazybackup.comet.CallsWorld.none;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.browse.BrowseCalls;
import com.eazybackup.comet.browse.MongoConnection;
import com.eazybackup.comet.browse.MySqlConnection;
import com.eazybackup.comet.browse.OfficeRegistration;
import com.eazybackup.comet.browse.ProxmoxConnection;
import com.eazybackup.comet.browse.SqlServerConnection;
import com.eazybackup.comet.browse.StoredObject;
import com.eazybackup.comet.device.OfficeCredential;
import com.eazybackup.comet.device.SshConnection;
import com.eazybackup.comet.device.VMwareConnection;
import com.eazybackup.comet.device.VSphereConnection;
import java.util.List;
import java.util.Optional;

/** What devices and snapshots show of themselves. */
final class BrowseRows {

    private static final SshConnection SSH =
            new SshConnection("pve.example", "root", 1, "x", "", false, "");
    private static final VMwareConnection VMWARE =
            new VMwareConnection(
                    "vsphere",
                    SSH,
                    new VSphereConnection("vcenter.example", true, false, "backup", "x", ""));
    private static final OfficeCredential OFFICE =
            new OfficeCredential("a", "t", "s", "", OfficeCloud.GLOBAL.wire());

    private BrowseRows() {}

    static void addTo(CallRows rows) {
        snapshots(rows);
        device(rows);
        hypervisors(rows);
        databases(rows);
        office(rows);
    }

    private static BrowseCalls look(CallsWorld world) {
        return world.calls(BrowseCalls.class);
    }

    private static List<StoredObject> stored(CallsWorld w, SnapshotId snapshot, String tree)
            throws CometException {
        Optional<String> folder = tree.isEmpty() ? none() : Optional.of(tree);
        return look(w).storedObjects(w.target(), w.vault(), snapshot, folder, none())
                .storedObjects();
    }

    private static void snapshots(CallRows rows) {
        Class<?> calls = BrowseCalls.class;
        rows.add(
                calls,
                "snapshots",
                w -> {
                    SnapshotId snapshot = w.backup("engine1/file");
                    assertThat(look(w).snapshots(w.target(), w.vault()).snapshots())
                            .anyMatch(each -> each.snapshot().equals(snapshot.value()))
                            .allMatch(each -> each.createTime() > 0);
                });
        rows.add(
                calls,
                "storedObjects",
                w ->
                        assertThat(stored(w, w.backup("engine1/mssql"), ""))
                                .isNotEmpty()
                                .allMatch(entry -> !entry.name().isEmpty())
                                .allMatch(
                                        entry ->
                                                StoredObjectType.of(entry.type())
                                                        != StoredObjectType.UNKNOWN));
        rows.add(
                calls,
                "searchSnapshots",
                w -> {
                    SnapshotId snapshot = w.backup("engine1/mssql");
                    assertThat(
                                    look(w).searchSnapshots(
                                                    w.target(),
                                                    w.vault(),
                                                    List.of(snapshot),
                                                    json(
                                                            """
                                                            {"ClauseType":"","RuleField":"name",
                                                             "RuleOperator":"str_endswith",
                                                             "RuleValue":".bak"}
                                                            """))
                                            .snapshotFiles())
                            .hasEntrySatisfying(
                                    snapshot.value(),
                                    found ->
                                            assertThat(found)
                                                    .isNotEmpty()
                                                    .allMatch(
                                                            file -> file.name().endsWith(".bak")));
                });
        rows.add(
                calls,
                "diskImage",
                w ->
                        assertThat(
                                        look(w).diskImage(
                                                        w.target(),
                                                        w.vault(),
                                                        w.backup("engine1/windisk"))
                                                .windiskSnapshot())
                                .isNotEmpty()
                                .allMatch(disk -> disk.size() > 0 && !disk.partitions().isEmpty()));
        rows.add(
                calls,
                "snapshotMachines",
                w ->
                        assertThat(
                                        look(w).snapshotMachines(
                                                        w.target(),
                                                        w.vault(),
                                                        w.backup("engine1/hyperv"))
                                                .vMs())
                                .isNotEmpty()
                                .allMatch(machine -> machine.cpuCores() > 0));
        rows.add(
                calls,
                "mail",
                w -> {
                    SnapshotId snapshot = w.backup("engine1/winmsofficemail");
                    StoredObject mailbox = stored(w, snapshot, "").get(0);
                    StoredObject inbox = stored(w, snapshot, mailbox.subtree()).get(0);
                    StoredObject mail = stored(w, snapshot, inbox.subtree()).get(0);
                    String path = mailbox.name() + "/" + inbox.name() + "/" + mail.name();
                    assertThat(look(w).mail(w.target(), snapshot, w.vault(), path).emailBodyHtml())
                            .isNotEmpty();
                });
    }

    private static void device(CallRows rows) {
        Class<?> calls = BrowseCalls.class;
        rows.add(
                calls,
                "filesystem",
                w ->
                        assertThat(
                                        look(w).filesystem(w.target(), Optional.of("C:\\"))
                                                .storedObjects())
                                .isNotEmpty());
        rows.add(
                calls,
                "diskDrives",
                w ->
                        assertThat(look(w).diskDrives(w.target()).disks())
                                .isNotEmpty()
                                .allMatch(disk -> !disk.id().isEmpty()));
        rows.add(
                calls,
                "vssWriters",
                w ->
                        assertThat(look(w).vssWriters(w.target()).vssWriters().values())
                                .isNotEmpty()
                                .allMatch(writer -> !writer.components().isEmpty())
                                .allMatch(writer -> !writer.displayName().isEmpty()));
        rows.add(
                calls,
                "exchangeDatabases",
                w ->
                        assertThat(look(w).exchangeDatabases(w.target()).databases())
                                .isNotEmpty()
                                .allMatch(database -> !database.guid().isEmpty()));
        rows.add(
                calls,
                "hyperVMachines",
                w ->
                        assertThat(look(w).hyperVMachines(w.target()).virtualMachines())
                                .isNotEmpty()
                                .allMatch(machine -> machine.memoryLimitMb() > 0));
    }

    private static void hypervisors(CallRows rows) {
        Class<?> calls = BrowseCalls.class;
        String place = "Toronto";
        rows.add(
                calls,
                "vmwareMachines",
                w ->
                        assertThat(look(w).vmwareMachines(w.target(), VMWARE).virtualMachines())
                                .isNotEmpty());
        rows.add(
                calls,
                "vmwareDatacenters",
                w ->
                        assertThat(look(w).vmwareDatacenters(w.target(), VMWARE).datacenters())
                                .anyMatch(datacenter -> datacenter.name().equals(place)));
        rows.add(
                calls,
                "vmwareHosts",
                w ->
                        assertThat(look(w).vmwareHosts(w.target(), VMWARE, place).hosts())
                                .isNotEmpty());
        rows.add(
                calls,
                "vmwareDatastores",
                w ->
                        assertThat(look(w).vmwareDatastores(w.target(), VMWARE, place).datastores())
                                .isNotEmpty());
        rows.add(
                calls,
                "vmwareNetworks",
                w ->
                        assertThat(look(w).vmwareNetworks(w.target(), VMWARE, place).networks())
                                .isNotEmpty());
        rows.add(
                calls,
                "proxmoxMachines",
                w ->
                        assertThat(
                                        look(w).proxmoxMachines(
                                                        w.target(), new ProxmoxConnection(SSH))
                                                .vMs())
                                .isNotEmpty()
                                .allMatch(machine -> !machine.vmid().isEmpty()));
        rows.add(
                calls,
                "proxmoxNodes",
                w -> assertThat(look(w).proxmoxNodes(w.target(), SSH).nodes()).isNotEmpty());
        rows.add(
                calls,
                "proxmoxStorage",
                w ->
                        assertThat(look(w).proxmoxStorage(w.target(), SSH, "pve2").storage())
                                .isNotEmpty());
    }

    private static void databases(CallRows rows) {
        Class<?> calls = BrowseCalls.class;
        rows.add(
                calls,
                "sqlServerDatabases",
                w ->
                        assertThat(
                                        look(w).sqlServerDatabases(
                                                        w.target(),
                                                        new SqlServerConnection(
                                                                SqlServerAuthMode.NATIVE.wire(),
                                                                "backup",
                                                                "x",
                                                                "",
                                                                "SQLEXPRESS",
                                                                SqlServerMethod.NATIVE.wire()))
                                                .objects())
                                .isNotEmpty());
        rows.add(
                calls,
                "mysqlDatabases",
                w ->
                        assertThat(
                                        look(w).mysqlDatabases(
                                                        w.target(),
                                                        new MySqlConnection(
                                                                "127.0.0.1",
                                                                "3306",
                                                                "backup",
                                                                "x",
                                                                false,
                                                                false,
                                                                "",
                                                                "",
                                                                ""))
                                                .objects())
                                .isNotEmpty());
        rows.add(
                calls,
                "mongoDatabases",
                w ->
                        assertThat(
                                        look(w).mongoDatabases(
                                                        w.target(),
                                                        new MongoConnection(
                                                                "127.0.0.1",
                                                                27017,
                                                                "backup",
                                                                "x",
                                                                "admin",
                                                                "",
                                                                "",
                                                                "",
                                                                false,
                                                                "",
                                                                List.of(),
                                                                false,
                                                                "",
                                                                "",
                                                                "",
                                                                false,
                                                                false,
                                                                false,
                                                                null))
                                                .objects())
                                .isNotEmpty());
    }

    private static void office(CallRows rows) {
        Class<?> calls = BrowseCalls.class;
        rows.add(
                calls,
                "officeAccounts",
                w ->
                        assertThat(look(w).officeAccounts(w.target(), OFFICE).objects())
                                .isNotEmpty()
                                .allMatch(each -> !each.guid().isEmpty()));
        rows.add(
                calls,
                "officeSites",
                w -> assertThat(look(w).officeSites(w.target(), OFFICE).objects()).isNotEmpty());
        rows.add(
                calls,
                "officeObjects",
                w ->
                        assertThat(look(w).officeObjects(w.target(), OFFICE).objects())
                                .isNotEmpty()
                                .allMatch(each -> !each.id().isEmpty())
                                .allMatch(
                                        each ->
                                                OfficeAccountType.of((int) each.type())
                                                        != OfficeAccountType.UNKNOWN));
        rows.add(
                calls,
                "beginOfficeRegistration",
                w -> {
                    OfficeRegistration begun =
                            look(w).beginOfficeRegistration(w.target(), "it@example.com");
                    assertThat(begun.userCode()).isNotEmpty();
                    assertThat(begun.verificationUrl()).startsWith("https://");
                });
        rows.add(
                calls,
                "checkOfficeRegistration",
                w -> {
                    String begun =
                            look(w).beginOfficeRegistration(w.target(), "it@example.com")
                                    .continuation();
                    assertThat(look(w).checkOfficeRegistration(w.target(), begun).continuation())
                            .isNotEmpty();
                });
    }
}
