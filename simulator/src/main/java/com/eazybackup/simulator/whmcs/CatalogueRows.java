package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** Product groups, products, configurable options and prices. */
final class CatalogueRows {

    private static final int CAD = 1;
    private static final int USD = 2;

    private record Product(int id, int group, String name, String profile, String monthly) {}

    private record Option(int id, String name, String monthly, String monthlyInUsd) {}

    /** One of the things that an option offers. */
    private record Choice(int id, String name, String monthly) {}

    private static final List<Product> PRODUCTS =
            List.of(
                    new Product(58, 6, "eazyBackup", DemoCustomers.COMETBACKUP, "0.00"),
                    new Product(52, 6, "Microsoft 365 Backup", DemoCustomers.COMETBACKUP, "0.00"),
                    new Product(53, 6, "Virtual Server Backup", DemoCustomers.COMETBACKUP, "0.00"),
                    new Product(60, 7, "OBC", DemoCustomers.OBC, "0.00"),
                    new Product(57, 7, "Microsoft 365 Backup (OBC)", DemoCustomers.OBC, "0.00"),
                    new Product(54, 7, "Virtual Server Backup (OBC)", DemoCustomers.OBC, "0.00"),
                    new Product(93, 7, "OBC (NFR)", DemoCustomers.OBC, "0.00"),
                    new Product(95, 7, "Microsoft 365 Backup (NFR)", DemoCustomers.OBC, "0.00"),
                    new Product(94, 7, "Virtual Server Backup (NFR)", DemoCustomers.OBC, "0.00"),
                    // These two groups do not count as the client's fleet.
                    new Product(61, 2, "Internal test plan", DemoCustomers.COMETBACKUP, "0.00"),
                    new Product(48, 11, "e3 Object Storage", "", "9.00"),
                    new Product(101, 11, "Cloud to cloud backup", "", "4.00"));

    private static final List<Option> OPTIONS =
            List.of(
                    new Option(67, "Cloud Storage", "8.00", "6.00"),
                    new Option(88, "Device endpoint", "4.50", "3.50"),
                    new Option(89, "Server endpoint", "15.00", "11.50"),
                    new Option(91, "Disk Image", "6.00", "4.50"),
                    new Option(60, "Microsoft 365 Accounts", "2.75", "2.00"),
                    new Option(97, "Hyper-V Guest VM", "5.00", "3.75"),
                    new Option(99, "VMware Guest VM", "5.00", "3.75"),
                    new Option(102, "Proxmox Guest VM", "5.00", "3.75"));

    private final WhmcsRows rows;

    CatalogueRows(WhmcsRows rows) {
        this.rows = rows;
    }

    /** Server group of a profile, 0 = none: WHMCS numbers them, we fix the numbers. */
    static int groupOf(String profile) {
        return switch (profile) {
            case DemoCustomers.COMETBACKUP -> 1;
            case DemoCustomers.OBC -> 2;
            default -> 0;
        };
    }

    /** The sub-option that prices one unit of an option. */
    static int unitOf(int option) {
        return option * 10;
    }

    void write() throws SQLException {
        rows.write(
                "INSERT INTO tblcurrencies (id, code, prefix, suffix, `default`)"
                        + " VALUES (1, 'CAD', '$', ' CAD', 1), (2, 'USD', '$', ' USD', 0)");
        rows.write(
                "INSERT INTO tblclientgroups (id, groupname) VALUES (1, 'Resellers'), (2, 'Lite')");
        rows.write(
                "INSERT INTO tblproductgroups (id, name) VALUES (2, 'Internal'), (6, 'eazyBackup'),"
                        + " (7, 'OBC'), (11, 'Object storage')");
        rows.write(
                "INSERT INTO tbladmins (username, email, disabled)"
                        + " VALUES ('operations', 'operations@provider.example', 0),"
                        + " ('formerly', 'formerly@provider.example', 1)");
        for (Product product : PRODUCTS) {
            rows.write(
                    "INSERT INTO tblproducts (id, type, gid, name, servertype, servergroup)"
                            + " VALUES (?, 'other', ?, ?, ?, ?)",
                    product.id(),
                    product.group(),
                    product.name(),
                    product.profile().isEmpty() ? "objectstorage" : "comet",
                    groupOf(product.profile()));
            price("product", product.id(), product.monthly());
        }
        rows.write("INSERT INTO tblproductconfiggroups (id, name) VALUES (1, 'Backup options')");
        for (Option option : OPTIONS) {
            rows.write(
                    "INSERT INTO tblproductconfigoptions (id, gid, optionname, optiontype)"
                            + " VALUES (?, 1, ?, 4)",
                    option.id(),
                    option.name());
            rows.write(
                    "INSERT INTO tblproductconfigoptionssub (id, configid, optionname)"
                            + " VALUES (?, ?, 'Unit')",
                    unitOf(option.id()),
                    option.id());
            price("configoptions", unitOf(option.id()), option.monthly());
            price("configoptions", USD, unitOf(option.id()), option.monthlyInUsd());
        }
        chosen(
                110,
                "Support level",
                1,
                new Choice(1101, "Standard", "0.00"),
                new Choice(1102, "Priority", "19.00"));
        chosen(115, "Immutable copy", 3, new Choice(1151, "Yes", "4.00"));
        chosen(
                118,
                "Data location",
                2,
                new Choice(1181, "Canada", "0.00"),
                new Choice(1182, "United States", "2.00"));
    }

    /** An option that is chosen, or taken or not; in Canadian dollars alone. */
    private void chosen(int id, String name, int type, Choice... choices) throws SQLException {
        rows.write(
                "INSERT INTO tblproductconfigoptions (id, gid, optionname, optiontype)"
                        + " VALUES (?, 1, ?, ?)",
                id,
                name,
                type);
        for (Choice choice : choices) {
            rows.write(
                    "INSERT INTO tblproductconfigoptionssub (id, configid, optionname, sortorder)"
                            + " VALUES (?, ?, ?, ?)",
                    choice.id(),
                    id,
                    choice.name(),
                    choice.id());
            price("configoptions", choice.id(), choice.monthly());
        }
    }

    private void price(String type, int id, String monthly) throws SQLException {
        price(type, CAD, id, monthly);
    }

    private void price(String type, int currency, int id, String monthly) throws SQLException {
        BigDecimal perMonth = new BigDecimal(monthly);
        rows.write(
                "INSERT INTO tblpricing (type, currency, relid, monthly, quarterly, annually)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                type,
                currency,
                id,
                perMonth,
                perMonth.multiply(BigDecimal.valueOf(3)),
                perMonth.multiply(BigDecimal.TEN));
    }
}
