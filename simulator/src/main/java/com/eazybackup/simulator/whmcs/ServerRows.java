package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.CometAccess;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** tblservers, tblservergroups and what joins them: where each profile's Comet Server is. */
final class ServerRows {

    private final WhmcsRows rows;

    ServerRows(WhmcsRows rows) {
        this.rows = rows;
    }

    /**
     * @return profile name to tblservers.id
     */
    Map<String, Integer> write(Map<String, CometAccess> servers) throws SQLException {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (Map.Entry<String, CometAccess> server : servers.entrySet()) {
            String profile = server.getKey();
            CometAccess access = server.getValue();
            int group = CatalogueRows.groupOf(profile);
            int id = group + 10;
            rows.write("INSERT INTO tblservergroups (id, name) VALUES (?, ?)", group, profile);
            rows.write(
                    "INSERT INTO tblservers (id, name, hostname, type, username, password, secure, port)"
                            + " VALUES (?, ?, ?, 'comet', ?, ?, ?, ?)",
                    id,
                    "Comet " + profile,
                    access.origin().getHost(),
                    access.username(),
                    StoredSecret.close(access.password()),
                    secure(access),
                    access.origin().getPort());
            rows.write(
                    "INSERT INTO tblservergroupsrel (groupid, serverid) VALUES (?, ?)", group, id);
            ids.put(profile, id);
        }
        return ids;
    }

    void repoint(Map<String, CometAccess> servers) throws SQLException {
        for (Map.Entry<String, CometAccess> server : servers.entrySet()) {
            CometAccess access = server.getValue();
            rows.write(
                    "UPDATE tblservers SET hostname = ?, port = ?, secure = ?, username = ?, password = ?"
                            + " WHERE id = ?",
                    access.origin().getHost(),
                    access.origin().getPort(),
                    secure(access),
                    access.username(),
                    StoredSecret.close(access.password()),
                    CatalogueRows.groupOf(server.getKey()) + 10);
        }
    }

    private static String secure(CometAccess access) {
        return access.origin().getScheme().equals("https") ? "on" : "";
    }
}
