package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.UserProfile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code comet_users}: the accounts of a Comet Server, and {@code eb_user_settings}: what
 * that table has no columns for, in rows of the same ids. Rows of ours carry the profile's name as
 * their server. They follow WHMCS's services and are no source for whose a user is; rows that were
 * there before are not touched.
 */
final class UserWriter {

    private static final String UPSERT =
            "INSERT INTO comet_users (id, client_id, comet_server_id, username, account_name, locale,"
                    + " timezone, is_suspended, has_items_limit, items_limit_bytes, device_quota,"
                    + " comet_policy_id, created_at, updated_at)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,FROM_UNIXTIME(?),FROM_UNIXTIME(?))"
                    + " ON DUPLICATE KEY UPDATE client_id = VALUES(client_id),"
                    + " username = VALUES(username), account_name = VALUES(account_name),"
                    + " locale = VALUES(locale), timezone = VALUES(timezone),"
                    + " is_suspended = VALUES(is_suspended),"
                    + " has_items_limit = VALUES(has_items_limit),"
                    + " items_limit_bytes = VALUES(items_limit_bytes),"
                    + " device_quota = VALUES(device_quota),"
                    + " comet_policy_id = VALUES(comet_policy_id), updated_at = VALUES(updated_at)";

    private static final String UPSERT_SETTINGS =
            "INSERT INTO eb_user_settings (id, emails, email_reports, m365_quota)"
                    + " VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE emails = VALUES(emails),"
                    + " email_reports = VALUES(email_reports), m365_quota = VALUES(m365_quota)";

    private static final String SELECT =
            "SELECT u.id, u.client_id, u.account_name, u.locale, u.timezone, u.is_suspended,"
                    + " u.has_items_limit, u.items_limit_bytes, u.device_quota, u.comet_policy_id,"
                    + " s.emails, s.email_reports, s.m365_quota FROM comet_users u"
                    + " LEFT JOIN eb_user_settings s ON s.id = u.id WHERE u.id IN ";

    /** More addresses than anybody reads; the rest is left out whole. */
    private static final int MOST_EMAILS = 50;

    private static final int LOCALE = 16;
    private static final int OTHER = 64;

    private final ProfileName profile;
    private final long now;

    /**
     * @param now Unix seconds
     */
    UserWriter(ProfileName profile, long now) {
        this.profile = profile;
        this.now = now;
    }

    /**
     * @return how many rows were not so before
     */
    int write(Connection connection, List<OwnedProfile> profiles) throws SQLException {
        Map<String, List<Object>> known = new HashMap<>();
        Lookup.each(
                connection,
                SELECT,
                profiles.stream().map(user -> id(user.username())).toList(),
                row ->
                        known.put(
                                row.getString(1),
                                List.of(
                                        row.getInt(2),
                                        text(row.getString(3)),
                                        text(row.getString(4)),
                                        text(row.getString(5)),
                                        row.getBoolean(6),
                                        row.getBoolean(7),
                                        row.getLong(8),
                                        row.getInt(9),
                                        text(row.getString(10)),
                                        text(row.getString(11)),
                                        row.getBoolean(12),
                                        row.getInt(13))));
        Rows rows = new Rows(UPSERT);
        Rows settings = new Rows(UPSERT_SETTINGS);
        for (OwnedProfile user : profiles) {
            if (!user.gone() && !fields(user).equals(known.get(id(user.username())))) {
                rows.add(row(user));
                settings.add(settings(user));
            }
        }
        List<String> gone =
                profiles.stream()
                        .filter(OwnedProfile::gone)
                        .map(user -> id(user.username()))
                        .filter(known::containsKey)
                        .toList();
        rows.write(connection);
        settings.write(connection);
        Lookup.update(connection, "DELETE FROM comet_users WHERE id IN ", List.of(), gone);
        Lookup.update(connection, "DELETE FROM eb_user_settings WHERE id IN ", List.of(), gone);
        return rows.size() + gone.size();
    }

    /**
     * Comet's users have no number; their name is unique on their server. The key compares without
     * case and the names do not, so a number made of the exact name goes with it.
     */
    private String id(String username) {
        String exact = Integer.toHexString(username.hashCode());
        return Fit.to(Fit.NAME, profile.value() + ":" + exact + ":" + username);
    }

    private static String text(String column) {
        return column == null ? "" : column;
    }

    private static List<Object> fields(OwnedProfile user) {
        UserProfile profile = user.profile();
        return List.of(
                user.client(),
                Fit.to(Fit.NAME, profile.accountName()),
                Fit.to(LOCALE, profile.language()),
                Fit.to(OTHER, profile.timezone()),
                profile.suspended(),
                profile.itemsLimited(),
                profile.itemsLimitBytes(),
                profile.deviceQuota(),
                Fit.to(OTHER, profile.policyId()),
                emails(profile),
                profile.emailReports(),
                profile.officeQuota());
    }

    /** A JSON list. */
    private static String emails(UserProfile profile) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        profile.emails().stream()
                .limit(MOST_EMAILS)
                .map(email -> Fit.to(Fit.NAME, email))
                .forEach(list::add);
        return Fit.json(list);
    }

    private Object[] settings(OwnedProfile user) {
        List<Object> fields = fields(user);
        int first = fields.size() - 3;
        return new Object[] {
            id(user.username()), fields.get(first), fields.get(first + 1), fields.get(first + 2)
        };
    }

    private Object[] row(OwnedProfile user) {
        List<Object> fields = fields(user);
        return new Object[] {
            id(user.username()),
            fields.get(0),
            Fit.to(OTHER, profile.value()),
            user.username(),
            fields.get(1),
            fields.get(2),
            fields.get(3),
            fields.get(4),
            fields.get(5),
            fields.get(6),
            fields.get(7),
            fields.get(8),
            Fit.time(user.profile().createdAt()),
            now
        };
    }
}
