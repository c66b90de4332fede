package com.eazybackup.acceptance;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Administrators that a test begins with, beside the world's own. */
final class PortalAdmins {

    static final String PASSWORD = "quarry lantern oyster 12";

    private static final byte[] SALT = new byte[16];
    private static final int FEW = 1_000;

    private PortalAdmins() {}

    /**
     * @param first whether the password is one from the environment, good for one sign-in
     */
    static void make(String email, String role, boolean first) throws SQLException {
        remove(email);
        PortalTables.run(
                "INSERT INTO eb_admins (email, name, password_hash, role, must_change) VALUES ('%s', '%s', '%s', '%s', %d)"
                        .formatted(email, nameOf(email), hash(), role, first ? 1 : 0));
    }

    static void remove(String email) throws SQLException {
        PortalTables.run("DELETE FROM eb_admins WHERE email = '" + email + "'");
        PortalTables.run("DELETE FROM eb_admin_invites WHERE email = '" + email + "'");
    }

    static String nameOf(String email) {
        return email.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + email.substring(1, email.indexOf('@'));
    }

    /** With fewer iterations than the portal's own, as an older version wrote them. */
    private static String hash() {
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), SALT, FEW, 256))
                            .getEncoded();
            return String.join(
                    "$",
                    "pbkdf2-sha256",
                    Integer.toString(FEW),
                    text.encodeToString(SALT),
                    text.encodeToString(key));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
