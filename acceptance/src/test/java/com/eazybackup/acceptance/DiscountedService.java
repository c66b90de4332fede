package com.eazybackup.acceptance;

import java.math.BigDecimal;
import java.sql.SQLException;

/** A service of the world that has options of every type, and some prices that were agreed on. */
final class DiscountedService {

    /** Of {@link World#LARKSPUR}. */
    static final int ID = 520;

    static final String CLIENT = "Larkspur Accounting";
    static final int STORAGE = 67;
    static final int DEVICES = 88;
    static final int DISK_IMAGE = 91;
    static final int GUESTS = 99;
    static final int OFFICE = 60;
    static final int SUPPORT = 110;
    static final int IMMUTABLE = 115;

    /** What its prices come to, and what it pays. */
    static final String AMOUNT = "98.75";

    private DiscountedService() {}

    /** As the world begins. */
    static void reset() throws SQLException {
        PortalTables.run("DELETE FROM mod_rd_discountConfigOptions WHERE serviceid = " + ID);
        PortalTables.run(
                "INSERT INTO mod_rd_discountConfigOptions"
                        + " (serviceid, configoptionid, discount_price, price, created_at, updated_at)"
                        + " VALUES (520, 67, 7.00, 8.00, NOW(), NOW()),"
                        + " (520, 91, 4.75, 6.00, NOW(), NOW()),"
                        + " (520, 110, 14.75, 19.00, NOW(), NOW())");
        PortalTables.run(
                "DELETE FROM eb_discount_changes WHERE history_id IN"
                        + " (SELECT id FROM eb_discount_history WHERE serviceid = 520)");
        PortalTables.run("DELETE FROM eb_discount_history WHERE serviceid = " + ID);
        PortalTables.run("DELETE FROM eb_discount_services WHERE serviceid = " + ID);
        quantity(STORAGE, 2);
        quantity(DEVICES, 6);
        quantity(DISK_IMAGE, 6);
        quantity(GUESTS, 1);
        quantity(OFFICE, 2);
        quantity(IMMUTABLE, 1);
        pays(AMOUNT);
        renews("Monthly");
    }

    static void quantity(int option, int quantity) throws SQLException {
        PortalTables.run(
                "UPDATE tblhostingconfigoptions SET qty = %d WHERE relid = %d AND configid = %d"
                        .formatted(quantity, ID, option));
    }

    static int quantity(int option) throws SQLException {
        return Integer.parseInt(
                PortalTables.rows(
                                "SELECT qty FROM tblhostingconfigoptions WHERE relid = %d AND configid = %d"
                                        .formatted(ID, option))
                        .get(0));
    }

    /** Somebody takes an option away from the service in WHMCS, and gives it back. */
    static void has(int option, boolean there) throws SQLException {
        PortalTables.run(
                "UPDATE tblhostingconfigoptions SET relid = %d WHERE relid IN (520, -520) AND configid = %d"
                        .formatted(there ? ID : -ID, option));
    }

    static void renews(String cycle) throws SQLException {
        PortalTables.run("UPDATE tblhosting SET billingcycle = '" + cycle + "' WHERE id = " + ID);
    }

    /** Somebody changes a price past the portal. */
    static void costs(int option, String price) throws SQLException {
        PortalTables.run(
                "UPDATE mod_rd_discountConfigOptions SET discount_price = %s WHERE serviceid = %d AND configoptionid = %d"
                        .formatted(price, ID, option));
    }

    /** Somebody changes the amount in WHMCS itself. */
    static void pays(String amount) throws SQLException {
        PortalTables.run("UPDATE tblhosting SET amount = " + amount + " WHERE id = " + ID);
    }

    static BigDecimal paid() throws SQLException {
        return new BigDecimal(
                PortalTables.rows("SELECT amount FROM tblhosting WHERE id = " + ID).get(0));
    }

    /**
     * @return the saved price, or "" without one
     */
    static String price(int option) throws SQLException {
        return PortalTables.rows(
                        "SELECT CAST(discount_price AS DECIMAL(16,2)) FROM mod_rd_discountConfigOptions"
                                + " WHERE serviceid = %d AND configoptionid = %d"
                                        .formatted(ID, option))
                .stream()
                .findFirst()
                .orElse("");
    }
}
