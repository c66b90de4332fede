package com.eazybackup.whmcs;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The Comet accounts that active services pay for, all at once: what the nightly sync holds against
 * the Comet Servers' lists. Active means what it means in {@link ActiveServices}.
 *
 * <p>Cost: one query; the answer is as large as the number of services. An account with two of them
 * comes twice, and is one here: the database would need a table on its disk to find that out.
 */
@ApplicationScoped
public class ServiceAccounts {

    private static final String ACTIVE =
            "SELECT h.userid, TRIM(h.username) FROM tblhosting h"
                    + " JOIN tblproducts p ON p.id = h.packageid"
                    + " WHERE h.domainstatus = 'Active' AND p.servertype = 'comet'"
                    + " AND TRIM(h.username) <> ''";

    private static final String OF_PROFILE =
            " AND (EXISTS (SELECT 1 FROM tblservergroups g WHERE g.id = p.servergroup"
                    + " AND g.name = ? AND h.server = 0)"
                    + " OR EXISTS (SELECT 1 FROM tblservergroupsrel r JOIN tblservergroups g"
                    + " ON g.id = r.groupid WHERE r.serverid = h.server AND g.name = ?))";

    private DataSource database;
    private Set<Integer> excludedGroups = Set.of();

    ServiceAccounts() {}

    @Inject
    ServiceAccounts(DataSource database, Settings settings) {
        this(database, settings.excludedProductGroups());
    }

    /** For tests. */
    public ServiceAccounts(DataSource database, Set<Integer> excludedGroups) {
        this.database = database;
        this.excludedGroups = Set.copyOf(excludedGroups);
    }

    /**
     * @return the accounts on that Comet Server, in the spelling of the services
     */
    public Set<CometUser> of(ProfileName profile) throws SQLException {
        return read(ACTIVE + excluded() + OF_PROFILE, profile.value(), profile.value());
    }

    /**
     * @return the accounts on any Comet Server
     */
    public Set<CometUser> all() throws SQLException {
        return read(ACTIVE + excluded());
    }

    private String excluded() {
        return excludedGroups.isEmpty()
                ? ""
                : excludedGroups.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", " AND p.gid NOT IN (", ")"));
    }

    private Set<CometUser> read(String sql, String... parameters) throws SQLException {
        Set<CometUser> found = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getInt(1) > 0) {
                        found.add(
                                new CometUser(
                                        new ClientId(row.getInt(1)), row.getString(2).strip()));
                    }
                }
            }
        }
        return found;
    }
}
