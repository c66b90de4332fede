package com.eazybackup.whmcs;

import com.eazybackup.comet.ProfileName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Who has an active service on a Comet Server: as services in WHMCS say it, whether the server
 * knows the user or not. One query, whatever their number.
 */
public final class ActiveUsers {

    private static final String SELECT =
            "SELECT h.userid, TRIM(h.username) FROM tblhosting h"
                    + " JOIN tblproducts p ON p.id = h.packageid"
                    + " WHERE h.domainstatus = 'Active' AND TRIM(h.username) <> ''"
                    // A service that belongs to nobody.
                    + " AND h.userid > 0"
                    + " AND (EXISTS (SELECT 1 FROM tblservergroups g WHERE g.id = p.servergroup"
                    + " AND g.name = ? AND h.server = 0)"
                    + " OR EXISTS (SELECT 1 FROM tblservergroupsrel r JOIN tblservergroups g"
                    + " ON g.id = r.groupid WHERE r.serverid = h.server AND g.name = ?))";

    private ActiveUsers() {}

    /**
     * @return with their names as they are stored
     */
    public static Set<CometUser> of(Connection connection, ProfileName profile)
            throws SQLException {
        Set<CometUser> users = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, profile.value());
            select.setString(2, profile.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    users.add(new CometUser(new ClientId(row.getInt(1)), row.getString(2)));
                }
            }
        }
        return users;
    }
}
