package com.eazybackup.discount;

import com.eazybackup.platform.Settings;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.usage.AccountUse;
import com.eazybackup.whmcs.ServiceBilling;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.api.TestWhmcsApi;
import com.eazybackup.whmcs.api.WhmcsApi;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The demo's customers with their discounts, a simulated WHMCS, and this package on both. */
final class DiscountWorld implements AutoCloseable {

    /** In order, with everything that can be bought. */
    static final ServiceId LARKSPUR = new ServiceId(520);

    /** Its list price has gone up. */
    static final ServiceId NORTHGATE = new ServiceId(501);

    /** Has a discount of an option that is not sold any more. */
    static final ServiceId RIVERBEND = new ServiceId(502);

    /** WHMCS asks 99.00 where 93.00 would be right. */
    static final ServiceId BIRCHLEGAL = new ServiceId(503);

    /** Pays for 11 devices. */
    static final ServiceId GRANITE = new ServiceId(504);

    /** In US dollars, each year, below half of the list price. */
    static final ServiceId FERNHOLLOW = new ServiceId(550);

    /** Has no discount. */
    static final ServiceId QUILL = new ServiceId(530);

    static final DiscountAuthor THEO = new DiscountAuthor("Theo", "theo@portal.example");
    static final DiscountAuthor DANA = new DiscountAuthor("Dana", "dana@portal.example");

    final TestDatabase database;
    final CountedQueries queries;
    final MovedClock clock = new MovedClock(Instant.parse("2026-11-28T10:00:00Z"));
    final SimulatedWhmcs whmcs;
    final DiscountSheet sheets;
    final DiscountBook book;
    final AmountDesk desk;
    final DiscountHistory history;
    final DiscountOverview overview;
    final PendingAmounts pending;

    private final boolean borrowed;

    DiscountWorld() throws SQLException {
        this(null);
    }

    /**
     * @param api where WHMCS is said to be; null for where it is
     */
    DiscountWorld(URI api) throws SQLException {
        this(filled(), null, api);
    }

    private DiscountWorld(TestDatabase filled, SimulatedWhmcs running, URI api) {
        database = filled;
        queries = new CountedQueries(database.source());
        borrowed = running != null;
        whmcs =
                borrowed
                        ? running
                        : SimulatedWhmcs.start(
                                0,
                                DemoCustomers.standard(),
                                () -> filled.source().getConnection(),
                                Clock.systemUTC());
        Settings settings = TestSettings.with(api == null ? whmcs.apiUrl() : api);
        WhmcsApi client = TestWhmcsApi.with(settings);
        ServiceBilling billing = new ServiceBilling(queries.source());
        BillReader bills = new BillReader(queries.source(), billing, settings);
        OptionUses uses = new OptionUses(new AccountUse(queries.source()), settings);
        SheetMaker maker = new SheetMaker(uses, settings);
        pending = new PendingAmounts(queries.source(), client, bills, clock);
        sheets = new DiscountSheet(queries.source(), bills, maker, uses, pending, clock);
        book = new DiscountBook(queries.source(), bills, clock);
        AmountSender sender = new AmountSender(queries.source(), pending, client, clock);
        desk = new AmountDesk(queries.source(), bills, pending, sender, clock);
        history = new DiscountHistory(queries.source(), billing);
        overview = new DiscountOverview(queries.source(), billing, bills, maker, uses, clock);
    }

    private static TestDatabase filled() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        TestPersistence.fillWhmcs(database);
        return database;
    }

    /** Another node, whose way to the same WHMCS is another one. */
    DiscountWorld through(URI api) {
        return new DiscountWorld(database, whmcs, api);
    }

    ServiceSheet sheet(ServiceId service) {
        return sheets.of(service).orElseThrow();
    }

    SheetOption option(ServiceId service, int option) {
        return sheet(service).options().stream()
                .filter(one -> one.configId() == option)
                .findFirst()
                .orElseThrow();
    }

    Saved save(ServiceId service, DiscountAuthor author, PriceWish... wishes) {
        return book.save(service, List.of(wishes), author).orElseThrow();
    }

    /** Writes what the saved prices come to. */
    AmountWritten commit(ServiceId service, DiscountAuthor author, LiveChoice... live) {
        Calculated calculated = sheets.preview(service, List.of(live), List.of()).orElseThrow();
        return desk.commit(
                        service,
                        new AmountOrder(calculated.amount(), amount(service), List.of(live)),
                        author)
                .orElseThrow();
    }

    AmountWritten undo(ServiceId service, long entry, DiscountAuthor author) {
        return desk.undo(service, entry, amount(service), author).orElseThrow();
    }

    /** What WHMCS asks at this moment. */
    BigDecimal amount(ServiceId service) {
        return new BigDecimal(one("SELECT amount FROM tblhosting WHERE id = " + service));
    }

    String discount(ServiceId service, int option) {
        return one(
                "SELECT COALESCE(MAX(discount_price), 'none') FROM mod_rd_discountConfigOptions"
                        + " WHERE serviceid = "
                        + service
                        + " AND configoptionid = "
                        + option);
    }

    String one(String sql) {
        try {
            return database.rows(sql).get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<HistoryEntry> entries(ServiceId service) {
        return history.of(service, 1, 50).orElseThrow().entries();
    }

    @Override
    public void close() {
        if (!borrowed) {
            whmcs.close();
        }
    }
}
