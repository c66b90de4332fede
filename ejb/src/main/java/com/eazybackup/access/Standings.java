package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.UserStanding;
import com.eazybackup.whmcs.UserStandings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** How somebody stands at this moment, by WHMCS or by {@code eb_admins}. */
@ApplicationScoped
class Standings {

    private DataSource database;
    private UserStandings users;
    private SessionTable table;

    Standings() {}

    @Inject
    Standings(DataSource database, UserStandings users, SessionTable table) {
        this.database = database;
        this.users = users;
        this.table = table;
    }

    /**
     * @param clients whom a customer was just found to act for
     * @return empty when the person is gone
     * @throws DatabaseUnavailable when it cannot be read
     */
    Optional<Standing> of(Person person, List<ClientSummary> clients) {
        return person.role() == Role.ADMIN
                ? ofAdmin(person.id())
                : users.of(new UserId(person.id())).map(user -> Standing.ofCustomer(user, clients));
    }

    /** The clients that count, with what the user is for each. */
    static List<ClientSummary> clientsOf(UserStanding user) {
        return user.memberships().stream()
                .map(ClientSummary::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Standing> ofAdmin(int id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT email, role, password_hash, totp_secret FROM eb_admins"
                                        + " WHERE id = ? AND disabled = 0")) {
            select.setInt(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                Standing.ofAdmin(
                                        id,
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        textOf(row.getString(4))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot read eb_admins", e);
        }
    }

    static String textOf(String stored) {
        return stored == null ? "" : stored;
    }

    /**
     * Lets an administrator's session go on after a change that its owner made in it: a new
     * password, a second factor. Belongs into the transaction of the change; else {@link
     * StandingWatch} may see one without the other, and ends the session.
     */
    void renew(Person admin, String session) {
        ofAdmin(admin.id()).ifPresent(now -> table.standsAnew(session, now));
    }
}
