package com.eazybackup.discount;

import com.eazybackup.discount.SheetOption.Saving;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import com.eazybackup.whmcs.BilledService;
import com.eazybackup.whmcs.ServiceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What a service pays for its options, and what it would pay.
 *
 * <p>Cost: twelve statements for a sheet, seven for a preview. WHMCS's API is asked only about a
 * change whose end is not known. A preview saves nothing.
 *
 * <p>Errors: {@link DatabaseUnavailable} when the database does not answer.
 */
@ApplicationScoped
public class DiscountSheet {

    private BillReader bills;
    private SheetMaker maker;
    private OptionUses uses;
    private PendingAmounts pending;
    private SqlTable history;
    private Clock clock;

    DiscountSheet() {}

    @Inject
    DiscountSheet(
            DataSource database,
            BillReader bills,
            SheetMaker maker,
            OptionUses uses,
            PendingAmounts pending,
            Clock clock) {
        this.bills = bills;
        this.maker = maker;
        this.uses = uses;
        this.pending = pending;
        this.history = new SqlTable(database, "eb_discount_history");
        this.clock = clock;
    }

    /**
     * @return empty when WHMCS has no such service
     */
    public Optional<ServiceSheet> of(ServiceId service) {
        Optional<Saving> open =
                pending.settle(service).map(one -> new Saving(one.who(), one.began()));
        return bills.read(service)
                .map(
                        read -> {
                            BilledService billed = read.bill().service();
                            return new ServiceSheet(
                                    billed,
                                    clock.instant(),
                                    maker.options(
                                            read.bill(),
                                            read.saved(),
                                            read.whmcs().choices(),
                                            savings(service),
                                            uses.figures(List.of(billed)).get(service)),
                                    SheetMaker.computed(read.bill()),
                                    open,
                                    maker.floorPercent());
                        });
    }

    private record Save(int configId, String by, Instant at) {}

    private Map<Integer, Saving> savings(ServiceId service) {
        Map<Integer, Saving> latest = new HashMap<>();
        history.read(
                        "SELECT c.configoptionid, h.who, h.at_ms FROM eb_discount_history h"
                                + " JOIN eb_discount_changes c ON c.history_id = h.id"
                                + " WHERE h.serviceid = ? AND h.state = 'done' AND c.what = 'price'"
                                + " AND h.kind IN ('prices', 'undo') ORDER BY h.at_ms, h.id",
                        row ->
                                new Save(
                                        row.getInt(1),
                                        row.getString(2),
                                        Instant.ofEpochMilli(row.getLong(3))),
                        service.value())
                .forEach(save -> latest.put(save.configId(), new Saving(save.by(), save.at())));
        return latest;
    }

    /**
     * What the service would cost.
     *
     * @param live what is chosen and not saved; empty for what is stored
     * @param drafts prices that are typed and not saved, laid over the saved ones
     * @return empty when WHMCS has no such service
     * @throws DiscountRefused {@code FLAWED} when a draft is no price, or an option is named twice
     */
    public Optional<Calculated> preview(
            ServiceId service, List<LiveChoice> live, List<PriceWish> drafts) {
        LiveCheck.refuseTwice(live);
        refuseFlawed(drafts);
        return bills.of(service)
                .map(bill -> Recalculation.of(bill.with(laidOver(bill, drafts)), live));
    }

    private static void refuseFlawed(List<PriceWish> drafts) {
        List<DiscountRefused.Flaw> flaws =
                drafts.stream()
                        .filter(draft -> draft.price() != null)
                        .flatMap(
                                draft ->
                                        Money.flaw(draft.price()).stream()
                                                .map(
                                                        flaw ->
                                                                new DiscountRefused.Flaw(
                                                                        draft.configId(),
                                                                        "discount_price",
                                                                        flaw)))
                        .toList();
        if (!flaws.isEmpty()) {
            throw DiscountRefused.flawed(flaws);
        }
    }

    private static Map<Integer, BigDecimal> laidOver(Bill bill, List<PriceWish> drafts) {
        Map<Integer, BigDecimal> prices = new LinkedHashMap<>(bill.discounts());
        for (PriceWish draft : drafts) {
            if (draft.price() == null) {
                prices.remove(draft.configId());
            } else {
                prices.put(draft.configId(), Money.of(draft.price()));
            }
        }
        return prices;
    }
}
