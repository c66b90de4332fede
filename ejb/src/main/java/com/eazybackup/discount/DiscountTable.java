package com.eazybackup.discount;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code mod_rd_discountConfigOptions}: one row for each option of a service with a discount. */
final class DiscountTable {

    static final String ALL =
            "SELECT serviceid, configoptionid, discount_price, price"
                    + " FROM mod_rd_discountConfigOptions";

    static final String OF_SERVICE = ALL + " WHERE serviceid = ? ORDER BY configoptionid";

    private final Statements statements;
    private final int service;

    DiscountTable(Statements statements, int service) {
        this.statements = statements;
        this.service = service;
    }

    static SavedDiscount row(ResultSet row) throws SQLException {
        return new SavedDiscount(
                row.getInt(1), row.getInt(2), row.getBigDecimal(3), row.getBigDecimal(4));
    }

    static Map<Integer, SavedDiscount> byOption(List<SavedDiscount> rows) {
        Map<Integer, SavedDiscount> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(row.configId(), row));
        return found;
    }

    static Map<Integer, BigDecimal> prices(Map<Integer, SavedDiscount> saved) {
        Map<Integer, BigDecimal> prices = new LinkedHashMap<>();
        saved.forEach((option, row) -> prices.put(option, row.price()));
        return prices;
    }

    Map<Integer, SavedDiscount> saved() throws SQLException {
        return byOption(statements.list(OF_SERVICE + " FOR UPDATE", DiscountTable::row, service));
    }

    /**
     * @param price null for none
     * @param list what WHMCS asks at this moment
     */
    void put(int option, BigDecimal price, BigDecimal list) throws SQLException {
        if (price == null) {
            statements.run(
                    "DELETE FROM mod_rd_discountConfigOptions"
                            + " WHERE serviceid = ? AND configoptionid = ?",
                    service,
                    option);
        } else {
            statements.run(
                    "INSERT INTO mod_rd_discountConfigOptions"
                            + " (serviceid, configoptionid, discount_price, price) VALUES (?,?,?,?)"
                            + " ON DUPLICATE KEY UPDATE discount_price = VALUES(discount_price),"
                            + " price = VALUES(price)",
                    service,
                    option,
                    price,
                    list.min(Money.MOST));
        }
    }
}
