package com.eazybackup.discount;

import static com.eazybackup.discount.DiscountWorld.BIRCHLEGAL;
import static com.eazybackup.discount.DiscountWorld.FERNHOLLOW;
import static com.eazybackup.discount.DiscountWorld.GRANITE;
import static com.eazybackup.discount.DiscountWorld.LARKSPUR;
import static com.eazybackup.discount.DiscountWorld.NORTHGATE;
import static com.eazybackup.discount.DiscountWorld.QUILL;
import static com.eazybackup.discount.DiscountWorld.RIVERBEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.eazybackup.whmcs.ServiceId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown of services, and what that costs. */
class DiscountSheetTest {

    private static DiscountWorld world;

    @BeforeAll
    static void open() throws SQLException {
        world = new DiscountWorld();
        // What Granite's account has: a device more than is paid for, and one that is revoked.
        for (int i = 1; i <= 13; i++) {
            world.database.run(
                    "INSERT INTO comet_devices (id, client_id, username, hash, revoked_at)"
                            + " VALUES ('g%1$d', 101, 'granite_logistics', 'g%1$d', %2$s)"
                                    .formatted(i, i == 13 ? "NOW()" : "NULL"));
        }
        world.database.run(
                "INSERT INTO comet_devices (id, client_id, username, hash)"
                        + " VALUES ('x', 102, 'granite_logistics', 'x')");
        world.database.run(
                "INSERT INTO comet_vaults (id, client_id, username, name, type, total_bytes)"
                        + " VALUES ('%s', 102, 'larkspur', 'Vault', 1003, %d)"
                                .formatted(
                                        "00000000-0000-4000-8000-000000000001",
                                        2 * (1L << 40) + 1));
        world.database.run(
                "INSERT INTO comet_items (id, client_id, username, name, type, content) VALUES"
                        + " ('00000000-0000-4000-8000-000000000002', 102, 'larkspur', 'Hosts',"
                        + " 'engine1/vmware', '{\"Statistics\":{\"LastBackupJob\":{\"TotalVmCount\":3}}}')");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void aServiceInOrderComesToWhatItCosts() {
        ServiceSheet sheet = world.sheet(LARKSPUR);

        assertThat(sheet.differs()).isFalse();
        assertThat(sheet.computed().amount()).isEqualTo("98.75");
        assertThat(sheet.computed().saving()).isEqualTo("13.75");
        assertThat(sheet.service().currency().code()).isEqualTo("CAD");
        assertThat(sheet.service().profile()).contains("cometbackup");
        assertThat(sheet.options())
                .extracting(SheetOption::configId)
                .containsExactly(88, 67, 91, 99, 60, 110, 115, 118);
    }

    @Test
    void eachKindOfOptionHasItsListPrice() {
        assertThat(world.option(LARKSPUR, 67).list()).isEqualTo("8.00");
        assertThat(world.option(LARKSPUR, 115).list()).isEqualTo("4.00");
        SheetOption support = world.option(LARKSPUR, 110);
        assertThat(support.list()).isEqualTo("19.00");
        assertThat(support.quantity()).isNull();
        assertThat(support.choices())
                .extracting(SheetOption.Choice::name)
                .containsExactly("Standard", "Priority");
        assertThat(world.option(FERNHOLLOW, 67).list()).as("US dollars a year").isEqualTo("60.00");
    }

    @Test
    void whatIsTheMatterIsToldOfEachOption() {
        assertThat(world.option(NORTHGATE, 88).listChanged()).isTrue();
        assertThat(world.option(LARKSPUR, 67).listChanged()).isFalse();
        assertThat(world.option(RIVERBEND, 120).gone()).isTrue();
        assertThat(world.option(RIVERBEND, 67).gone()).isFalse();
        assertThat(world.option(FERNHOLLOW, 67).belowCost()).isTrue();
        assertThat(world.option(LARKSPUR, 67).belowCost()).isFalse();
        assertThat(world.sheet(BIRCHLEGAL).differs()).isTrue();
        assertThat(world.sheet(BIRCHLEGAL).computed().amount()).isEqualTo("93.00");
    }

    @Test
    void anAmountThatCountsUndiscountedChoicesIsRightAsWell() throws SQLException {
        world.database.run(
                "UPDATE tblhostingconfigoptions SET optionid = 1182 WHERE relid = 520 AND configid = 118",
                "UPDATE tblhosting SET amount = 100.75 WHERE id = 520");
        assertThat(world.sheet(LARKSPUR).differs()).isFalse();
        world.database.run(
                "UPDATE tblhostingconfigoptions SET optionid = 1181 WHERE relid = 520 AND configid = 118",
                "UPDATE tblhosting SET amount = 98.75 WHERE id = 520");
    }

    @Test
    void whatIsUsedIsHeldAgainstWhatIsPaid() {
        SheetOption devices = world.option(GRANITE, 88);
        assertThat(devices.used())
                .get()
                .extracting(SheetOption.UsedPart::amount)
                .isEqualTo(new BigDecimal(12));
        assertThat(devices.used())
                .get()
                .extracting(SheetOption.UsedPart::unbilled)
                .isEqualTo(new BigDecimal(1));
        SheetOption storage = world.option(LARKSPUR, 67);
        assertThat(storage.used())
                .get()
                .extracting(SheetOption.UsedPart::amount)
                .as("a byte more than two")
                .isEqualTo(new BigDecimal("2.01"));
        assertThat(storage.used())
                .get()
                .extracting(SheetOption.UsedPart::unbilled)
                .isEqualTo(new BigDecimal(1));
        assertThat(world.option(LARKSPUR, 99).used())
                .get()
                .extracting(SheetOption.UsedPart::amount)
                .isEqualTo(new BigDecimal(3));
        assertThat(world.option(LARKSPUR, 110).used()).as("nothing measures support").isEmpty();
    }

    @Test
    void storageIsAsOldAsItsOldestMeasurementAndWhatNobodyMeasuredHasNoTime() throws SQLException {
        world.database.run(
                "UPDATE comet_vaults SET content = NULL, last_success_at = FROM_UNIXTIME(1795000000)"
                        + " WHERE username = 'larkspur'");
        assertThat(measured(67)).contains(Instant.ofEpochSecond(1_795_000_000));
        assertThat(measured(88)).as("devices are counted, not measured").isEmpty();

        world.database.run(
                "INSERT INTO comet_vaults (id, client_id, username, name, type, total_bytes, content)"
                        + " SELECT 'older', client_id, username, 'Older', type, 1,"
                        + " '{\"Statistics\":{\"ClientProvidedSize\":{\"MeasureCompleted\":1794000000}}}'"
                        + " FROM comet_vaults WHERE username = 'larkspur' LIMIT 1");
        assertThat(measured(67)).contains(Instant.ofEpochSecond(1_794_000_000));

        world.database.run("UPDATE comet_vaults SET content = NULL WHERE id = 'older'");
        assertThat(measured(67)).as("one of them was never measured").isEmpty();
        world.database.run("DELETE FROM comet_vaults WHERE id = 'older'");
    }

    private Optional<Instant> measured(int option) {
        return world.option(LARKSPUR, option).used().flatMap(SheetOption.UsedPart::at);
    }

    @Test
    void anUnknownServiceHasNoSheet() {
        assertThat(world.sheets.of(new ServiceId(999_999))).isEmpty();
        assertThat(world.sheets.preview(new ServiceId(999_999), List.of(), List.of())).isEmpty();
    }

    @Test
    void draftsAreLaidOverWhatIsSavedAndChangeNothing() {
        BigDecimal amount =
                world.sheets
                        .preview(
                                LARKSPUR,
                                List.of(),
                                List.of(PriceWish.of(67, "1.00"), PriceWish.of(91, null)))
                        .orElseThrow()
                        .amount();
        assertThat(amount)
                .as("12.00 less for storage, 7.50 more for disk images")
                .isEqualTo("94.25");
        assertThat(world.discount(LARKSPUR, 67)).isEqualTo("7.00");
    }

    @Test
    void aSheetTakesTwelveStatementsAndAPreviewSeven() throws SQLException {
        assertThat(world.queries.during(() -> world.sheet(LARKSPUR))).isEqualTo(12);
        assertThat(world.queries.during(() -> world.sheets.preview(LARKSPUR, List.of(), List.of())))
                .isEqualTo(7);
    }

    @Test
    void theListFindsWhatIsTheMatter() {
        ServicePage page = world.overview.page(query("", ServiceFilter.DISCOUNTED));

        assertThat(page.services())
                .extracting(one -> one.service().id())
                .containsExactlyInAnyOrder(
                        LARKSPUR, NORTHGATE, RIVERBEND, BIRCHLEGAL, GRANITE, FERNHOLLOW);
        assertThat(page.counts())
                .containsEntry(ServiceFilter.DISCOUNTED, 6L)
                .containsEntry(ServiceFilter.DIFFERS, 1L)
                .containsEntry(ServiceFilter.LIST_CHANGED, 1L)
                .containsEntry(ServiceFilter.OPTION_GONE, 1L)
                .containsEntry(ServiceFilter.BELOW_COST, 1L)
                .containsEntry(ServiceFilter.UNBILLED, 2L);
        assertThat(page.savings())
                .extracting(ServicePage.Saving::currency, ServicePage.Saving::cycle)
                .containsExactly(tuple("CAD", "Monthly"), tuple("USD", "Annually"));
        assertThat(found("", ServiceFilter.DIFFERS)).containsExactly(BIRCHLEGAL);
        assertThat(found("", ServiceFilter.OPTION_GONE)).containsExactly(RIVERBEND);
        assertThat(found("", ServiceFilter.LIST_CHANGED)).containsExactly(NORTHGATE);
        assertThat(found("", ServiceFilter.BELOW_COST)).containsExactly(FERNHOLLOW);
    }

    @Test
    void wordsFindEveryService() {
        assertThat(found("quill", ServiceFilter.DISCOUNTED)).containsExactly(QUILL);
        assertThat(found("#530", ServiceFilter.DISCOUNTED)).containsExactly(QUILL);
        assertThat(found("iris@quill", ServiceFilter.ALL)).containsExactly(QUILL);
        assertThat(found("willowmere", ServiceFilter.ALL)).as("over").hasSize(1);
        assertThat(found("%", ServiceFilter.ALL)).isEmpty();
        assertThat(found("pinewood", ServiceFilter.DIFFERS)).contains(BIRCHLEGAL);
        assertThat(found("", ServiceFilter.ALL)).hasSizeGreaterThan(20).contains(QUILL);
    }

    @Test
    void theListIsSortedBothWays() {
        List<BigDecimal> up = amounts(false);
        assertThat(up).isSortedAccordingTo(BigDecimal::compareTo);
        assertThat(amounts(true)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private static List<BigDecimal> amounts(boolean down) {
        return world
                .overview
                .all(
                        new ServiceQuery(
                                "", ServiceFilter.DISCOUNTED, ServiceOrder.AMOUNT, down, 1, 50))
                .stream()
                .map(one -> one.service().amount())
                .toList();
    }

    @Test
    void theListTakesAsManyStatementsHoweverManyServicesThereAre() throws SQLException {
        assertThat(statements(ServiceFilter.DISCOUNTED, "")).isEqualTo(9);
        assertThat(statements(ServiceFilter.ALL, "")).isEqualTo(17);
        assertThat(statements(ServiceFilter.ALL, "larkspur")).isEqualTo(17);
    }

    private static int statements(ServiceFilter filter, String words) throws SQLException {
        return world.queries.during(() -> world.overview.page(query(words, filter)));
    }

    private static List<ServiceId> found(String words, ServiceFilter filter) {
        return world.overview.page(query(words, filter)).services().stream()
                .map(one -> one.service().id())
                .toList();
    }

    private static ServiceQuery query(String words, ServiceFilter filter) {
        return new ServiceQuery(words, filter, ServiceOrder.CLIENT, false, 1, 50);
    }
}
