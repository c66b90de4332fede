package com.eazybackup.discount;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import com.eazybackup.usage.AccountFigures;
import com.eazybackup.whmcs.BilledService;
import com.eazybackup.whmcs.BilledServices;
import com.eazybackup.whmcs.BillingCycle;
import com.eazybackup.whmcs.ServiceBilling;
import com.eazybackup.whmcs.ServiceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * All services with discounts, what is the matter with them, and what they save.
 *
 * <p>Cost: nine statements for those with discounts, seventeen where others are looked for, too;
 * never one for each service. Whatever the page, all that are found are calculated, because counts
 * and orders are over all of them. Limits: the statements are not one snapshot; amounts are those
 * of WHMCS's tables. Services that are over are found by words and with {@code ALL} only.
 *
 * <p>Errors: {@link DatabaseUnavailable} when the database does not answer.
 */
@ApplicationScoped
public class DiscountOverview {

    private SqlTable discounts;
    private ServiceBilling billing;
    private BillReader bills;
    private SheetMaker maker;
    private OptionUses uses;
    private Clock clock;

    DiscountOverview() {}

    @Inject
    DiscountOverview(
            DataSource database,
            ServiceBilling billing,
            BillReader bills,
            SheetMaker maker,
            OptionUses uses,
            Clock clock) {
        this.discounts = new SqlTable(database, "mod_rd_discountConfigOptions");
        this.billing = billing;
        this.bills = bills;
        this.maker = maker;
        this.uses = uses;
        this.clock = clock;
    }

    public ServicePage page(ServiceQuery query) {
        Map<ServiceId, Map<Integer, SavedDiscount>> saved = saved();
        List<DiscountedService> usual = discounted(saved);
        List<DiscountedService> found = found(query, saved, usual);
        return new ServicePage(
                found.stream()
                        .skip((query.page() - 1L) * query.size())
                        .limit(query.size())
                        .toList(),
                query.page(),
                query.size(),
                found.size(),
                clock.instant(),
                counts(usual),
                savings(usual));
    }

    /**
     * @return all that are found, whatever the page
     */
    public List<DiscountedService> all(ServiceQuery query) {
        Map<ServiceId, Map<Integer, SavedDiscount>> saved = saved();
        boolean everywhere = everywhere(query);
        return found(query, saved, everywhere ? List.of() : discounted(saved));
    }

    private static boolean everywhere(ServiceQuery query) {
        return query.filter().everywhere() || !query.text().isBlank();
    }

    private List<DiscountedService> found(
            ServiceQuery query,
            Map<ServiceId, Map<Integer, SavedDiscount>> saved,
            List<DiscountedService> usual) {
        return (everywhere(query)
                        ? calculated(billing.matching(query.text()), saved).stream()
                        : usual.stream())
                .filter(query.filter()::takes)
                .sorted(query.order().order(query.down()))
                .toList();
    }

    private Map<ServiceId, Map<Integer, SavedDiscount>> saved() {
        return discounts.read(DiscountTable.ALL, DiscountTable::row).stream()
                .filter(row -> row.service() > 0)
                .collect(
                        Collectors.groupingBy(
                                row -> new ServiceId(row.service()),
                                Collectors.toMap(SavedDiscount::configId, row -> row)));
    }

    private List<DiscountedService> discounted(Map<ServiceId, Map<Integer, SavedDiscount>> saved) {
        return calculated(billing.of(saved.keySet()), saved).stream()
                .filter(service -> !service.service().ended())
                .toList();
    }

    private List<DiscountedService> calculated(
            BilledServices read, Map<ServiceId, Map<Integer, SavedDiscount>> saved) {
        Map<ServiceId, AccountFigures> figures = uses.figures(read.services());
        return read.services().stream()
                .map(
                        service ->
                                calculated(
                                        service,
                                        read,
                                        saved.getOrDefault(service.id(), Map.of()),
                                        figures.get(service.id())))
                .toList();
    }

    private DiscountedService calculated(
            BilledService service,
            BilledServices read,
            Map<Integer, SavedDiscount> saved,
            AccountFigures figures) {
        Bill bill = Bill.of(service, read, DiscountTable.prices(saved), bills.counted());
        return new DiscountedService(
                service,
                SheetMaker.computed(bill),
                maker.options(bill, saved, Map.of(), Map.of(), figures).stream()
                        .filter(
                                option ->
                                        option.discount() != null
                                                || DiscountedService.isUnbilled(option))
                        .toList());
    }

    private static Map<ServiceFilter, Long> counts(List<DiscountedService> usual) {
        Map<ServiceFilter, Long> counts = new EnumMap<>(ServiceFilter.class);
        Stream.of(ServiceFilter.values())
                .filter(filter -> !filter.everywhere())
                .forEach(
                        filter -> counts.put(filter, usual.stream().filter(filter::takes).count()));
        return counts;
    }

    private static List<ServicePage.Saving> savings(List<DiscountedService> usual) {
        record Group(String currency, BillingCycle cycle) {}
        Map<Group, BigDecimal> sums =
                new TreeMap<>(Comparator.comparing(Group::currency).thenComparing(Group::cycle));
        for (DiscountedService service : usual) {
            service.service()
                    .renews()
                    .ifPresent(
                            cycle ->
                                    sums.merge(
                                            new Group(service.service().currency().code(), cycle),
                                            service.computed().saving(),
                                            BigDecimal::add));
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(
                        sum ->
                                new ServicePage.Saving(
                                        sum.getKey().currency(),
                                        sum.getKey().cycle().words(),
                                        sum.getValue()))
                .toList();
    }
}
