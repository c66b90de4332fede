package com.eazybackup.whmcs;

import com.eazybackup.comet.ProfileName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads, for many names at once, the rows that could say whose they are: two queries, however many
 * names. Services count only when their server, or their product, is in the profile's server group:
 * the same name on another Comet Server is somebody else.
 */
final class UserCandidates {

    private static final int MYSQL_NO_SUCH_TABLE = 1146;

    private UserCandidates() {}

    /** Where rows of names are found. */
    interface Source {
        /**
         * @return rows by {@link UserCandidates#key}; others may be among them
         */
        Map<String, List<UserCandidate>> of(Connection connection, Collection<String> names)
                throws SQLException;
    }

    /**
     * @return rows by name in lower case, without white space around it
     */
    static Map<String, List<UserCandidate>> read(
            Connection connection, ProfileName profile, Collection<String> names)
            throws SQLException {
        Map<String, List<UserCandidate>> rows = new TreeMap<>();
        mappings(connection, profile, "username IN (" + marks(names) + ") AND", names, rows);
        services(
                connection, profile, "TRIM(h.username) IN (" + marks(names) + ") AND", names, rows);
        return rows;
    }

    /**
     * Those of every name that somebody has on the profile's server. WHMCS keeps no key of names:
     * asked for some at a time it reads all its services each time. Finds for each name what {@link
     * #read} finds.
     */
    static Map<String, List<UserCandidate>> all(Connection connection, ProfileName profile)
            throws SQLException {
        Map<String, List<UserCandidate>> rows = new HashMap<>();
        mappings(connection, profile, "", List.of(), rows);
        services(connection, profile, "", List.of(), rows);
        return rows;
    }

    /**
     * What WHMCS's services are: two marks differ when a service has come, gone, moved or changed
     * its name or status.
     *
     * @param services how many there are
     * @param sum of what each of them says
     */
    record Mark(long services, long sum) {

        static final Mark NONE = new Mark(-1, 0);
    }

    /**
     * Reads every service once, in the database. A checksum as CRC32 would not do: of two services
     * that move alike the two differences are the same and take each other away.
     */
    static Mark servicesMark(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT COUNT(*), COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS('|',"
                                        + " id, userid, packageid, server, domainstatus, username)),"
                                        + " 15), 16, 10) AS UNSIGNED)), 0)"
                                        + " FROM tblhosting");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Mark(row.getLong(1), row.getLong(2));
        }
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Rows that somebody put there by hand or by another system. Those that the portal writes carry
     * the profile's name as server: they follow the services and prove nothing.
     */
    private static void mappings(
            Connection connection,
            ProfileName profile,
            String which,
            Collection<String> names,
            Map<String, List<UserCandidate>> rows)
            throws SQLException {
        String sql =
                "SELECT client_id, username FROM comet_users WHERE "
                        + which
                        + " (comet_server_id IS NULL OR comet_server_id = ''"
                        + " OR (comet_server_id REGEXP '^[0-9]+$'"
                        + " AND CAST(comet_server_id AS UNSIGNED) IN (SELECT r.serverid"
                        + " FROM tblservergroupsrel r JOIN tblservergroups g ON g.id = r.groupid"
                        + " WHERE g.name = ?)))";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = bind(select, 1, names);
            select.setString(next, profile.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(2);
                    // The database would not compare it without the space before it.
                    if (name != null && !name.startsWith(" ")) {
                        add(rows, UserCandidate.mapping(row.getInt(1), name));
                    }
                }
            }
        } catch (SQLException e) {
            // An installation without this table is a good one: the services say the same.
            if (e.getErrorCode() != MYSQL_NO_SUCH_TABLE) {
                throw e;
            }
        }
    }

    private static void services(
            Connection connection,
            ProfileName profile,
            String which,
            Collection<String> names,
            Map<String, List<UserCandidate>> rows)
            throws SQLException {
        String sql =
                "SELECT h.id, h.userid, h.username, h.domainstatus FROM tblhosting h"
                        + " JOIN tblproducts p ON p.id = h.packageid"
                        + " WHERE "
                        + which
                        + " (EXISTS (SELECT 1 FROM tblservergroups g WHERE g.id = p.servergroup"
                        + " AND g.name = ? AND h.server = 0)"
                        + " OR EXISTS (SELECT 1 FROM tblservergroupsrel r JOIN tblservergroups g"
                        + " ON g.id = r.groupid WHERE r.serverid = h.server AND g.name = ?))";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = bind(select, 1, names);
            select.setString(next, profile.value());
            select.setString(next + 1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(
                            rows,
                            UserCandidate.service(
                                    row.getInt(1),
                                    row.getInt(2),
                                    row.getString(3),
                                    "Active".equalsIgnoreCase(row.getString(4))));
                }
            }
        }
    }

    private static void add(Map<String, List<UserCandidate>> rows, UserCandidate candidate) {
        if (candidate.username() != null && spacesAlone(candidate.username())) {
            rows.computeIfAbsent(key(candidate.username()), name -> new ArrayList<>(1))
                    .add(candidate);
        }
    }

    /** The database takes spaces away around a name, and nothing else: not a tab, for one. */
    private static boolean spacesAlone(String name) {
        String bare = name.strip();
        int begin = name.indexOf(bare);
        return (name.substring(0, begin) + name.substring(begin + bare.length()))
                .replace(" ", "")
                .isEmpty();
    }

    private static String marks(Collection<String> names) {
        return String.join(",", Collections.nCopies(names.size(), "?"));
    }

    private static int bind(PreparedStatement statement, int from, Collection<String> names)
            throws SQLException {
        int position = from;
        for (String name : names) {
            statement.setString(position++, name.strip());
        }
        return position;
    }
}
