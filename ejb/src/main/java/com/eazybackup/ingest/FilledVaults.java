package com.eazybackup.ingest;

import com.eazybackup.whmcs.ClientId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the good backups of one batch left in their vaults: of each vault the last one's word. */
final class FilledVaults {

    private record Filled(long endedAt, ArrayNode row) {}

    private final Map<String, Filled> vaults = new LinkedHashMap<>();

    void add(String vault, ClientId owner, String username, long bytes, long endedAt) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode(5);
        row.add(vault).add(owner.value()).add(username).add(bytes).add(endedAt);
        vaults.merge(vault, new Filled(endedAt, row), (a, b) -> a.endedAt() >= b.endedAt() ? a : b);
    }

    void write(Connection connection) throws SQLException {
        if (vaults.isEmpty()) {
            return;
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(vaults.size());
        vaults.values().forEach(filled -> rows.add(filled.row()));
        try (PreparedStatement update = connection.prepareStatement(JobTables.VAULTS_FILLED)) {
            update.setString(1, rows.toString());
            update.executeUpdate();
        }
    }
}
