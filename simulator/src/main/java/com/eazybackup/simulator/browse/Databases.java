package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Databases, Exchange stores and Windows components of a device, and what they leave behind. */
public final class Databases {

    private static final List<String> SQL_SERVER =
            List.of("ledger", "payroll", "crm", "ReportServer", "master", "model", "msdb");
    private static final List<String> MYSQL =
            List.of("shop", "wordpress", "analytics", "information_schema", "mysql");
    private static final List<String> MONGODB = List.of("events", "sessions", "admin", "config");
    private static final List<String> STORES =
            List.of("Mailbox Database 01", "Mailbox Database 02", "Archive Mailboxes");

    private Databases() {}

    /**
     * @param engine for example {@code engine1/mysql}
     * @return names of databases, as keys and values
     */
    public static ObjectNode names(String engine) {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        of(engine).forEach(name -> names.put(name, name));
        return names;
    }

    /** EDBFileInfo objects. */
    public static List<ObjectNode> exchange(String device, String server) {
        Seed seed = Seed.of(device, "exchange");
        return STORES.stream()
                .map(
                        name ->
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("Name", name)
                                        .put("Guid", seed.at(name).uuid())
                                        .put("ServerName", server)
                                        .put("CircularLoggingEnabled", name.startsWith("Archive")))
                .toList();
    }

    /** VSSWriterInfo objects by the writer's GUID. */
    public static ObjectNode writers() {
        ObjectNode writers = JsonNodeFactory.instance.objectNode();
        writer(
                writers,
                "b2014c9e-8711-4c5c-a5a9-3cf384484757",
                "NTDS",
                "ntds",
                "C:\\Windows\\NTDS");
        writer(
                writers,
                "a65faa63-5ea8-4ebc-9dbd-a0c4db26912a",
                "SqlServerWriter",
                "ledger",
                "SQL01");
        writer(
                writers,
                "e8132975-6f93-4464-a53e-1050253ae220",
                "System Writer",
                "System Files",
                "");
        return writers;
    }

    private static void writer(
            ObjectNode writers, String guid, String title, String component, String path) {
        writers.putObject(guid)
                .put("DisplayName", title)
                .withArray("Components")
                .addObject()
                .put("Path", path)
                .put("Name", component)
                .put("CType", title.startsWith("System") ? "VSS_CT_FILEGROUP" : "VSS_CT_DATABASE")
                .put("Selectable", !title.startsWith("System"));
    }

    /** What a snapshot of such an item holds; empty for an engine that is none of these. */
    static List<Entry> stored(String engine, Seed item, long moment) {
        Papers papers = new Papers("file", "dir", moment);
        return switch (engine) {
            case "engine1/mysql" -> dumps(papers, item, of(engine), ".sql");
            case "engine1/mssql" -> dumps(papers, item, of(engine), ".bak");
            case "engine1/mongodb" -> dumps(papers, item, of(engine), ".archive.gz");
            case "engine1/stdout" -> dumps(papers, item, List.of("export"), ".tar");
            case "engine1/exchangeedb" ->
                    STORES.stream()
                            .map(name -> folder(papers, item, name, name + ".edb", "E00.log"))
                            .toList();
            case "engine1/vsswriter" ->
                    List.of(folder(papers, item, "NTDS", "ntds.dit", "edb.log", "edb.chk"));
            case "engine1/systemstate", "engine1/windowssystem" ->
                    List.of(
                            folder(
                                    papers,
                                    item,
                                    "WindowsImageBackup",
                                    "MediaId",
                                    "Esp.vhdx",
                                    "System.vhdx"));
            default -> List.of();
        };
    }

    private static List<Entry> dumps(Papers papers, Seed item, List<String> names, String ending) {
        List<Entry> files = new ArrayList<>();
        names.forEach(name -> files.add(papers.file(name + ending, item.at(name))));
        return files;
    }

    private static Entry folder(Papers papers, Seed item, String name, String... files) {
        return Entry.folder(
                name,
                papers.folder(),
                papers.moment(),
                () -> dumps(papers, item.at(name), List.of(files), ""));
    }

    private static List<String> of(String engine) {
        return switch (engine) {
            case "engine1/mssql" -> SQL_SERVER;
            case "engine1/mysql" -> MYSQL;
            default -> MONGODB;
        };
    }
}
