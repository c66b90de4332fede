package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.fleet.DeviceKey;
import com.eazybackup.platform.Schema;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * When protected items were last backed up well, and what they are promised. larkspur is client
 * 102, fernhollow 105.
 */
class ItemStandingTest {

    private static final Instant START = Instant.parse("2026-07-15T12:00:00Z");
    private static final long NOW = START.getEpochSecond();
    private static final String MADE = at(9 * 86_400);

    private static TestDatabase database;

    private final MovedClock clock = new MovedClock(START);
    private FleetWriter writer;

    @BeforeAll
    static void open() throws Exception {
        database = WriterTables.create();
    }

    @BeforeEach
    void empty() throws Exception {
        WriterTables.empty(database);
        writer = writer(database.source());
    }

    private FleetWriter writer(DataSource source) {
        return WriterTables.writer(database, source, clock, new IntakeCounts(), () -> {});
    }

    private static News job(String id, String user, String item, int status, long start, long end) {
        String frame =
                "{'Type':%d,'Timestamp':%d,'Data':{'GUID':'%s','Username':'%s','Classification':4001,'Status':%d,'StartTime':%d,'EndTime':%d,'DeviceID':'dev-1','SourceGUID':'%s','DestinationGUID':'vault-1'}}"
                        .formatted(
                                end == 0 ? 4200 : 4201,
                                Math.max(start, end),
                                id,
                                user,
                                status,
                                start,
                                end,
                                item);
        return EventReader.read(frame.replace('\'', '"'), START);
    }

    private static News ended(String id, String item, int status, long ago) {
        return job(id, "larkspur", item, status, NOW - ago - 60, NOW - ago);
    }

    /** Of larkspur, with these items and rules. */
    private News profile(String items, String more) {
        return profile("larkspur", items, more);
    }

    private News profile(String user, String items, String more) {
        String frame =
                "{'Type':4102,'Timestamp':%d,'Actor':'%s','Data':{'Username':'%s','Devices':{'dev-1':{'FriendlyName':'A','RegistrationTime':%d}},'Sources':{%s},'Destinations':{},%s}}"
                        .formatted(
                                clock.instant().getEpochSecond(),
                                user,
                                user,
                                NOW - 86_400,
                                items,
                                more);
        return EventReader.read(frame.replace('\'', '"'), clock.instant());
    }

    private static String item(String id, String... more) {
        String fields =
                String.join(
                        ",",
                        Stream.concat(
                                        Stream.of(
                                                "'OwnerDevice':'dev-1'",
                                                "'Engine':'engine1/file'",
                                                "'Description':'Files of " + id + "'",
                                                "'CreateTime':" + MADE),
                                        Arrays.stream(more))
                                .toList());
        return "'%s':{%s}".formatted(id, fields);
    }

    private static String statistics(int last, long lastAgo, int successful, long successfulAgo) {
        return "'Statistics':{'LastBackupJob':{'GUID':'x','Status':%d,'EndTime':%d},'LastSuccessfulBackupJob':{'GUID':'y','Status':%d,'EndTime':%d}}"
                .formatted(last, NOW - lastAgo, successful, NOW - successfulAgo);
    }

    private static String rules(String... rules) {
        return "'BackupRules':{" + String.join(",", rules) + "}";
    }

    private static String daily(String item) {
        return "'r-%1$s':{'Source':'%1$s','Schedules':[{'FrequencyType':8011}]}".formatted(item);
    }

    private static String weekly(String item) {
        return "'r-%1$s':{'Source':'%1$s','Schedules':[{'FrequencyType':8013}]}".formatted(item);
    }

    private void write(News... news) throws InterruptedException {
        writer.write(Arrays.asList(news));
    }

    private void again(News... news) {
        try {
            write(news);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> good() throws SQLException {
        return database.rows("SELECT item_id, last_good_at FROM eb_item_standing ORDER BY item_id");
    }

    private static List<String> promises() throws SQLException {
        return database.rows(
                "SELECT item_id, promised_secs, promised_since FROM eb_item_standing"
                        + " ORDER BY item_id");
    }

    private static String at(long ago) {
        return Long.toString(NOW - ago);
    }

    @Test
    void aGoodBackupIsThatOfItsItemAlone() throws Exception {
        write(ended("a", "i1", 5000, 900), ended("b", "i2", 7001, 800));
        write(ended("c", "i1", 5000, 300), ended("d", "i2", 7002, 200));

        assertThat(good()).containsExactly("i1|" + at(300), "i2|" + at(800));
        assertThat(database.rows("SELECT DISTINCT device_id, client_id FROM eb_item_standing"))
                .containsExactly(DeviceKey.of(new ClientId(102), new DeviceId("dev-1")) + "|102");
    }

    @Test
    @Tag("fault-05")
    void anyOrderInAnyBatchesEndsInTheSameRows() throws Exception {
        List<News> jobs = new ArrayList<>();
        int[] codes = {7002, 5000, 7006, 7001, 5000, 7004, 7002, 7999};
        for (int i = 0; i < codes.length; i++) {
            jobs.add(ended("j" + i, "i" + i % 2, codes[i], 900 - 100L * (i / 2)));
        }
        Random random = new Random(7);
        Set<List<String>> ends = new HashSet<>();
        for (int round = 0; round < 20; round++) {
            empty();
            Collections.shuffle(jobs, random);
            int cut = random.nextInt(jobs.size());
            writer.write(jobs.subList(0, cut));
            writer.write(jobs.subList(cut, jobs.size()));
            jobs.subList(0, random.nextInt(jobs.size())).forEach(this::again);
            ends.add(good());
        }

        assertThat(ends).containsExactly(List.of("i0|" + at(700), "i1|" + at(800)));
    }

    @Test
    void aBackupThatNamesNoItemIsInNoRow() throws Exception {
        write(ended("a", "", 5000, 900));

        assertThat(good()).isEmpty();
    }

    @Test
    @Tag("fault-06")
    void aGoodEndThatIsTakenBackIsCountedAnew() throws Exception {
        write(
                ended("a", "i1", 5000, 900),
                ended("b", "i1", 5000, 500),
                ended("c", "i2", 5000, 400));
        write(ended("b", "i1", 7002, 450));
        assertThat(good()).containsExactly("i1|" + at(900), "i2|" + at(400));

        write(ended("c", "i2", 7002, 300));

        assertThat(good()).containsExactly("i1|" + at(900), "i2|-");
    }

    @Test
    void anEndThatIsToldBetterLaterRaisesIt() throws Exception {
        write(ended("a", "i1", 7007, 900));
        write(ended("a", "i1", 5000, 500));
        assertThat(good()).containsExactly("i1|" + at(500));

        write(ended("a", "i1", 7001, 400));

        assertThat(good()).containsExactly("i1|" + at(400));
    }

    @Test
    void whatTheSchedulesOfEachItemPromiseIsKept() throws Exception {
        write(ended("a", "i1", 5000, 900));
        write(
                profile(
                        item("i1") + "," + item("i2") + "," + item("i3"),
                        rules(daily("i1"), weekly("i2"))));
        assertThat(promises())
                .containsExactly("i1|86400|" + MADE, "i2|604800|" + MADE, "i3|-|" + MADE);
        assertThat(good()).containsExactly("i1|" + at(900), "i2|-", "i3|-");

        clock.forward(Duration.ofMinutes(2));
        write(profile(item("i1") + "," + item("i2"), "'Tags':[]"));

        assertThat(promises())
                .as(
                        "a profile that tells no schedules takes none away, and items that are gone leave")
                .containsExactly("i1|86400|" + MADE, "i2|604800|" + MADE);
    }

    @Test
    void aScheduleThatIsMadeOrMadeCloserCountsFromThen() throws Exception {
        String both = item("i1") + "," + item("i2");
        write(profile(both, rules(weekly("i2"))));
        clock.forward(Duration.ofMinutes(2));
        long then = clock.instant().getEpochSecond();

        write(profile(both, rules(daily("i1"), daily("i2"))));
        assertThat(promises()).containsExactly("i1|86400|" + then, "i2|86400|" + then);

        clock.forward(Duration.ofMinutes(2));
        write(profile(both, rules(weekly("i1"), daily("i2"))));
        assertThat(promises())
                .as("who is given more time keeps the beginning")
                .containsExactly("i1|604800|" + then, "i2|86400|" + then);
    }

    @Test
    void anItemWhoseJobsCameBeforeItsProfileCountsFromItsOwnBeginning() throws Exception {
        write(ended("a", "i1", 7002, 900), ended("b", "i1", 5000, 800));
        write(profile(item("i1"), rules(daily("i1"))));

        assertThat(promises()).containsExactly("i1|86400|" + MADE);
        assertThat(good()).containsExactly("i1|" + at(800));
    }

    @Test
    void whatCometRemembersOfAGoodBackupIsTakenWhereItIsLater() throws Exception {
        write(ended("a", "i1", 5000, 900));
        write(
                profile(
                        item("i1", statistics(5000, 800, 5000, 800))
                                + ","
                                + item("i2", statistics(7001, 700, 5000, 90_000))
                                + ","
                                + item("i3", statistics(7002, 700, 5000, 90_000))
                                + ","
                                + item("i4", statistics(0, NOW, 0, NOW)),
                        rules()));
        List<String> remembered =
                List.of("i1|" + at(800), "i2|" + at(700), "i3|" + at(90_000), "i4|-");
        assertThat(good()).isEqualTo(remembered);

        clock.forward(Duration.ofMinutes(2));
        write(ended("b", "i4", 5000, 10));
        write(profile(item("i1", statistics(5000, 5000, 5000, 5000)) + "," + item("i4"), rules()));

        assertThat(good()).as("never earlier").containsExactly("i1|" + at(800), "i4|" + at(10));
    }

    @Test
    @Tag("fault-18")
    void theItemOfAnotherClientIsLeftAloneUntilAProfileSaysWhoseItIs() throws Exception {
        write(profile(item("i1"), rules(daily("i1"))));
        write(ended("a", "i1", 5000, 900));
        write(job("b", "fernhollow", "i1", 5000, NOW - 60, NOW - 10));
        assertThat(good()).containsExactly("i1|" + at(900));

        clock.forward(Duration.ofMinutes(2));
        write(profile("fernhollow", item("i1"), rules(daily("i1"))));

        assertThat(database.rows("SELECT client_id, last_good_at FROM eb_item_standing"))
                .as("what was the other one's is not shown to this one")
                .containsExactly("105|-");
    }

    @Test
    void anItemThatMovesToAnotherDeviceTakesItsHistoryAlong() throws Exception {
        write(profile(item("i1"), rules(daily("i1"))));
        write(ended("a", "i1", 5000, 900));
        clock.forward(Duration.ofMinutes(2));
        write(profile(item("i1").replace("dev-1", "dev-2"), rules(daily("i1"))));

        assertThat(database.rows("SELECT device_id, last_good_at FROM eb_item_standing"))
                .containsExactly(
                        DeviceKey.of(new ClientId(102), new DeviceId("dev-2")) + "|" + at(900));
    }

    @Test
    void goodBackupsOfABatchCostOneStatementHoweverManyItemsTheyAreOf() throws Exception {
        CountedQueries counted = new CountedQueries(database.source());
        writer = writer(counted.source());
        int bad = counted.during(() -> again(ended("a", "i1", 7002, 500)));

        int good = counted.during(() -> again(ended("b", "i1", 7006, 400)));
        assertThat(good).as("nothing for what is not good").isEqualTo(bad);
        News[] many = new News[60];
        Arrays.setAll(many, i -> ended("m" + i, "i" + i, 7006, 300 - i));
        int skipped = counted.during(() -> again(many));
        Arrays.setAll(many, i -> ended("n" + i, "i" + i, 5000, 200 - i));
        // Where a good backup ends, a vault is measured: that is one statement, too.
        assertThat(counted.during(() -> again(many))).isEqualTo(skipped + 2);
        assertThat(good()).hasSize(60);
    }

    @Test
    void aProfileInWhichNothingIsDifferentCostsNoStatementForItsItems() throws Exception {
        String items = item("i1", statistics(5000, 800, 5000, 800)) + "," + item("i2");
        write(profile(items, rules(daily("i1"))));
        CountedQueries counted = new CountedQueries(database.source());
        writer = writer(counted.source());
        clock.forward(Duration.ofMinutes(2));
        again(profile(items, rules(daily("i1"))));

        clock.forward(Duration.ofMinutes(2));
        int same = counted.during(() -> again(profile(items, rules(daily("i1")))));
        clock.forward(Duration.ofMinutes(2));
        int other = counted.during(() -> again(profile(items, rules(daily("i1"), weekly("i2")))));

        // The longest promise is the device's, too.
        assertThat(other - same).isEqualTo(2);
    }

    @Test
    void aBackupOfAnItemThatHasGoneIsForgottenWithItsJob() throws Exception {
        write(profile(item("i1"), rules()));
        write(ended("a", "i1", 5000, 900), ended("b", "gone", 5000, 800));
        JobRetention retention = new JobRetention(database.source());

        retention.history(START.minusSeconds(801), () -> false);
        assertThat(good()).containsExactly("gone|" + at(800), "i1|" + at(900));
        retention.history(START, () -> false);

        assertThat(good()).containsExactly("i1|" + at(900));
    }

    @Test
    void whatWasPromisedToAnItemThatAnOlderVersionDeletedMakesNobodyLate() throws Exception {
        write(profile(item("i1") + "," + item("i2"), rules(daily("i1"), daily("i2"))));
        database.run("DELETE FROM comet_items WHERE id = 'i2'");
        JobRetention retention = new JobRetention(database.source());

        retention.recent(Instant.EPOCH, () -> false);
        assertThat(promises()).hasSize(2);
        retention.recent(START.plus(Duration.ofDays(2)), () -> false);

        assertThat(promises()).singleElement().asString().startsWith("i1|");
    }

    @Test
    void anUpgradeFillsTheTableFromTheJobsThatAreThere() throws Exception {
        write(profile(item("i1") + "," + item("i2") + "," + item("i3"), rules(daily("i1"))));
        write(
                ended("a", "i1", 5000, 900),
                ended("b", "i1", 7002, 800),
                ended("c", "i2", 7001, 700),
                ended("d", "gone", 5000, 600));
        database.run(
                "DROP TABLE eb_item_standing",
                "DELETE FROM eb_schema_history WHERE CAST(version AS SIGNED) >= 16");

        assertThat(Schema.migrate(database.source())).isPositive();

        assertThat(good()).containsExactly("i1|" + at(900), "i2|" + at(700), "i3|-");
        assertThat(promises()).containsExactly("i1|-|-", "i2|-|-", "i3|-|-");
        database.run("DELETE FROM eb_schema_history WHERE CAST(version AS SIGNED) >= 16");
        write(ended("e", "i2", 5000, 100));
        Schema.migrate(database.source());
        assertThat(good())
                .as("it can be done again")
                .containsExactly("i1|" + at(900), "i2|" + at(100), "i3|-");

        clock.forward(Duration.ofMinutes(2));
        write(profile(item("i1") + "," + item("i2") + "," + item("i3"), rules(daily("i1"))));

        assertThat(promises())
                .as("the first profile tells what is promised, and since when nobody knows better")
                .containsExactly("i1|86400|" + MADE, "i2|-|" + MADE, "i3|-|" + MADE);
    }
}
