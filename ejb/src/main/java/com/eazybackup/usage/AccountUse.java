package com.eazybackup.usage;

import com.eazybackup.comet.CometTime;
import com.eazybackup.comet.Engine;
import com.eazybackup.fleet.SqlQuery;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What accounts use at this moment, from the portal's own tables: no Comet Server is asked.
 *
 * <p>Cost: three queries, however many accounts there are; none for none. Limits: the queries are
 * not one snapshot. An account of the same name on two Comet Servers counts as one. Servers are not
 * told from other devices, because Comet's operating system does not tell them for sure.
 */
@ApplicationScoped
public class AccountUse {

    private static final List<String> COUNTED =
            List.of(
                    Engine.DISK_IMAGE.wire(),
                    Engine.OFFICE_365.wire(),
                    Engine.HYPER_V.wire(),
                    Engine.VMWARE.wire(),
                    Engine.PROXMOX.wire());

    private static final String DEVICES =
            "SELECT client_id, MIN(username), COUNT(*) FROM comet_devices"
                    + " WHERE revoked_at IS NULL AND username IS NOT NULL AND client_id IN ";

    private static final String STORED =
            "SELECT client_id, MIN(username), SUM(total_bytes), MIN(IF(total_bytes > 0,"
                    // A job that was written measures, too.
                    + " GREATEST(COALESCE(UNIX_TIMESTAMP(last_success_at), 0),"
                    + " CAST(COALESCE(IF(JSON_VALID(content), JSON_UNQUOTE(JSON_EXTRACT(content,"
                    + " '$.Statistics.ClientProvidedSize.MeasureCompleted')), NULL), '0')"
                    + " AS UNSIGNED)), NULL)) FROM comet_vaults"
                    + " WHERE is_active = 1 AND removed_at IS NULL AND type IN (1000, 1003)"
                    + " AND username IS NOT NULL AND client_id IN ";

    private static final String BY_ACCOUNT = " GROUP BY client_id, CAST(username AS BINARY)";

    // Only accounts of Microsoft 365 need more than the statistics, and descriptions are large.
    private static final String ITEMS =
            "SELECT client_id, username, type, comet_device_id, IF(type = ?, content,"
                    + " IF(JSON_VALID(content), CONCAT('{\"Statistics\":',"
                    + " COALESCE(JSON_EXTRACT(content, '$.Statistics'), '{}'), '}'), NULL))"
                    + " FROM comet_items WHERE username IS NOT NULL AND type IN ";

    private DataSource database;

    AccountUse() {}

    @Inject
    public AccountUse(DataSource database) {
        this.database = database;
    }

    private record Sum(AccountKey account, long value) {}

    /**
     * @param since Unix seconds, 0 when it is not known
     */
    private record Stored(AccountKey account, long bytes, long since) {

        static final Stored NOTHING = new Stored(null, 0, 0);

        static Stored both(Stored one, Stored other) {
            return new Stored(
                    one.account(),
                    one.bytes() + other.bytes(),
                    Math.min(one.since(), other.since()));
        }

        Optional<Instant> at() {
            return since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(since));
        }
    }

    /**
     * @return for each of these accounts what it uses; zeros where the tables have nothing of it
     * @throws DatabaseUnavailable when the database does not answer
     */
    public Map<AccountKey, AccountFigures> of(Collection<AccountKey> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        Set<Integer> clients =
                accounts.stream()
                        .map(account -> account.client().value())
                        .collect(Collectors.toSet());
        try (Connection connection = database.getConnection()) {
            Map<AccountKey, Long> devices = sums(connection, DEVICES, clients);
            Map<AccountKey, Stored> stored = stored(connection, clients);
            Map<AccountKey, ItemCount> items = items(connection, clients);
            Map<AccountKey, AccountFigures> found = new HashMap<>();
            accounts.forEach(
                    account ->
                            found.put(
                                    account,
                                    figures(
                                            devices.getOrDefault(account, 0L),
                                            stored.getOrDefault(account, Stored.NOTHING),
                                            items.getOrDefault(account, new ItemCount()))));
            return found;
        } catch (SQLException e) {
            throw new DatabaseUnavailable("what accounts use cannot be read", e);
        }
    }

    private static AccountFigures figures(long devices, Stored stored, ItemCount items) {
        return new AccountFigures(
                (int) devices,
                Math.max(0, stored.bytes()),
                stored.at(),
                items.imagedDevices(),
                items.officeAccounts(),
                items.hyperVMachines(),
                items.vmwareMachines(),
                items.proxmoxMachines());
    }

    private static Map<AccountKey, Long> sums(
            Connection connection, String sql, Set<Integer> clients) throws SQLException {
        return new SqlQuery()
                        .add(sql)
                        .in(clients)
                        .add(BY_ACCOUNT)
                        .list(connection, row -> new Sum(account(row), row.getLong(3)))
                        .stream()
                        .collect(Collectors.toMap(Sum::account, Sum::value, Long::sum));
    }

    private static Map<AccountKey, Stored> stored(Connection connection, Set<Integer> clients)
            throws SQLException {
        return new SqlQuery()
                        .add(STORED)
                        .in(clients)
                        .add(BY_ACCOUNT)
                        .list(
                                connection,
                                row ->
                                        new Stored(
                                                account(row),
                                                row.getLong(3),
                                                CometTime.seconds(row.getLong(4))))
                        .stream()
                        .collect(Collectors.toMap(Stored::account, one -> one, Stored::both));
    }

    private static Map<AccountKey, ItemCount> items(Connection connection, Set<Integer> clients)
            throws SQLException {
        Map<AccountKey, ItemCount> found = new HashMap<>();
        new SqlQuery()
                .add(ITEMS, Engine.OFFICE_365.wire())
                .in(COUNTED)
                .add(" AND client_id IN ")
                .in(clients)
                .list(
                        connection,
                        row -> {
                            ItemCount count =
                                    found.computeIfAbsent(account(row), key -> new ItemCount());
                            count.add(row.getString(3), row.getString(4), row.getString(5));
                            return count;
                        });
        return found;
    }

    private static AccountKey account(ResultSet row) throws SQLException {
        return new AccountKey(new ClientId(row.getInt(1)), row.getString(2));
    }
}
