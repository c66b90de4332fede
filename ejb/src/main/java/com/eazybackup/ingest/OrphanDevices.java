package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Devices whose client has no active service for their user: also those that a former client of a
 * user name has kept. A device is this server's when the registry says so; names are compared here,
 * because the database would compare them without case.
 */
final class OrphanDevices {

    /** Each device once: the registry has it at most once on a server. */
    private static final String HERE =
            "SELECT d.id, d.client_id, d.username FROM comet_devices d"
                    + " JOIN eb_devices_registry r ON r.device_id = LEFT(d.hash, 128)"
                    + " AND r.server_id = ?"
                    + " WHERE d.revoked_at IS NULL AND (r.username = d.username OR NOT EXISTS"
                    + " (SELECT 1 FROM eb_devices_registry o WHERE o.device_id = r.device_id"
                    + " AND o.server_id <> r.server_id))";

    private static final String NOWHERE =
            "SELECT d.id, d.client_id, d.username FROM comet_devices d"
                    + " WHERE d.revoked_at IS NULL AND ? IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM eb_devices_registry r"
                    + " WHERE r.device_id = LEFT(d.hash, 128))";

    private static final int FEW = 10;

    /**
     * What was found.
     *
     * @param ids of {@code comet_devices}
     * @param looked how many devices were looked at
     */
    record Found(List<String> ids, int looked) {

        /**
         * @return whether so many may be taken away: an account of WHMCS that is not understood any
         *     more, as after an import or with another product group, looks like one that nobody
         *     pays for
         */
        boolean believed(DropRule rule, int paid) {
            return ids.isEmpty()
                    || (paid > 0 && ids.size() <= FEW)
                    || rule.believes(looked, paid, ids.size());
        }
    }

    private OrphanDevices() {}

    /**
     * @param paidFor accounts with an active service
     * @param unregistered whether devices that the registry has on no server are looked at, too
     */
    static Found find(
            DataSource database, ProfileName profile, Set<CometUser> paidFor, boolean unregistered)
            throws SQLException {
        List<String> found = new ArrayList<>();
        int looked = 0;
        try (Connection connection = database.getConnection()) {
            looked += read(connection, HERE, profile, paidFor, found);
            if (unregistered) {
                looked += read(connection, NOWHERE, profile, paidFor, found);
            }
        }
        return new Found(List.copyOf(found), looked);
    }

    private static int read(
            Connection connection,
            String sql,
            ProfileName profile,
            Set<CometUser> paidFor,
            List<String> found)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, profile.value());
            int looked = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    looked++;
                    int client = row.getInt(2);
                    String username = row.getString(3) == null ? "" : row.getString(3);
                    boolean paid =
                            client > 0
                                    && paidFor.contains(
                                            new CometUser(new ClientId(client), username));
                    if (!paid) {
                        found.add(row.getString(1));
                    }
                }
            }
            return looked;
        }
    }
}
