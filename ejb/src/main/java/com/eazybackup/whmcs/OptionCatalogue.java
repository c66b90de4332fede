package com.eazybackup.whmcs;

import static com.eazybackup.whmcs.ServiceBilling.marks;
import static com.eazybackup.whmcs.ServiceBilling.text;

import com.eazybackup.platform.SqlTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The options that products are sold with, what they offer, and what that costs. */
final class OptionCatalogue {

    private final SqlTable tables;

    OptionCatalogue(SqlTable tables) {
        this.tables = tables;
    }

    Map<Integer, CatalogueOption> all() {
        return tables
                .read(
                        "SELECT id, optionname, optiontype, qtyminimum, qtymaximum"
                                + " FROM tblproductconfigoptions",
                        row ->
                                new CatalogueOption(
                                        row.getInt(1),
                                        text(row.getString(2)),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5)))
                .stream()
                .collect(Collectors.toMap(CatalogueOption::id, option -> option));
    }

    Map<Integer, List<OptionChoice>> choices(List<Integer> options) {
        if (options.isEmpty()) {
            return Map.of();
        }
        return tables
                .read(
                        "SELECT id, configid, optionname FROM tblproductconfigoptionssub"
                                + " WHERE configid IN "
                                + marks(options.size())
                                + " ORDER BY configid, sortorder, id",
                        OptionCatalogue::choice,
                        options.toArray())
                .stream()
                .collect(Collectors.groupingBy(OptionChoice::configId));
    }

    private static OptionChoice choice(ResultSet row) throws SQLException {
        return new OptionChoice(row.getInt(1), row.getInt(2), text(row.getString(3)));
    }

    OptionPrices prices() {
        OptionPrices prices = new OptionPrices();
        tables.read(
                "SELECT currency, relid, monthly, quarterly, semiannually, annually, biennially,"
                        + " triennially FROM tblpricing WHERE type = 'configoptions' ORDER BY id",
                row -> {
                    for (BillingCycle cycle : BillingCycle.values()) {
                        BigDecimal price = row.getBigDecimal(cycle.column());
                        if (price != null) {
                            prices.add(row.getInt(1), row.getInt(2), cycle, price);
                        }
                    }
                    return prices;
                });
        return prices;
    }

    Map<Integer, String> choiceNames(Set<Integer> subIds) {
        if (subIds.isEmpty()) {
            return Map.of();
        }
        return tables
                .read(
                        "SELECT id, 0, optionname FROM tblproductconfigoptionssub WHERE id IN "
                                + marks(subIds.size()),
                        OptionCatalogue::choice,
                        subIds.toArray())
                .stream()
                .collect(Collectors.toMap(OptionChoice::id, OptionChoice::name));
    }
}
