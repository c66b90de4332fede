package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.fleet.DeviceKey;
import com.eazybackup.platform.Schema;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What backups come to for their devices. larkspur is client 102, fernhollow 105. */
class StandingWriterTest {

    private static final Instant START = Instant.parse("2026-07-15T12:00:00Z");
    private static final long NOW = START.getEpochSecond();

    private static final String HISTORY =
            "SELECT device_id, client_id, username, job_id, status, started_at, ended_at,"
                    + " last_good_at, failing_since, failures FROM eb_device_standing"
                    + " ORDER BY device_id";

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

    private static News job(String id, String user, int type, int status, long start, long end) {
        String frame =
                "{'Type':%d,'Timestamp':%d,'Data':{'GUID':'%s','Username':'%s','Classification':%d,'Status':%d,'StartTime':%d,'EndTime':%d,'DeviceID':'dev-1','SourceGUID':'item-1','DestinationGUID':'vault-1'}}"
                        .formatted(
                                end == 0 ? 4200 : 4201,
                                Math.max(start, end),
                                id,
                                user,
                                type,
                                status,
                                start,
                                end);
        return EventReader.read(frame.replace('\'', '"'), START);
    }

    private static News ended(String id, int status, long ago) {
        return job(id, "larkspur", 4001, status, NOW - ago - 60, NOW - ago);
    }

    private void write(News... news) throws InterruptedException {
        writer.write(Arrays.asList(news));
    }

    private static List<String> history() throws Exception {
        return database.rows(HISTORY);
    }

    private static String row(
            int client, String user, String job, int status, long ago, String good, String since) {
        return "%s|%d|%s|%s|%d|%d|%d|%s|%s"
                .formatted(
                        DeviceKey.of(new ClientId(client), new DeviceId("dev-1")),
                        client,
                        user,
                        job,
                        status,
                        NOW - ago - 60,
                        NOW - ago,
                        good,
                        since);
    }

    private static String at(long ago) {
        return Long.toString(NOW - ago);
    }

    @Test
    void backupsThatFailAreCountedFromTheFirstAfterTheLastGoodOne() throws Exception {
        write(ended("a", 7002, 900), ended("b", 7001, 800));
        assertThat(history())
                .containsExactly(row(102, "larkspur", "b", 7001, 800, at(800), "-") + "|0");

        write(ended("c", 7004, 700));
        write(ended("d", 7006, 600), ended("e", 7005, 500));

        assertThat(history())
                .containsExactly(row(102, "larkspur", "e", 7005, 500, at(800), at(700)) + "|2");
        assertThat(database.rows("SELECT server_id FROM eb_device_standing"))
                .containsExactly("cometbackup");
    }

    @Test
    @Tag("fault-05")
    void anyOrderInAnyBatchesEndsInTheSameRow() throws Exception {
        List<News> jobs = new ArrayList<>();
        int[] codes = {7002, 5000, 7002, 7006, 7001, 7004, 7002, 7999};
        for (int i = 0; i < codes.length; i++) {
            jobs.add(ended("j" + i, codes[i], 900 - 100L * (i / 2)));
        }
        Random random = new Random(7);
        Set<List<String>> ends = new HashSet<>();
        for (int round = 0; round < 40; round++) {
            empty();
            Collections.shuffle(jobs, random);
            int cut = random.nextInt(jobs.size());
            writer.write(jobs.subList(0, cut));
            writer.write(jobs.subList(cut, jobs.size()));
            jobs.subList(0, random.nextInt(jobs.size())).forEach(this::again);
            ends.add(history());
        }

        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next())
                .containsExactly(row(102, "larkspur", "j7", 7999, 600, at(700), at(600)) + "|1");
    }

    private void again(News job) {
        try {
            write(job);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLateGoodBackupEndsTheFailuresBeforeIt() throws Exception {
        write(ended("a", 7002, 900), ended("c", 7002, 700));
        write(ended("b", 5000, 800));

        assertThat(history())
                .containsExactly(row(102, "larkspur", "c", 7002, 700, at(800), at(700)) + "|1");
    }

    @Test
    @Tag("fault-06")
    void anAbandonedBackupThatRunsAgainIsNoEndUntilItEndsAgain() throws Exception {
        write(ended("a", 5000, 900));
        write(ended("b", 7007, 800));
        write(job("b", "larkspur", 4001, 6002, NOW - 860, 0));
        assertThat(history())
                .containsExactly(row(102, "larkspur", "a", 5000, 900, at(900), "-") + "|0");

        write(ended("b", 5000, 100));

        assertThat(database.rows("SELECT job_id, last_good_at, failures FROM eb_device_standing"))
                .containsExactly("b|" + at(100) + "|0");
    }

    @Test
    void theOnlyBackupThatRunsAgainLeavesNone() throws Exception {
        write(ended("b", 7007, 800));
        write(job("b", "larkspur", 4001, 6002, NOW - 860, 0));

        assertThat(
                        database.rows(
                                "SELECT job_id, ended_at, failing_since, failures"
                                        + " FROM eb_device_standing"))
                .containsExactly("-|-|-|0");
    }

    @Test
    void aKnownEndThatTheTableHasMissedIsCountedWhenItIsToldAgain() throws Exception {
        write(ended("a", 7002, 900), ended("b", 5000, 600));
        List<String> whole = history();
        database.run("DELETE FROM eb_device_standing");
        write(ended("a", 7002, 900));
        assertThat(history()).as("all that is recorded is counted").isEqualTo(whole);

        database.run(
                "UPDATE eb_device_standing SET job_id = 'a', status = 7002, last_good_at = NULL,"
                        + " failures = 1, ended_at = "
                        + (NOW - 900));
        write(ended("b", 5000, 600));

        assertThat(history()).isEqualTo(whole);
    }

    @Test
    void otherKindsOfJobsSayNothing() throws Exception {
        write(job("r", "larkspur", 4002, 7002, NOW - 90, NOW - 60));

        assertThat(history()).isEmpty();
    }

    @Test
    @Tag("fault-18")
    void aMachineOfTwoClientsHasARowForEach() throws Exception {
        write(ended("a", 5000, 900));
        write(job("b", "fernhollow", 4001, 7002, NOW - 460, NOW - 400));

        assertThat(history())
                .containsExactlyInAnyOrder(
                        row(102, "larkspur", "a", 5000, 900, at(900), "-") + "|0",
                        row(105, "fernhollow", "b", 7002, 400, "-", at(400)) + "|1");
    }

    @Test
    void anUpgradeFillsTheTableFromTheJobsThatAreThere() throws Exception {
        int[] codes = {7002, 5000, 7000, 7006, 7001, 7004, 7003, 7005, 7007, 7999};
        for (int i = 0; i < codes.length; i++) {
            write(ended("j" + i, codes[i], 900 - 50L * (i / 2)));
        }
        write(job("o", "fernhollow", 4001, 7002, NOW - 460, NOW - 400));
        write(job("l", "fernhollow", 4001, 6001, NOW - 60, 0));
        List<String> kept = history();

        // Those that came after it make only what is not there, so that they can be made again.
        database.run(
                "DROP TABLE eb_device_standing",
                "DELETE FROM eb_schema_history WHERE CAST(version AS SIGNED) >= 11");
        assertThat(Schema.migrate(database.source())).isPositive();

        assertThat(history()).hasSize(2).isEqualTo(kept);
        assertThat(database.rows("SELECT DISTINCT server_id FROM eb_device_standing"))
                .containsExactly("cometbackup");
    }

    @Test
    void whatTheSchedulesPromiseIsKeptWhileThereAreSchedules() throws Exception {
        String daily = "'r':{'Source':'item-1','Schedules':[{'FrequencyType':8011}]}";
        write(ended("a", 5000, 900));

        write(profile("'BackupRules':{" + daily + "}"));
        assertThat(database.rows("SELECT job_id, promised_secs FROM eb_device_standing"))
                .containsExactly("a|86400");
        write(ended("b", 7002, 800));
        clock.forward(Duration.ofMinutes(2));
        write(profile("'Tags':[]"));
        assertThat(database.rows("SELECT job_id, promised_secs FROM eb_device_standing"))
                .as("a profile that tells no schedules takes none away")
                .containsExactly("b|86400");
        clock.forward(Duration.ofMinutes(2));
        write(profile("'BackupRules':{}"));

        assertThat(database.rows("SELECT job_id, promised_secs FROM eb_device_standing"))
                .containsExactly("b|-");
    }

    private News profile(String rules) {
        String frame =
                "{'Type':4102,'Timestamp':%d,'Actor':'larkspur','Data':{'Username':'larkspur','Devices':{'dev-1':{'FriendlyName':'A','RegistrationTime':%d}},'Sources':{'item-1':{'OwnerDevice':'dev-1'}},'Destinations':{},%s}}"
                        .formatted(clock.instant().getEpochSecond(), NOW - 86_400, rules);
        return EventReader.read(frame.replace('\'', '"'), clock.instant());
    }

    @Test
    void aBatchOfBackupsCostsTwoStatementsMoreAndALateOneThree() throws Exception {
        CountedQueries counted = new CountedQueries(database.source());
        writer = writer(counted.source());
        int others = counted.during(() -> again(job("r", "larkspur", 4002, 7002, NOW - 9, NOW)));

        int inOrder = counted.during(() -> again(ended("a", 7002, 500)));
        int late = counted.during(() -> again(ended("b", 7002, 600)));

        assertThat(inOrder - others).isEqualTo(2);
        assertThat(late - others).isEqualTo(3);
    }

    @Test
    void goodBackupsOfOneSecondCostNoMoreInWhateverOrderTheyCome() throws Exception {
        write(ended("b", 7002, 500));
        CountedQueries counted = new CountedQueries(database.source());
        writer = writer(counted.source());
        counted.during(() -> again(job("r", "larkspur", 4002, 7002, NOW - 9, NOW)));
        int good = counted.during(() -> again(ended("a", 5000, 500)));
        int badInThatSecond = counted.during(() -> again(ended("0", 7002, 500)));

        assertThat(good).isEqualTo(counted.during(() -> again(other("x", 5000))));
        assertThat(badInThatSecond).isEqualTo(counted.during(() -> again(other("y", 7002))));
        assertThat(history()).contains(row(102, "larkspur", "b", 7002, 500, at(500), "-") + "|0");
    }

    private static News other(String id, int status) {
        return job(id, "fernhollow", 4001, status, NOW - 60, NOW - 50 + status / 7000);
    }

    @Test
    void aLateFailureIsCountedWithoutTheJobsBeforeTheLastGoodOne() throws Exception {
        write(ended("a", 5000, 900), ended("c", 7002, 700));
        database.run("DELETE FROM comet_jobs WHERE id = 'a'");
        write(ended("b", 7002, 800));

        assertThat(history())
                .containsExactly(row(102, "larkspur", "c", 7002, 700, at(900), at(800)) + "|2");
    }
}
