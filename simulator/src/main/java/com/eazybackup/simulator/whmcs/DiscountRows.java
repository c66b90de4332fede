package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Service;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Services of the standard customers with prices that were agreed on, in the table that the PHP
 * system kept them in: each is there for something that an administrator should find. Their amounts
 * are what these prices come to, but for one.
 */
final class DiscountRows {

    private static final int USD = 2;

    /**
     * @param listThen what WHMCS asked when it was agreed on
     */
    private record Discount(int option, String price, String listThen) {}

    /**
     * @param amount what WHMCS asks
     */
    private record Agreed(String amount, List<Discount> discounts) {

        Agreed(String amount, Discount... discounts) {
            this(amount, List.of(discounts));
        }
    }

    private static final Map<Integer, Agreed> AGREED =
            Map.of(
                    // Everything that can be bought, in order.
                    520,
                    new Agreed(
                            "98.75",
                            new Discount(67, "7.00", "8.00"),
                            new Discount(91, "4.75", "6.00"),
                            new Discount(110, "14.75", "19.00")),
                    // The list price has gone up since.
                    501,
                    new Agreed("169.00", new Discount(88, "3.75", "4.00")),
                    // An option of old that is not sold any more.
                    502,
                    new Agreed(
                            "118.00",
                            new Discount(67, "6.50", "8.00"),
                            new Discount(120, "9.00", "12.00")),
                    // Somebody has typed another amount: 93.00 would be right.
                    503,
                    new Agreed("99.00", new Discount(67, "7.50", "8.00")),
                    // More devices than are paid for.
                    504,
                    new Agreed("76.00", new Discount(88, "4.00", "4.50")),
                    // In another currency and cycle, and below half of the list price.
                    550,
                    new Agreed("225.00", new Discount(67, "25.00", "60.00")));

    private final WhmcsRows rows;

    DiscountRows(WhmcsRows rows) {
        this.rows = rows;
    }

    void write(DemoCustomers customers) throws SQLException {
        rows.write(
                "CREATE TABLE IF NOT EXISTS mod_rd_discountConfigOptions ("
                        + "id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + " serviceid INT NOT NULL, configoptionid INT NOT NULL,"
                        + " discount_price DOUBLE(8,2) NOT NULL DEFAULT 0,"
                        + " price DOUBLE(8,2) NOT NULL DEFAULT 0,"
                        + " created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                        + " updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP"
                        + " ON UPDATE CURRENT_TIMESTAMP,"
                        + " UNIQUE KEY uniq_service_config (serviceid, configoptionid))"
                        + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci");
        List<Service> services =
                customers.clients().stream()
                        .flatMap(client -> client.services().stream())
                        .filter(service -> AGREED.containsKey(service.id()))
                        .toList();
        for (Service service : services) {
            write(service.id(), AGREED.get(service.id()));
        }
    }

    private void write(int service, Agreed agreed) throws SQLException {
        switch (service) {
            case 504 ->
                    rows.write(
                            "UPDATE tblhostingconfigoptions SET qty = 11 WHERE relid = ? AND configid = 88",
                            service);
            case 520 -> {
                option(service, 91, 910, 6);
                option(service, 99, 990, 1);
                option(service, 60, 600, 2);
                option(service, 110, 1102, 0);
                option(service, 115, 1151, 1);
                option(service, 118, 1181, 0);
            }
            case 550 -> {
                rows.write("UPDATE tblhosting SET billingcycle = 'Annually' WHERE id = ?", service);
                rows.write(
                        "UPDATE tblclients SET currency = ? WHERE id ="
                                + " (SELECT userid FROM tblhosting WHERE id = ?)",
                        USD,
                        service);
            }
            default -> {
                // Has what every service has.
            }
        }
        rows.write("UPDATE tblhosting SET amount = ? WHERE id = ?", agreed.amount(), service);
        for (Discount discount : agreed.discounts()) {
            rows.write(
                    "INSERT INTO mod_rd_discountConfigOptions"
                            + " (serviceid, configoptionid, discount_price, price)"
                            + " VALUES (?, ?, ?, ?)",
                    service,
                    discount.option(),
                    discount.price(),
                    discount.listThen());
        }
    }

    private void option(int service, int option, int sub, int quantity) throws SQLException {
        rows.write(
                "INSERT INTO tblhostingconfigoptions (relid, configid, optionid, qty)"
                        + " VALUES (?, ?, ?, ?)",
                service,
                option,
                sub,
                quantity);
    }
}
