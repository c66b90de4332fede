package com.eazybackup.discount;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.platform.SqlTable;
import com.eazybackup.whmcs.BilledServices;
import com.eazybackup.whmcs.ServiceBilling;
import com.eazybackup.whmcs.ServiceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Puts together what WHMCS and the portal know of a service's prices: seven statements. */
@ApplicationScoped
class BillReader {

    private ServiceBilling billing;
    private SqlTable discounts;
    private Set<Integer> counted;

    BillReader() {}

    @Inject
    BillReader(DataSource database, ServiceBilling billing, Settings settings) {
        this.billing = billing;
        this.discounts = new SqlTable(database, "mod_rd_discountConfigOptions");
        this.counted =
                settings.names(Setting.EB_QUANTITY_OPTION_TYPES).stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** A bill, with what only the sheet needs. */
    record Read(Bill bill, Map<Integer, SavedDiscount> saved, BilledServices whmcs) {}

    Set<Integer> counted() {
        return counted;
    }

    Optional<Bill> of(ServiceId service) {
        return read(service).map(Read::bill);
    }

    Optional<Read> read(ServiceId service) {
        Map<Integer, SavedDiscount> saved =
                DiscountTable.byOption(
                        discounts.read(
                                DiscountTable.OF_SERVICE, DiscountTable::row, service.value()));
        return billing.of(service, saved.keySet())
                .map(
                        whmcs ->
                                new Read(
                                        Bill.of(
                                                whmcs.services().get(0),
                                                whmcs,
                                                DiscountTable.prices(saved),
                                                counted),
                                        saved,
                                        whmcs));
    }
}
