package com.eazybackup.whmcs;

import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How people who sign in with WHMCS stand there at this moment: address, password, second factor,
 * memberships.
 *
 * <p>Cost: one query for up to a thousand people, and one more once, to see which columns this
 * WHMCS has.
 *
 * <p>Limits: WHMCS may write the same password anew when its owner signs in there; that looks like
 * a change. A second factor that is set up again in the same way does not.
 */
@ApplicationScoped
public class UserStandings {

    private static final int AT_ONCE = 1000;

    private DataSource database;
    private volatile UserColumns columns;

    UserStandings() {}

    @Inject
    public UserStandings(DataSource database) {
        this.database = database;
    }

    /**
     * @return an entry for each user that WHMCS has
     * @throws DatabaseUnavailable when they cannot be read
     */
    public Map<UserId, UserStanding> of(Collection<UserId> users) {
        Map<UserId, UserStanding> found = new HashMap<>();
        List<UserId> all = List.copyOf(users);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.putAll(read(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return found;
    }

    public Optional<UserStanding> of(UserId user) {
        return Optional.ofNullable(of(List.of(user)).get(user));
    }

    /**
     * @return an entry for each user whose address the database holds to be this one: it takes no
     *     notice of case and accents
     * @throws DatabaseUnavailable when they cannot be read
     */
    public Map<UserId, UserStanding> ofAddress(String email) {
        return read("u.email = ?", List.of(email));
    }

    private Map<UserId, UserStanding> read(List<UserId> users) {
        return read(
                "u.id IN (?" + ",?".repeat(users.size() - 1) + ")",
                users.stream().map(UserId::value).toList());
    }

    private Map<UserId, UserStanding> read(String which, List<?> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(sql(known(connection), which))) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                return standings(row);
            }
        } catch (SQLException e) {
            columns = null; // perhaps WHMCS was brought up to date meanwhile
            throw new DatabaseUnavailable("cannot read how users of WHMCS stand", e);
        }
    }

    private UserColumns known(Connection connection) throws SQLException {
        UserColumns known = columns;
        if (known == null) {
            known = UserColumns.of(connection);
            columns = known;
        }
        return known;
    }

    private static String sql(UserColumns columns, String which) {
        return "SELECT u.id, u.email, u.first_name, u.last_name, "
                + columns.password()
                + ", "
                + columns.secondFactor()
                + ", c.id, c.companyname, c.firstname, c.lastname, m.owner, m.permissions"
                + " FROM tblusers u LEFT JOIN (tblusers_clients m JOIN tblclients c"
                + " ON c.id = m.client_id AND "
                + ClientRow.OPEN
                + ") ON m.auth_user_id = u.id WHERE "
                + which
                + " ORDER BY u.id, m.owner DESC, c.companyname, c.lastname, c.id";
    }

    private static Map<UserId, UserStanding> standings(ResultSet row) throws SQLException {
        Map<UserId, UserStanding> found = new LinkedHashMap<>();
        Map<UserId, List<Membership>> memberships = new HashMap<>();
        while (row.next()) {
            UserId id = new UserId(row.getInt(1));
            List<Membership> mine = memberships.computeIfAbsent(id, unused -> new ArrayList<>());
            if (row.getObject(7) != null) {
                mine.add(membership(row));
            }
            found.put(
                    id, new UserStanding(user(id, row), row.getString(5), row.getString(6), mine));
        }
        return found;
    }

    private static WhmcsUser user(UserId id, ResultSet row) throws SQLException {
        String email = row.getString(2);
        return new WhmcsUser(id, email, UserRow.name(row.getString(3), row.getString(4), email));
    }

    private static Membership membership(ResultSet row) throws SQLException {
        int client = row.getInt(7);
        return new Membership(
                new ClientId(client),
                ClientRow.name(client, row.getString(8), row.getString(9), row.getString(10)),
                row.getInt(11) != 0,
                UserClientRow.words(row.getString(12)));
    }
}
