package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link GoodForms} of the calls that look into devices and snapshots. */
final class BrowsingForms {

    static final String DISPATCHER = Api.ADMIN + "dispatcher/";
    private static final String SSH =
            """
            {"SSHServer":"pve.example","SSHUsername":"root","SSHAuthMode":1,"SSHPassword":"x",
             "SSHPrivateKey":"","SSHCustomAuth_UseKnownHostsFile":false,
             "SSHCustomAuth_KnownHostsFile":""}
            """;
    private static final String VMWARE =
            """
            {"ConnectionType":"vsphere","SSH":%s,"VSphere":{"Hostname":"vcenter.example",
             "Https":true,"AllowInvalidCertificate":false,"Username":"backup","Password":"x",
             "ThumbPrint":""}}
            """
                    .formatted(SSH);
    private static final String OFFICE =
            """
            {"AppID":"a","TenantID":"t","Secret":"s","AppCert":"","Region":"GlobalPublicCloud"}
            """;
    private static final String MSSQL =
            """
            {"Type":"native","Username":"backup","Password":"x","Hostname":"",
             "InstanceName":"SQLEXPRESS","Method":"OLEDB_NATIVE"}
            """;
    private static final String MYSQL =
            """
            {"Host":"127.0.0.1","Port":"3306","Username":"backup","Password":"x","UseTLS":false,
             "TLSSkipVerify":false,"TLSCustomServerCAPath":"","TLSCustomClientCrtPath":"",
             "TLSCustomClientKeyPath":""}
            """;
    private static final String MONGODB =
            """
            {"Server":"127.0.0.1","Port":27017,"Username":"backup","Password":"x",
             "AuthenticationDB":"admin","MongoShellPath":"","MongodumpPath":"","ReadPreference":"",
             "UseReplica":false,"ReplicaName":"","ReplicaMembers":[],"UseSSL":false,
             "ClientSSLPEMPath":"","ServerSSLPEMPath":"","SSLClientKeyPassword":"",
             "AllowInvalidCertificate":false,"AllowInvalidHostname":false,"UseSSH":false}
            """;
    private static final String FILTER =
            """
            {"ClauseType":"","RuleField":"name","RuleOperator":"str_endswith","RuleValue":".pdf"}
            """;

    private final ApiCaller caller;
    private final Workbench bench;

    BrowsingForms(SimulatedCometServer server, ApiCaller caller) {
        this.caller = caller;
        this.bench = new Workbench(server, GoodForms.USER);
    }

    /** Empty for a path that looks into nothing. */
    Map<String, String> of(String path) throws IOException, InterruptedException {
        String call = path.substring(DISPATCHER.length());
        Map<String, String> own = own(call);
        if (own.isEmpty() && !call.startsWith("request-browse-")) {
            return Map.of();
        }
        Map<String, String> form = new LinkedHashMap<>(own);
        form.put("TargetID", bench.target());
        return form;
    }

    private Map<String, String> own(String call) throws IOException, InterruptedException {
        return switch (call) {
            case "request-vault-snapshots" -> Map.of("Destination", bench.vault());
            case "request-stored-objects" -> in("Destination", "SnapshotID", "engine1/mssql");
            case "search-snapshots" ->
                    Map.of(
                            "DestinationID",
                            bench.vault(),
                            "SnapshotIDs",
                            "[\"" + bench.backup("engine1/windisk") + "\"]",
                            "Filter",
                            FILTER);
            case "request-windisk-snapshot" -> in("Destination", "SnapshotID", "engine1/windisk");
            case "browse-virtual-machines" -> in("DestinationID", "SnapshotID", "engine1/hyperv");
            case "email-preview" -> mail();
            case "request-filesystem-objects" -> Map.of("Path", "C:\\");
            case "request-browse-vmware", "request-browse-vmware/datacenters" ->
                    Map.of("Credentials", VMWARE);
            case "request-browse-vmware/hosts",
                    "request-browse-vmware/datastores",
                    "request-browse-vmware/networks" ->
                    Map.of("Credentials", VMWARE, "Filter", "Toronto");
            case "request-browse-proxmox" -> Map.of("Credentials", "{\"SSH\":" + SSH + "}");
            case "request-browse-proxmox/nodes" -> Map.of("Credentials", SSH);
            case "request-browse-proxmox/storage" -> Map.of("Credentials", SSH, "Node", "pve2");
            case "request-browse-mssql" -> Map.of("Credentials", MSSQL);
            case "request-browse-mysql" -> Map.of("Credentials", MYSQL);
            case "request-browse-mongodb" -> Map.of("Credentials", MONGODB);
            case "request-office365-accounts",
                    "request-office365-sites",
                    "office365-list-virtual-accounts" ->
                    Map.of("Credentials", OFFICE);
            case "register-office-application/begin" -> Map.of("EmailAddress", "it@example.com");
            case "register-office-application/check" -> Map.of("Continuation", registration());
            default -> Map.of();
        };
    }

    private Map<String, String> in(String vaultField, String snapshotField, String engine) {
        return Map.of(vaultField, bench.vault(), snapshotField, bench.backup(engine));
    }

    private String registration() throws IOException, InterruptedException {
        return caller.admin(
                        "dispatcher/register-office-application/begin",
                        "TargetID",
                        bench.target(),
                        "EmailAddress",
                        "it@example.com")
                .path("Continuation")
                .asText();
    }

    /** The first mail of the first mailbox. */
    private Map<String, String> mail() throws IOException, InterruptedException {
        String snapshot = bench.backup("engine1/winmsofficemail");
        JsonNode mailbox = stored(snapshot, "").get(0);
        JsonNode inbox = stored(snapshot, mailbox.path("subtree").asText()).get(0);
        JsonNode mail = stored(snapshot, inbox.path("subtree").asText()).get(0);
        String path =
                "%s/%s/%s"
                        .formatted(
                                mailbox.path("name").asText(),
                                inbox.path("name").asText(),
                                mail.path("name").asText());
        return Map.of("Destination", bench.vault(), "Snapshot", snapshot, "Path", path);
    }

    private JsonNode stored(String snapshot, String tree) throws IOException, InterruptedException {
        String[] fields = {
            "TargetID", bench.target(), "Destination", bench.vault(), "SnapshotID", snapshot
        };
        String[] below = {
            "TargetID",
            bench.target(),
            "Destination",
            bench.vault(),
            "SnapshotID",
            snapshot,
            "TreeID",
            tree
        };
        return caller.admin("dispatcher/request-stored-objects", tree.isEmpty() ? fields : below)
                .path("StoredObjects");
    }
}
