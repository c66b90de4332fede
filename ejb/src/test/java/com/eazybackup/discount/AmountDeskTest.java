package com.eazybackup.discount;

import static com.eazybackup.discount.DiscountWorld.BIRCHLEGAL;
import static com.eazybackup.discount.DiscountWorld.DANA;
import static com.eazybackup.discount.DiscountWorld.LARKSPUR;
import static com.eazybackup.discount.DiscountWorld.THEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.eazybackup.discount.DiscountRefused.Reason;
import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.discount.HistoryEntry.State;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.HoldingWire;
import com.eazybackup.testing.Until;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Amounts that go to WHMCS, and come back from it or not. */
@Tag("fault-34")
class AmountDeskTest {

    private static final BigDecimal BEFORE = new BigDecimal("98.75");

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
    void theAmountIsWrittenWithWhatItsAuthorSavedOnTheWay() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        world.save(LARKSPUR, DANA, PriceWish.of(91, "4.50"));
        world.save(LARKSPUR, THEO, PriceWish.of(67, "5.00"), PriceWish.of(99, "4.00"));

        AmountWritten written = world.commit(LARKSPUR, THEO);

        assertThat(written.pending()).isFalse();
        assertThat(written.before()).isEqualTo("98.75");
        assertThat(written.amount()).isEqualTo("92.25");
        assertThat(world.amount(LARKSPUR)).isEqualTo("92.25");
        assertThat(world.sheet(LARKSPUR).differs()).isFalse();
        assertThat(world.entries(LARKSPUR))
                .extracting(HistoryEntry::who, HistoryEntry::kind, HistoryEntry::undoable)
                .containsExactlyInAnyOrder(
                        tuple("Theo", Kind.AMOUNT, true), tuple("Dana", Kind.PRICES, true));
        HistoryEntry amount = entry(Kind.AMOUNT);
        assertThat(amount.changes())
                .extracting(HistoryChange::configId, HistoryChange::before, HistoryChange::after)
                .containsExactly(
                        tuple(67, new BigDecimal("7.00"), new BigDecimal("5.00")),
                        tuple(99, null, new BigDecimal("4.00")));
        assertThat(world.one("SELECT breakdown FROM eb_discount_history WHERE kind = 'amount'"))
                .contains("\"contribution\":10.00");
        assertThat(world.whmcs.protocol().complaints()).isEmpty();
    }

    @Test
    void whmcsIsToldNotToCalculateAnew() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        world.commit(LARKSPUR, THEO);
        assertThat(world.amount(LARKSPUR)).as("not the sum of list prices").isEqualTo("96.75");
    }

    @Test
    void quantitiesAndChoicesGoAlongWhereTheyDiffer() {
        LiveChoice[] live = live(8, 1101);

        AmountWritten written = world.commit(LARKSPUR, THEO, live);

        assertThat(written.notTaken()).isEmpty();
        assertThat(chosen(88)).isEqualTo("880|8");
        assertThat(chosen(110)).isEqualTo("1101|0");
        assertThat(chosen(91)).as("what was not named is as it was").isEqualTo("910|6");
        assertThat(entry(Kind.AMOUNT).changes())
                .extracting(HistoryChange::configId, HistoryChange::before, HistoryChange::after)
                .containsExactly(
                        tuple(88, new BigDecimal("6.00"), new BigDecimal("8.00")),
                        tuple(110, new BigDecimal("1102.00"), new BigDecimal("1101.00")));
        assertThat(world.whmcs.protocol().complaints()).isEmpty();
    }

    @Test
    void quantitiesThatWhmcsDoesNotTakeAreTold() {
        world.whmcs.switches().configOptionsObeyed = false;

        AmountWritten written = world.commit(LARKSPUR, THEO, live(8, 1102));

        assertThat(written.notTaken()).extracting(HistoryChange::configId).containsExactly(88);
        assertThat(chosen(88)).isEqualTo("880|6");
        assertThat(world.amount(LARKSPUR)).isEqualTo(written.amount());
        assertThat(entry(Kind.AMOUNT).changes()).as("it did not happen").isEmpty();
    }

    @Test
    void aQuantityThatWasChangedInWhmcsIsNotWrittenOverUnseen() throws SQLException {
        world.database.run(
                "UPDATE tblhostingconfigoptions SET qty = 8 WHERE relid = 520 AND configid = 88");
        LiveChoice[] old = seen(live(6, 1102), 6);

        DiscountRefused refused = refused(() -> world.commit(LARKSPUR, THEO, old));

        assertThat(refused.reason()).isEqualTo(Reason.CHOICES_CHANGED);
        assertThat(refused.flaws())
                .extracting(DiscountRefused.Flaw::configId, DiscountRefused.Flaw::flaw)
                .containsExactly(tuple(88, PriceFlaw.CHANGED_MEANWHILE));
        assertThat(chosen(88)).isEqualTo("880|8");
        assertThat(world.amount(LARKSPUR)).isEqualTo(BEFORE);
        assertThat(world.entries(LARKSPUR)).isEmpty();
        world.commit(LARKSPUR, THEO, seen(live(6, 1102), 8));
        assertThat(chosen(88)).as("seen, and wanted").isEqualTo("880|6");
    }

    @Test
    void whoWantsWhatIsThereAlreadyOverwritesNothing() throws SQLException {
        world.database.run(
                "UPDATE tblhostingconfigoptions SET qty = 8 WHERE relid = 520 AND configid = 88");
        world.commit(LARKSPUR, THEO, seen(live(8, 1102), 6));
        assertThat(chosen(88)).isEqualTo("880|8");
    }

    @Test
    @Tag("fault-20")
    void aDatabaseThatGoesAwayWhenWhmcsHasBeenToldLeavesItPending() throws SQLException {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        world.database.run(
                "CREATE TRIGGER gone BEFORE UPDATE ON eb_discount_history FOR EACH ROW"
                        + " IF NEW.state = 'done' THEN SIGNAL SQLSTATE '45000'; END IF");
        try {
            assertThat(world.commit(LARKSPUR, THEO).pending()).as("not that it failed").isTrue();
        } finally {
            world.database.run("DROP TRIGGER gone");
        }
        assertThat(world.amount(LARKSPUR)).isEqualTo("96.75");
        assertThat(entry(Kind.AMOUNT).state()).isEqualTo(State.PENDING);
        world.clock.forward(PendingAmounts.ABANDONED);
        assertThat(world.sheet(LARKSPUR).pending()).isEmpty();
        assertThat(entry(Kind.AMOUNT).state()).isEqualTo(State.DONE);
    }

    @Test
    void whatCannotBeHadIsRefused() {
        LiveChoice[] bad = {
            new LiveChoice(88, null, -1),
            new LiveChoice(110, 1182, null),
            new LiveChoice(777, null, 1),
            new LiveChoice(67, 670, null)
        };
        DiscountRefused refused = refused(() -> world.commit(LARKSPUR, THEO, bad));
        assertThat(refused.flaws())
                .extracting(DiscountRefused.Flaw::flaw)
                .containsExactly(
                        PriceFlaw.OUT_OF_RANGE,
                        PriceFlaw.NO_SUCH_CHOICE,
                        PriceFlaw.UNKNOWN_OPTION,
                        PriceFlaw.OUT_OF_RANGE);
        assertThat(world.amount(LARKSPUR)).isEqualTo(BEFORE);
    }

    @Test
    void anAmountThatThePricesDoNotComeToIsRefused() {
        DiscountRefused refused = refused(() -> order("1.00", "98.75"));
        assertThat(refused.reason()).isEqualTo(Reason.STALE);
        assertThat(refused.amount()).isEqualTo("98.75");
        assertThat(world.entries(LARKSPUR)).isEmpty();
    }

    @Test
    void anAmountThatSomebodyChangedInWhmcsIsNotOverwrittenAndToldOnce() throws SQLException {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        world.commit(LARKSPUR, THEO);
        world.database.run("UPDATE tblhosting SET amount = 120 WHERE id = 520");
        world.clock.forward(Duration.ofSeconds(1));

        for (int i = 0; i < 2; i++) {
            DiscountRefused refused = refused(() -> order("96.75", "96.75"));
            assertThat(refused.reason()).isEqualTo(Reason.AMOUNT_CHANGED);
            assertThat(refused.amount()).isEqualTo("120.00");
            assertThat(refused.by()).isNull();
        }

        assertThat(world.amount(LARKSPUR)).isEqualTo("120.00");
        assertThat(world.entries(LARKSPUR))
                .extracting(
                        HistoryEntry::kind, HistoryEntry::amountBefore, HistoryEntry::amountAfter)
                .containsExactly(
                        tuple(Kind.OUTSIDE, new BigDecimal("96.75"), new BigDecimal("120.00")),
                        tuple(Kind.AMOUNT, BEFORE, new BigDecimal("96.75")));
        assertThat(world.commit(LARKSPUR, THEO).amount()).as("seen, and wanted").isEqualTo("96.75");
    }

    @Test
    void anAmountThatAnotherAdministratorChangedIsToldWithTheirName() {
        world.save(LARKSPUR, DANA, PriceWish.of(67, "6.00"));
        world.commit(LARKSPUR, DANA);
        DiscountRefused refused = refused(() -> order("96.75", "98.75"));
        assertThat(refused.reason()).isEqualTo(Reason.AMOUNT_CHANGED);
        assertThat(refused.by()).isEqualTo("Dana");
        assertThat(refused.at()).isEqualTo(world.clock.instant());
    }

    @Test
    void whatDoesNotRenewHasNoAmount() throws SQLException {
        world.database.run("UPDATE tblhosting SET billingcycle = 'One Time' WHERE id = 520");
        assertThat(refused(() -> order("0.00", "98.75")).reason()).isEqualTo(Reason.NOT_RENEWING);
        assertThat(world.amount(LARKSPUR)).isEqualTo(BEFORE);
    }

    @Test
    void anUnknownServiceIsNone() {
        AmountOrder order = new AmountOrder(BEFORE, BEFORE, List.of());
        assertThat(world.desk.commit(new ServiceId(999_999), order, THEO)).isEmpty();
        assertThat(world.desk.undo(new ServiceId(999_999), 1, BEFORE, THEO)).isEmpty();
        assertThat(world.desk.undo(LARKSPUR, 999_999, BEFORE, THEO)).isEmpty();
    }

    @Test
    @Tag("fault-20")
    void whileWhmcsIsDownNothingIsChanged() throws SQLException {
        try (DiscountWorld dark = new DiscountWorld(URI.create("http://127.0.0.1:1/api.php"))) {
            dark.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
            assertThatThrownBy(() -> dark.commit(LARKSPUR, THEO))
                    .isInstanceOf(WhmcsException.class);
            assertThat(dark.amount(LARKSPUR)).isEqualTo(BEFORE);
            assertThat(dark.sheet(LARKSPUR).pending()).isEmpty();
            assertThat(dark.entries(LARKSPUR))
                    .extracting(HistoryEntry::kind)
                    .containsExactly(Kind.PRICES);
        }
    }

    @Test
    @Tag("fault-20")
    void whatWhmcsRefusesHasFailed() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        world.whmcs.switches().forbiddenAction = "UpdateClientProduct";

        assertThatThrownBy(() -> world.commit(LARKSPUR, THEO)).isInstanceOf(WhmcsException.class);

        assertThat(world.amount(LARKSPUR)).isEqualTo(BEFORE);
        assertThat(entry(Kind.AMOUNT).state()).isEqualTo(State.FAILED);
        world.whmcs.switches().forbiddenAction = "";
        assertThat(world.commit(LARKSPUR, THEO).amount()).as("the next one may").isEqualTo("96.75");
    }

    @Test
    @Tag("fault-20")
    void anAnswerThatWasLostIsFoundOutByWhoLooksNext() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        // The question is the first call, the change the second: done, and its answer cut off.
        world.whmcs.faults().add(Fault.always(Fault.Kind.TRUNCATED).value(5).onEach(2).times(1));

        AmountWritten written = world.commit(LARKSPUR, THEO);

        assertThat(written.pending()).isTrue();
        assertThat(world.amount(LARKSPUR)).as("it was done").isEqualTo("96.75");
        assertThat(entry(Kind.AMOUNT).state()).isEqualTo(State.PENDING);
        assertThat(world.sheet(LARKSPUR).pending()).as("WHMCS was asked").isEmpty();
        assertThat(entry(Kind.AMOUNT).state()).isEqualTo(State.DONE);
        assertThat(entry(Kind.AMOUNT).changes()).hasSize(1);
    }

    @Test
    @Tag("fault-20")
    void aChangeThatNeverArrivedHasFailedAfterAMinute() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        world.whmcs.faults().add(Fault.always(Fault.Kind.DROP).onEach(2).times(1));

        assertThat(world.commit(LARKSPUR, THEO).pending()).isTrue();

        assertThat(world.amount(LARKSPUR)).isEqualTo(BEFORE);
        assertThat(world.sheet(LARKSPUR).pending()).as("it may yet come").isPresent();
        assertThat(refused(() -> world.commit(LARKSPUR, DANA)).reason()).isEqualTo(Reason.PENDING);
        world.clock.forward(PendingAmounts.ABANDONED);
        assertThat(world.sheet(LARKSPUR).pending()).isEmpty();
        assertThat(entry(Kind.AMOUNT).state()).isEqualTo(State.FAILED);
        assertThat(world.commit(LARKSPUR, DANA).amount()).isEqualTo("96.75");
    }

    @Test
    @Tag("fault-20")
    void whileWhmcsIsAwayItStaysPending() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        world.whmcs.faults().add(Fault.always(Fault.Kind.TRUNCATED).value(5).onEach(2).times(1));
        world.commit(LARKSPUR, THEO);
        world.whmcs.faults().clear();
        world.whmcs.faults().add(Fault.always(Fault.Kind.STATUS));
        world.clock.forward(Duration.ofHours(1));

        assertThat(world.sheet(LARKSPUR).pending())
                .get()
                .extracting(SheetOption.Saving::by)
                .isEqualTo("Theo");
        world.whmcs.faults().clear();
        assertThat(world.sheet(LARKSPUR).pending()).isEmpty();
        assertThat(entry(Kind.AMOUNT).state()).isEqualTo(State.DONE);
    }

    @Test
    void ofTwoAtATimeTheSecondIsRefused() throws Exception {
        try (DiscountWorld slow = new DiscountWorld();
                HoldingWire wire = HoldingWire.to(slow.whmcs.origin().getPort());
                DiscountWorld far = slow.through(wire.origin().resolve("/includes/api.php"))) {
            slow.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
            wire.hold("/includes/api.php");
            ExecutorService theo = Executors.newSingleThreadExecutor();
            try {
                Future<AmountWritten> first = theo.submit(() -> far.commit(LARKSPUR, THEO));
                Until.holds(
                        "what Theo means is written down",
                        () ->
                                slow.one(
                                                "SELECT COUNT(*) FROM eb_discount_history WHERE pending_of = 520")
                                        .equals("1"));

                assertThat(refused(() -> slow.commit(LARKSPUR, DANA)).reason())
                        .isEqualTo(Reason.PENDING);

                wire.hold("");
                wire.release();
                assertThat(first.get().amount()).isEqualTo("96.75");
            } finally {
                theo.shutdownNow();
            }
        }
    }

    @Test
    void anEntryIsUndoneWithItsPricesItsQuantitiesAndItsAmount() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"), PriceWish.of(99, "4.00"));
        long entry = world.commit(LARKSPUR, THEO, live(8, 1102)).historyId();
        world.clock.forward(Duration.ofSeconds(1));

        AmountWritten back = world.undo(LARKSPUR, entry, DANA);

        assertThat(back.amount()).isEqualTo("98.75");
        assertThat(world.amount(LARKSPUR)).isEqualTo(BEFORE);
        assertThat(world.discount(LARKSPUR, 67)).isEqualTo("7.00");
        assertThat(world.discount(LARKSPUR, 99)).isEqualTo("none");
        assertThat(chosen(88)).isEqualTo("880|6");
        assertThat(entry(Kind.AMOUNT).undone())
                .get()
                .extracting(HistoryEntry.Undone::by)
                .isEqualTo("Dana");
        assertThat(entry(Kind.AMOUNT).undoable()).isFalse();
        assertThat(refused(() -> world.undo(LARKSPUR, entry, DANA)).reason())
                .isEqualTo(Reason.UNDO_CONFLICT);
    }

    @Test
    void pricesAloneAreUndoneWithoutWhmcs() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        long entry = entry(Kind.PRICES).id();
        world.whmcs.faults().add(Fault.always(Fault.Kind.STATUS));

        assertThat(world.undo(LARKSPUR, entry, DANA).amount()).isNull();

        assertThat(world.discount(LARKSPUR, 67)).isEqualTo("7.00");
        assertThat(entry(Kind.PRICES).undone()).isPresent();
    }

    @Test
    void whatWasChangedSinceIsNotUndone() throws SQLException {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        long entry = world.commit(LARKSPUR, THEO).historyId();
        world.save(LARKSPUR, DANA, PriceWish.of(67, "5.00"));
        assertThat(entry(Kind.AMOUNT).undoable()).isFalse();
        assertThat(refused(() -> world.undo(LARKSPUR, entry, THEO)).reason())
                .isEqualTo(Reason.UNDO_CONFLICT);

        world.save(LARKSPUR, DANA, PriceWish.of(67, "6.00"));
        world.database.run("UPDATE tblhosting SET amount = 50 WHERE id = 520");
        assertThat(refused(() -> world.undo(LARKSPUR, entry, THEO)).reason())
                .as("somebody in WHMCS has set another amount, and who undoes has seen it")
                .isEqualTo(Reason.UNDO_CONFLICT);
        assertThat(world.amount(LARKSPUR)).isEqualTo("50.00");
        assertThat(world.discount(LARKSPUR, 67)).isEqualTo("6.00");
    }

    @Test
    @Tag("fault-20")
    void anUndoWhoseAnswerWasLostPutsItsPricesBackWhenItIsKnown() {
        world.save(LARKSPUR, THEO, PriceWish.of(67, "6.00"));
        long entry = world.commit(LARKSPUR, THEO).historyId();
        world.whmcs.faults().add(Fault.always(Fault.Kind.TRUNCATED).value(5).onEach(2).times(1));

        assertThat(world.undo(LARKSPUR, entry, THEO).pending()).isTrue();

        assertThat(world.discount(LARKSPUR, 67)).isEqualTo("6.00");
        assertThat(world.sheet(LARKSPUR).pending()).isEmpty();
        assertThat(world.discount(LARKSPUR, 67)).isEqualTo("7.00");
        assertThat(world.amount(LARKSPUR)).isEqualTo(BEFORE);
    }

    @Test
    void anAmountThatDiffersIsSetRight() {
        assertThat(world.commit(BIRCHLEGAL, THEO).amount()).isEqualTo("93.00");
        assertThat(world.sheet(BIRCHLEGAL).differs()).isFalse();
    }

    private HistoryEntry entry(Kind kind) {
        return world.entries(LARKSPUR).stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void order(String amount, String expected) {
        world.desk.commit(
                LARKSPUR,
                new AmountOrder(new BigDecimal(amount), new BigDecimal(expected), List.of()),
                THEO);
    }

    private String chosen(int option) {
        return world.one(
                "SELECT optionid, qty FROM tblhostingconfigoptions WHERE relid = 520 AND configid = "
                        + option);
    }

    /** Everything that Larkspur has, with so many devices and this support. */
    private static LiveChoice[] live(int devices, int support) {
        return new LiveChoice[] {
            new LiveChoice(88, null, devices),
            new LiveChoice(67, null, 2),
            new LiveChoice(91, null, 6),
            new LiveChoice(99, null, 1),
            new LiveChoice(60, null, 2),
            new LiveChoice(110, support, null),
            new LiveChoice(115, null, 1),
            new LiveChoice(118, 1181, null)
        };
    }

    /** With so many devices that were seen before. */
    private static LiveChoice[] seen(LiveChoice[] live, int devices) {
        live[0] = new LiveChoice(88, null, live[0].quantity(), devices);
        return live;
    }

    private static DiscountRefused refused(ThrowingCallable act) {
        return catchThrowableOfType(DiscountRefused.class, act);
    }
}
