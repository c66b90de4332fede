package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The accounts of one Comet Server that have rows and are not in its complete list.
 *
 * @param known how many have rows
 * @param listed how many the list has
 * @param gone the names
 */
record VanishedAccounts(int known, int listed, List<String> gone) {

    private static final String KNOWN =
            "SELECT username FROM comet_users WHERE comet_server_id = ?";

    static VanishedAccounts find(DataSource database, ProfileName profile, Set<String> listed)
            throws SQLException {
        List<String> known = known(database, profile);
        Set<String> keys = listed.stream().map(VanishedAccounts::key).collect(Collectors.toSet());
        List<String> gone = new ArrayList<>(known);
        gone.removeIf(name -> keys.contains(key(name)));
        return new VanishedAccounts(known.size(), listed.size(), gone);
    }

    /**
     * @return the accounts that have rows
     */
    static List<String> known(DataSource database, ProfileName profile) throws SQLException {
        List<String> known = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
        }
        return known;
    }

    /** A row is spelled as its service is, which may differ in case from what Comet says. */
    static String key(String name) {
        return Fit.to(Fit.NAME, name.strip()).toLowerCase(Locale.ROOT);
    }

    boolean believed(DropRule rule) {
        return rule.believes(known, listed, gone.size());
    }
}
