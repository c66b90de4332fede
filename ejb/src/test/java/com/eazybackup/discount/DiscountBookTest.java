package com.eazybackup.discount;

import static com.eazybackup.discount.DiscountWorld.DANA;
import static com.eazybackup.discount.DiscountWorld.LARKSPUR;
import static com.eazybackup.discount.DiscountWorld.RIVERBEND;
import static com.eazybackup.discount.DiscountWorld.THEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.eazybackup.discount.DiscountRefused.Conflict;
import com.eazybackup.discount.DiscountRefused.Flaw;
import com.eazybackup.discount.DiscountRefused.Reason;
import com.eazybackup.whmcs.ServiceId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prices that are saved, whole batches of them. */
@Tag("fault-34")
class DiscountBookTest {

    private DiscountWorld world;

    @BeforeEach
    void open() throws SQLException {
        world = new DiscountWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aBatchIsSavedWithTheListPricesOfTheMoment() throws SQLException {
        Saved saved =
                world.save(
                        LARKSPUR,
                        THEO,
                        PriceWish.of(67, "6.50"),
                        PriceWish.of(91, null),
                        PriceWish.of(110, "14.75"),
                        PriceWish.of(99, "0"));

        assertThat(saved).isEqualTo(new Saved(2, 1, 1));
        assertThat(
                        world.database.rows(
                                "SELECT configoptionid, discount_price, price FROM"
                                        + " mod_rd_discountConfigOptions WHERE serviceid = 520"
                                        + " ORDER BY configoptionid"))
                .containsExactly("67|6.50|8.00", "99|0.00|5.00", "110|14.75|19.00");
        assertThat(world.entries(LARKSPUR)).hasSize(1);
        assertThat(world.entries(LARKSPUR).get(0).changes())
                .extracting(HistoryChange::name, HistoryChange::before, HistoryChange::after)
                .containsExactly(
                        tuple("Cloud Storage", new BigDecimal("7.00"), new BigDecimal("6.50")),
                        tuple("Disk Image", new BigDecimal("4.75"), null),
                        tuple("VMware Guest VM", null, new BigDecimal("0.00")));
        assertThat(world.option(LARKSPUR, 67).saved())
                .get()
                .extracting(SheetOption.Saving::by)
                .isEqualTo("Theo");
        assertThat(world.amount(LARKSPUR)).as("WHMCS asks what it asked").isEqualTo("98.75");
    }

    @Test
    void aPriceThatWasChangedPastThePortalIsNobodys() throws SQLException {
        world.save(LARKSPUR, DANA, PriceWish.of(67, "6.75"));
        world.database.run(
                "UPDATE mod_rd_discountConfigOptions SET discount_price = 5.50"
                        + " WHERE serviceid = 520 AND configoptionid = 67");

        DiscountRefused refused =
                refused(() -> world.save(LARKSPUR, THEO, new PriceWish(67, "6.00", true, "7.00")));

        assertThat(refused.conflicts())
                .extracting(DiscountRefused.Conflict::theirs)
                .containsExactly(new BigDecimal("5.50"));
        assertThat(refused.by()).isNull();
        assertThat(refused.at()).isNull();
    }

    @Test
    void oneBadPriceRefusesAllAndEachIsNamed() {
        DiscountRefused refused =
                refused(
                        () ->
                                world.save(
                                        LARKSPUR,
                                        THEO,
                                        PriceWish.of(67, "6.50"),
                                        PriceWish.of(91, "-1"),
                                        PriceWish.of(99, "1.005"),
                                        PriceWish.of(60, "1e9"),
                                        PriceWish.of(88, "cheap"),
                                        PriceWish.of(777, "1.00"),
                                        PriceWish.of(102, "1.00"),
                                        PriceWish.of(67, "6.00")));

        assertThat(refused.reason()).isEqualTo(Reason.FLAWED);
        assertThat(refused.flaws())
                .containsExactly(
                        new Flaw(91, "discount_price", PriceFlaw.NEGATIVE),
                        new Flaw(99, "discount_price", PriceFlaw.PARTS_OF_A_CENT),
                        new Flaw(60, "discount_price", PriceFlaw.TOO_LARGE),
                        new Flaw(88, "discount_price", PriceFlaw.NO_NUMBER),
                        new Flaw(777, "configoptionid", PriceFlaw.UNKNOWN_OPTION),
                        new Flaw(102, "configoptionid", PriceFlaw.UNKNOWN_OPTION),
                        new Flaw(67, "configoptionid", PriceFlaw.TWICE));
        assertThat(world.discount(LARKSPUR, 67)).isEqualTo("7.00");
        assertThat(world.entries(LARKSPUR)).isEmpty();
    }

    @Test
    void anOptionThatIsGoneCanBeRemovedAndNotPriced() {
        assertThat(refused(() -> world.save(RIVERBEND, THEO, PriceWish.of(120, "8.00"))).reason())
                .isEqualTo(Reason.FLAWED);
        assertThat(world.save(RIVERBEND, THEO, PriceWish.of(120, null)).removed()).isEqualTo(1);
        assertThat(world.discount(RIVERBEND, 120)).isEqualTo("none");
        assertThat(world.book.remove(RIVERBEND, 120, THEO)).contains(false);
        assertThat(world.book.remove(RIVERBEND, 67, THEO)).contains(true);
        assertThat(world.book.remove(new ServiceId(999_999), 67, THEO)).isEmpty();
    }

    @Test
    void anOptionThatWasRemovedMeanwhileIsRefused() throws SQLException {
        world.database.run("DELETE FROM tblproductconfigoptions WHERE id = 67");
        assertThat(refused(() -> world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"))).flaws())
                .containsExactly(new Flaw(67, "configoptionid", PriceFlaw.UNKNOWN_OPTION));
        assertThat(world.option(LARKSPUR, 67).gone()).isTrue();
    }

    @Test
    void whoBeganWithAnotherPriceIsToldWhoseItIs() {
        world.save(LARKSPUR, DANA, PriceWish.of(67, "6.00"));
        world.commit(LARKSPUR, DANA);

        DiscountRefused refused =
                refused(
                        () ->
                                world.save(
                                        LARKSPUR,
                                        THEO,
                                        new PriceWish(67, "5.50", true, "7.00"),
                                        new PriceWish(91, "4.00", true, "4.75")));

        assertThat(refused.reason()).isEqualTo(Reason.PRICES_CHANGED);
        assertThat(refused.conflicts())
                .containsExactly(
                        new Conflict(
                                67,
                                "Cloud Storage",
                                new BigDecimal("7.00"),
                                new BigDecimal("6.00"),
                                new BigDecimal("5.50")));
        assertThat(refused.by()).isEqualTo("Dana");
        assertThat(refused.at()).isEqualTo(world.clock.instant());
        assertThat(refused.amountBefore()).isEqualTo("98.75");
        assertThat(refused.amountAfter()).isEqualTo("96.75");
        assertThat(world.discount(LARKSPUR, 91)).as("nothing of it").isEqualTo("4.75");
    }

    @Test
    void whoBeganWithNoneMeetsAPriceOfSomebodyElse() {
        assertThat(
                        refused(
                                        () ->
                                                world.save(
                                                        LARKSPUR,
                                                        THEO,
                                                        new PriceWish(67, "5.50", true, null)))
                                .reason())
                .isEqualTo(Reason.PRICES_CHANGED);
        assertThat(world.save(LARKSPUR, THEO, new PriceWish(99, "4.00", true, null)).saved())
                .isEqualTo(1);
        assertThat(world.save(LARKSPUR, THEO, new PriceWish(99, "4.0", true, "3.00")).unchanged())
                .as("they agree, whatever was there before")
                .isEqualTo(1);
    }

    @Test
    void ofTwoAtTheSameTimeOneIsRefused() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService admins = Executors.newFixedThreadPool(2);
        try {
            List<Future<Saved>> both = new ArrayList<>();
            for (String price : List.of("6.00", "5.00")) {
                both.add(
                        admins.submit(
                                () -> {
                                    start.await();
                                    return world.save(
                                            LARKSPUR, THEO, new PriceWish(67, price, true, "7.00"));
                                }));
            }
            int saved = 0;
            for (Future<Saved> one : both) {
                try {
                    saved += one.get().saved();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(DiscountRefused.class);
                }
            }
            assertThat(saved).isEqualTo(1);
            assertThat(world.entries(LARKSPUR)).hasSize(1);
        } finally {
            admins.shutdownNow();
        }
    }

    private static DiscountRefused refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(DiscountRefused.class, act);
    }
}
