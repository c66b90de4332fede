package com.eazybackup.comet.browse;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.ConnectionId;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.SnapshotId;
import com.eazybackup.comet.VaultId;
import com.eazybackup.comet.device.OfficeCredential;
import com.eazybackup.comet.device.SshConnection;
import com.eazybackup.comet.device.VMwareConnection;
import com.eazybackup.comet.user.MailPreview;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a device sees, and what its vaults hold. The device looks it up while the call waits, which
 * takes minutes for a large vault. File names need the consent of the device: without it FORBIDDEN
 * or REFUSED.
 */
@CallsOf(CallsOf.ADMIN)
public interface BrowseCalls {

    /**
     * @return of every device and item that backs up there
     */
    @Call(value = "dispatcher/request-vault-snapshots", kind = CallKind.BROWSE, safe = true)
    VaultSnapshots snapshots(
            @Field("TargetID") ConnectionId target, @Field("Destination") VaultId vault)
            throws CometException;

    /**
     * @param treeId of a folder from the answer before; empty for the root
     * @param options only inside a disk image
     */
    @Call(value = "dispatcher/request-stored-objects", kind = CallKind.BROWSE, safe = true)
    StoredObjects storedObjects(
            @Field("TargetID") ConnectionId target,
            @Field("Destination") VaultId vault,
            @Field("SnapshotID") SnapshotId snapshot,
            @Field("TreeID") Optional<String> treeId,
            @Field("Options") Optional<DiskImageView> options)
            throws CometException;

    /** Searches files by name and properties. */
    @Call(value = "dispatcher/search-snapshots", kind = CallKind.BROWSE, safe = true)
    FoundFiles searchSnapshots(
            @Field("TargetID") ConnectionId target,
            @Field("DestinationID") VaultId vault,
            @Field("SnapshotIDs") List<SnapshotId> snapshotIds,
            @Field("Filter") JsonNode filter)
            throws CometException;

    /**
     * @param path empty for the drives
     */
    @Call(value = "dispatcher/request-filesystem-objects", kind = CallKind.BROWSE, safe = true)
    StoredObjects filesystem(
            @Field("TargetID") ConnectionId target, @Field("Path") Optional<String> path)
            throws CometException;

    /** The partitions in a disk image. */
    @Call(value = "dispatcher/request-windisk-snapshot", kind = CallKind.BROWSE, safe = true)
    DiskImage diskImage(
            @Field("TargetID") ConnectionId target,
            @Field("Destination") VaultId vault,
            @Field("SnapshotID") SnapshotId snapshot)
            throws CometException;

    /** The virtual machines in a snapshot. Since Comet 24.12. */
    @Call(value = "dispatcher/browse-virtual-machines", kind = CallKind.BROWSE, safe = true)
    SnapshotMachines snapshotMachines(
            @Field("TargetID") ConnectionId target,
            @Field("DestinationID") VaultId vault,
            @Field("SnapshotID") SnapshotId snapshot)
            throws CometException;

    /** The physical drives. */
    @Call(value = "dispatcher/request-browse-disk-drives", kind = CallKind.BROWSE, safe = true)
    DiskDrives diskDrives(@Field("TargetID") ConnectionId target) throws CometException;

    /** Applications with a VSS writer. */
    @Call(value = "dispatcher/request-browse-vss-aaw", kind = CallKind.BROWSE, safe = true)
    VssWriters vssWriters(@Field("TargetID") ConnectionId target) throws CometException;

    /** Exchange databases. */
    @Call(value = "dispatcher/request-browse-exchange-edb", kind = CallKind.BROWSE, safe = true)
    ExchangeDatabases exchangeDatabases(@Field("TargetID") ConnectionId target)
            throws CometException;

    /** Machines of Hyper-V. */
    @Call(value = "dispatcher/request-browse-hyperv", kind = CallKind.BROWSE, safe = true)
    HyperVMachines hyperVMachines(@Field("TargetID") ConnectionId target) throws CometException;

    /** Machines of VMware. */
    @Call(value = "dispatcher/request-browse-vmware", kind = CallKind.BROWSE, safe = true)
    VMwareMachines vmwareMachines(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") VMwareConnection credentials)
            throws CometException;

    /** Datacenters of a vCenter. */
    @Call(
            value = "dispatcher/request-browse-vmware/datacenters",
            kind = CallKind.BROWSE,
            safe = true)
    VMwareDatacenters vmwareDatacenters(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") VMwareConnection credentials)
            throws CometException;

    /**
     * @param filter the name of a datacenter
     */
    @Call(value = "dispatcher/request-browse-vmware/hosts", kind = CallKind.BROWSE, safe = true)
    VMwareHosts vmwareHosts(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") VMwareConnection credentials,
            @Field("Filter") String filter)
            throws CometException;

    /**
     * @param filter the name of a datacenter
     */
    @Call(
            value = "dispatcher/request-browse-vmware/datastores",
            kind = CallKind.BROWSE,
            safe = true)
    VMwareDatastores vmwareDatastores(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") VMwareConnection credentials,
            @Field("Filter") String filter)
            throws CometException;

    /**
     * @param filter the name of a datacenter
     */
    @Call(value = "dispatcher/request-browse-vmware/networks", kind = CallKind.BROWSE, safe = true)
    VMwareNetworks vmwareNetworks(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") VMwareConnection credentials,
            @Field("Filter") String filter)
            throws CometException;

    /** Machines of Proxmox VE. */
    @Call(value = "dispatcher/request-browse-proxmox", kind = CallKind.BROWSE, safe = true)
    ProxmoxMachines proxmoxMachines(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") ProxmoxConnection credentials)
            throws CometException;

    /** Nodes of a Proxmox cluster. */
    @Call(value = "dispatcher/request-browse-proxmox/nodes", kind = CallKind.BROWSE, safe = true)
    ProxmoxNodes proxmoxNodes(
            @Field("TargetID") ConnectionId target, @Field("Credentials") SshConnection credentials)
            throws CometException;

    /** Storages of a node. Before Comet 25.9.8 the node is ignored. */
    @Call(value = "dispatcher/request-browse-proxmox/storage", kind = CallKind.BROWSE, safe = true)
    ProxmoxStorages proxmoxStorage(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") SshConnection credentials,
            @Field("Node") String node)
            throws CometException;

    /** Databases of Microsoft SQL Server. */
    @Call(value = "dispatcher/request-browse-mssql", kind = CallKind.BROWSE, safe = true)
    Databases sqlServerDatabases(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") SqlServerConnection credentials)
            throws CometException;

    /** Databases of MySQL. */
    @Call(value = "dispatcher/request-browse-mysql", kind = CallKind.BROWSE, safe = true)
    Databases mysqlDatabases(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") MySqlConnection credentials)
            throws CometException;

    /** Databases of MongoDB. */
    @Call(value = "dispatcher/request-browse-mongodb", kind = CallKind.BROWSE, safe = true)
    Databases mongoDatabases(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") MongoConnection credentials)
            throws CometException;

    /** Tries the sign-in at Microsoft 365. */
    @Call(value = "dispatcher/request-office365-accounts", kind = CallKind.BROWSE, safe = true)
    OfficeObjects officeAccounts(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") OfficeCredential credentials)
            throws CometException;

    /** Tries the sign-in at Microsoft 365, with its sites. */
    @Call(value = "dispatcher/request-office365-sites", kind = CallKind.BROWSE, safe = true)
    OfficeObjects officeSites(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") OfficeCredential credentials)
            throws CometException;

    /** Users, groups, sites and teams to choose from. */
    @Call(value = "dispatcher/office365-list-virtual-accounts", kind = CallKind.BROWSE, safe = true)
    OfficeAccounts officeObjects(
            @Field("TargetID") ConnectionId target,
            @Field("Credentials") OfficeCredential credentials)
            throws CometException;

    /**
     * @return a code and an address for the person who registers
     */
    @Call(
            value = "dispatcher/register-office-application/begin",
            kind = CallKind.BROWSE,
            safe = true)
    OfficeRegistration beginOfficeRegistration(
            @Field("TargetID") ConnectionId target, @Field("EmailAddress") String emailAddress)
            throws CometException;

    /** Asked again and again until it is completed. */
    @Call(
            value = "dispatcher/register-office-application/check",
            kind = CallKind.BROWSE,
            safe = true)
    OfficeRegistrationState checkOfficeRegistration(
            @Field("TargetID") ConnectionId target, @Field("Continuation") String continuation)
            throws CometException;

    /** One mail of a snapshot. */
    @Call(value = "dispatcher/email-preview", kind = CallKind.BROWSE, safe = true)
    MailPreview mail(
            @Field("TargetID") ConnectionId target,
            @Field("Snapshot") SnapshotId snapshot,
            @Field("Destination") VaultId vault,
            @Field("Path") String path)
            throws CometException;
}
