package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.addColumn;
import static com.eazybackup.platform.TableChange.addIndex;
import static com.eazybackup.platform.TableChange.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Who is signed in where, keys for programs, invitations, and what an administrator's account and
 * the audit trail lacked. Each step may be repeated.
 */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V6__access extends BaseJavaMigration {

    private static final String TABLE =
            ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";

    /** Ids that are told apart by case. */
    private static final String EXACT = "CHARACTER SET ascii COLLATE ascii_bin";

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        sessions(connection);
        tokens(connection);
        admins(connection);
        trail(connection);
        mail(connection);
    }

    /** The id is not the cookie's. Addresses and browsers are shown to the session's owner. */
    private static void sessions(Connection connection) throws SQLException {
        run(
                connection,
                "CREATE TABLE IF NOT EXISTS eb_sessions ("
                        + "id VARCHAR(32) "
                        + EXACT
                        + " NOT NULL PRIMARY KEY,"
                        + "role VARCHAR(16) NOT NULL,"
                        + "person_id INT UNSIGNED NOT NULL,"
                        + "email VARCHAR(255) NOT NULL,"
                        // Fingerprint of what let the person in; another one ends the session.
                        + "standing CHAR(64) "
                        + EXACT
                        + " NOT NULL DEFAULT '',"
                        + "provider VARCHAR(255) NOT NULL DEFAULT '',"
                        // A provider tells subjects apart by case.
                        + "provider_subject VARCHAR(255) COLLATE utf8mb4_bin NOT NULL DEFAULT '',"
                        + "provider_session VARCHAR(255) COLLATE utf8mb4_bin NOT NULL DEFAULT '',"
                        + "address VARCHAR(64) NOT NULL DEFAULT '',"
                        + "agent VARCHAR(255) NOT NULL DEFAULT '',"
                        + "began_ms BIGINT NOT NULL,"
                        + "seen_ms BIGINT NOT NULL,"
                        + "ended_ms BIGINT NULL,"
                        + "reason VARCHAR(24) NOT NULL DEFAULT '',"
                        + "KEY idx_sessions_person (role, person_id, ended_ms),"
                        + "KEY idx_sessions_ended (ended_ms, began_ms)"
                        + TABLE);
    }

    /**
     * Of a key only its SHA-256 is kept: whoever reads this table can sign in with none of them.
     */
    private static void tokens(Connection connection) throws SQLException {
        run(
                connection,
                "CREATE TABLE IF NOT EXISTS eb_api_tokens ("
                        + "id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + "client_id INT NOT NULL,"
                        + "user_id INT UNSIGNED NOT NULL,"
                        + "made_by VARCHAR(255) NOT NULL,"
                        + "name VARCHAR(100) NOT NULL,"
                        + "scope VARCHAR(255) NOT NULL,"
                        + "hash CHAR(64) "
                        + EXACT
                        + " NOT NULL,"
                        // Its first characters, by which its owner knows it again.
                        + "beginning VARCHAR(16) NOT NULL,"
                        + "made_ms BIGINT NOT NULL,"
                        + "expires_ms BIGINT NOT NULL,"
                        + "used_ms BIGINT NULL,"
                        + "used_from VARCHAR(64) NOT NULL DEFAULT '',"
                        + "revoked_ms BIGINT NULL,"
                        + "revoked_by VARCHAR(255) NOT NULL DEFAULT '',"
                        + "UNIQUE KEY uq_api_tokens_hash (hash),"
                        + "KEY idx_api_tokens_client (client_id, revoked_ms)"
                        + TABLE);
    }

    private static void admins(Connection connection) throws SQLException {
        addColumn(connection, "eb_admins", "must_change", "TINYINT(1) NOT NULL DEFAULT 0");
        addColumn(connection, "eb_admins", "password_ms", "BIGINT NULL");
        // Sealed with the key from the environment; NULL while there is no second factor.
        addColumn(connection, "eb_admins", "totp_secret", "VARCHAR(255) NULL");
        // The last time step that was accepted: no code is good twice.
        addColumn(connection, "eb_admins", "totp_step", "BIGINT NULL");
        run(
                connection,
                "CREATE TABLE IF NOT EXISTS eb_admin_recovery_codes ("
                        + "id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + "admin_id INT UNSIGNED NOT NULL,"
                        + "hash CHAR(64) "
                        + EXACT
                        + " NOT NULL,"
                        + "used_ms BIGINT NULL,"
                        + "UNIQUE KEY uq_recovery_code (admin_id, hash)"
                        + TABLE);
        run(
                connection,
                "CREATE TABLE IF NOT EXISTS eb_admin_invites ("
                        + "id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + "email VARCHAR(191) NOT NULL,"
                        + "role VARCHAR(16) NOT NULL,"
                        + "hash CHAR(64) "
                        + EXACT
                        + " NOT NULL,"
                        + "invited_by VARCHAR(191) NOT NULL,"
                        + "made_ms BIGINT NOT NULL,"
                        + "expires_ms BIGINT NOT NULL,"
                        + "used_ms BIGINT NULL,"
                        + "revoked_ms BIGINT NULL,"
                        + "UNIQUE KEY uq_admin_invites_hash (hash),"
                        + "KEY idx_admin_invites_email (email)"
                        + TABLE);
    }

    private static void trail(Connection connection) throws SQLException {
        addColumn(connection, "eb_audit", "via", "VARCHAR(64) NOT NULL DEFAULT ''");
        addIndex(connection, "eb_audit", "idx_audit_actor", "KEY", "actor, at_ms");
        addIndex(connection, "eb_audit", "idx_audit_action", "KEY", "action, at_ms");
        addIndex(connection, "eb_audit", "idx_audit_result", "KEY", "result, at_ms");
        addIndex(connection, "eb_audit", "idx_audit_reference", "KEY", "reference, at_ms");
    }

    /**
     * Written with what it is about, sent afterwards, so that no mail is lost or sent for nothing.
     */
    private static void mail(Connection connection) throws SQLException {
        run(
                connection,
                "CREATE TABLE IF NOT EXISTS eb_mail_outbox ("
                        + "id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        // The same at each attempt: a receiver can tell a repetition.
                        + "message_id VARCHAR(191) NOT NULL,"
                        + "kind VARCHAR(32) NOT NULL,"
                        + "recipient VARCHAR(255) NOT NULL,"
                        + "subject VARCHAR(255) NOT NULL,"
                        // Sealed where it holds a link that lets somebody in; emptied once sent.
                        + "body MEDIUMTEXT NOT NULL,"
                        + "made_ms BIGINT NOT NULL,"
                        + "next_ms BIGINT NOT NULL,"
                        + "attempts INT UNSIGNED NOT NULL DEFAULT 0,"
                        + "sent_ms BIGINT NULL,"
                        + "failed_ms BIGINT NULL,"
                        + "error VARCHAR(255) NOT NULL DEFAULT '',"
                        + "UNIQUE KEY uq_mail_message (message_id),"
                        + "KEY idx_mail_due (sent_ms, failed_ms, next_ms)"
                        + TABLE);
    }
}
