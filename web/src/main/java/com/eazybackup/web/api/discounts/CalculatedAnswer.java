package com.eazybackup.web.api.discounts;

import com.eazybackup.discount.Calculated;
import com.eazybackup.discount.CalculatedLine;
import com.eazybackup.whmcs.BillingCycle;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What options come to. The names in {@code meta} are those that programs know of old. */
record CalculatedAnswer(String amount, String listAmount, String saving, Meta meta) {

    private static final String NO_PRICE = "0.00";

    /**
     * How it was calculated.
     *
     * @param cycleCol null where nothing is calculated
     */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Meta(
            int serviceId,
            String billingcycle,
            int currencyId,
            String cycleCol,
            String baseRecurring,
            List<Map<String, Object>> lines) {}

    static CalculatedAnswer of(Calculated calculated) {
        return new CalculatedAnswer(
                Shown.money(calculated.amount()),
                Shown.money(calculated.listAmount()),
                Shown.money(calculated.saving()),
                new Meta(
                        calculated.serviceId(),
                        calculated.cycle(),
                        calculated.currencyId(),
                        calculated.column().map(BillingCycle::column).orElse(null),
                        NO_PRICE,
                        lines(calculated)));
    }

    static List<Map<String, Object>> lines(Calculated calculated) {
        return calculated.lines().stream().map(CalculatedAnswer::line).toList();
    }

    private static Map<String, Object> line(CalculatedLine line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("configId", line.configId());
        shown.put("optType", line.type());
        shown.put("type", line.counted() ? "quantity" : "select");
        if (line.counted()) {
            shown.put("qty", line.quantity());
            shown.put("unit", Shown.money(line.unit()));
        } else {
            shown.put("subId", line.subId());
        }
        shown.put("discountApplied", Shown.money(line.discount()));
        shown.put(line.counted() ? "listUnit" : "listSelected", Shown.money(line.list()));
        shown.put("contribution", Shown.money(line.contribution()));
        shown.put("listContribution", Shown.money(line.listContribution()));
        shown.put("saving", Shown.money(line.saving()));
        if (!line.counted()) {
            shown.put("source", line.discount() == null ? "db" : "override");
        }
        if (line.skipped()) {
            shown.put("skipped", true);
        }
        return shown;
    }
}
