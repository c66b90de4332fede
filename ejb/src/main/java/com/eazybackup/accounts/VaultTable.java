package com.eazybackup.accounts;

import com.eazybackup.comet.CometTime;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.SqlQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;

/** The rows of {@code comet_vaults} that are there now, within a client's scope: one query. */
final class VaultTable {

    // MySQL fails the whole statement for one row that is no JSON; MariaDB gives NULL.
    // A job that was written measures too: its end is in last_success_at.
    private static final String SELECT =
            "SELECT id, username, name, type, COALESCE(total_bytes, 0), has_storage_limit,"
                    + " storage_limit_bytes, IF(JSON_VALID(content),"
                    + " JSON_UNQUOTE(JSON_EXTRACT(content, '$.StorageLimitID')), NULL),"
                    + " IF(JSON_VALID(content), JSON_UNQUOTE(JSON_EXTRACT(content,"
                    + " '$.Statistics.ClientProvidedSize.MeasureCompleted')), NULL),"
                    + " COALESCE(UNIX_TIMESTAMP(last_success_at), 0)";

    private static final String NAMES = "SELECT id, username, name, type";

    private static final String THERE =
            " FROM comet_vaults WHERE client_id = ? AND is_active = 1 AND removed_at IS NULL AND ";

    private final ClientScope scope;

    VaultTable(ClientScope scope) {
        this.scope = scope;
    }

    List<StoredVault> read(Connection connection) throws SQLException {
        return there(SELECT).list(connection, this::vault);
    }

    /** What they are called, without Comet's description of each: it is large. */
    List<FoundVault> named(Connection connection, IntFunction<String> types) throws SQLException {
        return there(NAMES)
                .list(
                        connection,
                        row ->
                                new FoundVault(
                                        row.getString(1),
                                        row.getString(3),
                                        row.getString(2),
                                        types.apply(row.getInt(4))));
    }

    private SqlQuery there(String select) {
        return new SqlQuery()
                .add(select)
                .add(THERE, scope.client().value())
                .exactlyOneOf("username", scope.usernames());
    }

    private StoredVault vault(ResultSet row) throws SQLException {
        String username = row.getString(2);
        return new StoredVault(
                row.getString(1),
                username,
                row.getString(3),
                row.getInt(4),
                Math.max(0, row.getLong(5)),
                row.getBoolean(6),
                row.getLong(7),
                given(row.getString(8)),
                scope.managed(username),
                Math.max(CometTime.seconds(number(row.getString(9))), row.getLong(10)));
    }

    /** A JSON null is the word null, once it is unquoted. */
    private static boolean given(String id) {
        return id != null && !id.isEmpty() && !id.equals("null");
    }

    private static long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
