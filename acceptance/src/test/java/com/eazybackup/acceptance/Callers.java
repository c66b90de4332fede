package com.eazybackup.acceptance;

import com.eazybackup.demo.DemoWorld;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Somebody of every duty, signed in: customers of the demo, and administrators made for this. What
 * each may do is what {@code docs/permissions.md} says.
 */
final class Callers implements AutoCloseable {

    private static final String MADE = "callers-";
    private static final String ADMINISTRATORS = "administrators";
    private static final List<String> ADMINS = List.of("support", "billing", "operations", "super");

    private final Map<String, Session> byDuty = new LinkedHashMap<>();
    private final Map<String, List<String>> dutiesWith = permissions();

    Callers() throws Exception {
        World.get();
        byDuty.put("owner", Session.of(World.SMALL, World.QUILL));
        byDuty.put("user", Session.of(World.MSP, World.LARKSPUR));
        byDuty.put("read-only", Session.of(World.READER));
        for (String duty : ADMINS) {
            byDuty.put(duty, admin(duty));
        }
    }

    private static Session admin(String duty) throws Exception {
        String email = MADE + duty + "@portal.example";
        PortalTables.run(
                "INSERT INTO eb_admins (email, name, password_hash, role) SELECT '%s', '%s',"
                                .formatted(email, duty)
                        + " password_hash, '%s' FROM eb_admins WHERE email = '%s'"
                                .formatted(duty, DemoWorld.ADMIN_EMAIL));
        Session session = new Session();
        if (session.signIn(email, DemoWorld.ADMIN_PASSWORD).status() != 200) {
            throw new AssertionError(email + " cannot sign in");
        }
        return session;
    }

    @Override
    public void close() throws SQLException {
        PortalTables.run("DELETE FROM eb_admins WHERE email LIKE '" + MADE + "%'");
    }

    Session of(String duty) {
        return byDuty.get(duty);
    }

    boolean may(String duty, RouteRow row) {
        return row.audience().equals(ADMINISTRATORS)
                ? ADMINS.contains(duty)
                : dutiesWith.get(row.audience()).contains(duty);
    }

    Stream<String> duties() {
        return byDuty.keySet().stream();
    }

    /** Those who may, by duty. */
    Stream<String> whoMay(RouteRow row) {
        return duties().filter(duty -> may(duty, row));
    }

    Session oneWhoMay(RouteRow row) {
        return of(whoMay(row).findFirst().orElseThrow());
    }

    /** For each permission the duties that have it. */
    private static Map<String, List<String>> permissions() throws IOException {
        List<List<String>> table = DocumentTable.rows("permissions.md", "permission");
        List<String> duties = table.get(0);
        Map<String, List<String>> found = new HashMap<>();
        for (List<String> row : table.subList(1, table.size())) {
            List<String> having = new ArrayList<>();
            for (int i = 1; i < row.size(); i++) {
                if (row.get(i).equals("✓")) {
                    having.add(duties.get(i));
                }
            }
            found.put(row.get(0), having);
        }
        return found;
    }
}
