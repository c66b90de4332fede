package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.eazybackup.ingest.News.Spot;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.Until;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** News against the real tables. larkspur is client 102, fernhollow 105, Deltaworks 107 and 108. */
class FleetWriterTest {

    private static final Instant START = Instant.parse("2026-07-15T12:00:00Z");
    private static final long NOW = START.getEpochSecond();

    private static TestDatabase database;

    private final MovedClock clock = new MovedClock(START);
    private final IntakeCounts counts = new IntakeCounts();
    private final AtomicInteger commits = new AtomicInteger();
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
        return WriterTables.writer(database, source, clock, counts, commits::incrementAndGet);
    }

    private static News event(String frame) {
        return EventReader.read(frame.replace('\'', '"'), Instant.ofEpochSecond(NOW));
    }

    private static News started(String id, String user, int status) {
        return event(
                "{'Type':4200,'Timestamp':%d,'Data':{'GUID':'%s','Username':'%s','Classification':4001,'Status':%d,'StartTime':%d,'DeviceID':'dev-1','SourceGUID':'item-1','DestinationGUID':'vault-1'}}"
                        .formatted(NOW - 60, id, user, status, NOW - 600));
    }

    private static News ended(String id, String user, int status, long end) {
        return event(
                "{'Type':4201,'Timestamp':%d,'Data':{'GUID':'%s','Username':'%s','Classification':4001,'Status':%d,'StartTime':%d,'EndTime':%d,'UploadSize':50,'TotalSize':900,'DeviceID':'dev-1','SourceGUID':'item-1','DestinationGUID':'vault-1','DestinationSizeEnd':{'Size':4096,'MeasureCompleted':%d}}}"
                        .formatted(end, id, user, status, Math.min(NOW, end) - 595, end, end));
    }

    private static News profile(String user, String devices, String sources, String destinations) {
        return event(
                "{'Type':4102,'Actor':'%1$s','Data':{'Username':'%1$s','AccountName':'Name','Devices':{%2$s},'Sources':{%3$s},'Destinations':{%4$s}}}"
                        .formatted(user, devices, sources, destinations));
    }

    private static String device(String id, String name) {
        return "'%s':{'FriendlyName':'%s','RegistrationTime':%d,'PlatformVersion':{'os':'linux','arch':'amd64'},'ClientVersion':'25.9.8'}"
                .formatted(id, name, NOW - 86_400);
    }

    private Followups write(News... news) throws InterruptedException {
        return writer.write(Arrays.asList(news));
    }

    private static List<String> kinds() throws Exception {
        return database.rows("SELECT kind FROM eb_changes ORDER BY id");
    }

    private static List<String> rows(String sql) throws Exception {
        return database.rows(sql);
    }

    @Test
    void aStartAndAnEndMoveTheJobFromLiveToRecentInUtc() throws Exception {
        write(started("j1", "larkspur", 6001));
        assertThat(
                        rows(
                                "SELECT server_id, job_id, username, device, job_type, started_at, client_id FROM eb_jobs_live"))
                .containsExactly("cometbackup|j1|larkspur|dev-1|4001|" + (NOW - 600) + "|102");
        write(ended("j1", "larkspur", 7006, NOW - 5));
        assertThat(rows("SELECT 1 FROM eb_jobs_live")).isEmpty();
        assertThat(
                        rows(
                                "SELECT status, bytes, duration_sec, ended_at, client_id FROM eb_jobs_recent_24h"))
                .containsExactly("error|50|595|" + (NOW - 5) + "|102");
        assertThat(
                        rows(
                                "SELECT status, client_id, username, started_at, ended_at, last_status_at, total_bytes FROM comet_jobs"))
                .containsExactly(
                        "7006|102|larkspur|2026-07-15 11:50:00|2026-07-15 11:59:55|2026-07-15 11:59:55|900");
        assertThat(
                        rows(
                                "SELECT JSON_VALUE(body, '$.job.state'), JSON_VALUE(body, '$.job.status') FROM eb_changes ORDER BY id"))
                .containsExactly("running|Running", "skipped|error");
        assertThat(rows("SELECT device_id, last_seen FROM eb_devices_registry"))
                .containsExactly("dev-1|" + (NOW - 5));
    }

    @Test
    void aJobThatStartsAndEndsInOneBatchIsNeverLive() throws Exception {
        write(started("j1", "larkspur", 6001), ended("j1", "larkspur", 5000, NOW));
        assertThat(kinds()).containsExactly("job:end");
        assertThat(commits).hasValue(1);
    }

    @Test
    @Tag("fault-04")
    void theSameNewsTwiceChangesNothingAndTellsNobody() throws Exception {
        News[] news = {
            started("j1", "larkspur", 6001),
            ended("j2", "larkspur", 5000, NOW),
            profile("larkspur", device("dev-1", "A"), "", "")
        };
        write(news);
        List<String> feed = kinds();
        List<String> jobs = rows("SELECT * FROM comet_jobs ORDER BY id");
        write(news);
        write(news[1]);
        assertThat(kinds()).isEqualTo(feed);
        assertThat(rows("SELECT * FROM comet_jobs ORDER BY id")).isEqualTo(jobs);
        assertThat(commits).hasValue(1);
    }

    @Test
    @Tag("fault-05")
    void aLateStartNeitherRevivesTheJobNorLeavesAGhost() throws Exception {
        write(ended("j1", "larkspur", 7001, NOW));
        write(started("j1", "larkspur", 6001));
        assertThat(rows("SELECT 1 FROM eb_jobs_live")).isEmpty();
        assertThat(rows("SELECT status, ended_at IS NOT NULL FROM comet_jobs"))
                .containsExactly("7001|1");
        assertThat(kinds()).containsExactly("job:end");
    }

    @Test
    @Tag("fault-06")
    void anAbandonedJobThatCometRevivesRunsAndEndsAgain() throws Exception {
        write(ended("j1", "larkspur", 7007, NOW - 100));
        write(started("j1", "larkspur", 6002));
        assertThat(rows("SELECT job_id FROM eb_jobs_live")).containsExactly("j1");
        assertThat(rows("SELECT 1 FROM eb_jobs_recent_24h")).isEmpty();
        assertThat(rows("SELECT status, ended_at FROM comet_jobs")).containsExactly("6002|-");
        write(ended("j1", "larkspur", 7007, NOW - 100));
        assertThat(rows("SELECT job_id FROM eb_jobs_live")).as("told again").containsExactly("j1");
        write(ended("j1", "larkspur", 5000, NOW));
        assertThat(rows("SELECT status FROM comet_jobs")).containsExactly("5000");
        assertThat(kinds()).containsExactly("job:end", "job:start", "job:end");
    }

    @Test
    void theNewerEndHolds() throws Exception {
        write(ended("j1", "larkspur", 7002, NOW - 50));
        write(ended("j1", "larkspur", 5000, NOW - 10));
        write(ended("j1", "larkspur", 7002, NOW - 50));
        assertThat(rows("SELECT status FROM comet_jobs")).containsExactly("5000");
        assertThat(rows("SELECT status FROM eb_jobs_recent_24h")).containsExactly("success");
    }

    @Test
    void usersThatDifferByCaseAreDifferentClientsAndUnknownOnesAreNobody() throws Exception {
        write(
                started("j1", "Deltaworks", 6001),
                started("j2", "deltaworks", 6001),
                started("j3", "DELTAWORKS", 6001),
                started("j4", "nobody-at-all", 6001));
        assertThat(rows("SELECT job_id, username, client_id FROM eb_jobs_live ORDER BY job_id"))
                .containsExactly("j1|Deltaworks|107", "j2|deltaworks|108");
        assertThat(counts.toString()).contains("unowned=2");
        assertThat(rows("SELECT id FROM comet_jobs WHERE client_id = 0")).isEmpty();
    }

    @Test
    void historyIsWrittenButIsNoNews() throws Exception {
        write(ended("j1", "larkspur", 5000, NOW - 10 * 86_400));
        assertThat(rows("SELECT id FROM comet_jobs")).containsExactly("j1");
        assertThat(rows("SELECT 1 FROM eb_jobs_recent_24h")).isEmpty();
        assertThat(kinds()).isEmpty();
    }

    @Test
    @Tag("fault-18")
    void aSharedDeviceIsOneRowForEachClientAndOnlyThePairCounts() throws Exception {
        write(
                profile("larkspur", device("shared", "SRV"), "", ""),
                profile("fernhollow", device("shared", "SRV"), "", ""));
        write(
                new News.Presence(
                        new Spot("larkspur", "shared"),
                        true,
                        NOW - 1,
                        Instant.ofEpochSecond(NOW - 1)));
        assertThat(rows("SELECT client_id, is_active FROM comet_devices ORDER BY client_id"))
                .containsExactly("102|1", "105|0");
        write(
                new News.Presences(
                        Map.of(
                                new Spot("fernhollow", "shared"),
                                true,
                                new Spot("larkspur", "shared"),
                                false),
                        Map.of(),
                        Instant.ofEpochSecond(NOW)));
        assertThat(
                        rows(
                                "SELECT client_id, is_active, offline_since IS NOT NULL FROM comet_devices ORDER BY client_id"))
                .containsExactly("102|0|1", "105|1|0");
    }

    @Test
    @Tag("fault-18")
    void aSharedDeviceThatAnAdministratorRemovesIsAskedForAndNobodyLosesIt() throws Exception {
        write(
                profile("larkspur", device("shared", "SRV"), "", ""),
                profile("fernhollow", device("shared", "SRV"), "", ""));
        Followups asked = write(event("{'Type':4701,'Actor':'portal','ResourceID':'shared'}"));
        assertThat(asked.profiles()).containsExactlyInAnyOrder("larkspur", "fernhollow");
        assertThat(rows("SELECT 1 FROM comet_devices WHERE revoked_at IS NOT NULL")).isEmpty();
        write(event("{'Type':4701,'Actor':'larkspur','ResourceID':'shared'}"));
        assertThat(rows("SELECT client_id FROM comet_devices WHERE revoked_at IS NOT NULL"))
                .containsExactly("102");
    }

    @Test
    void theOnlyOwnerLosesADeviceThatAnAdministratorRemoves() throws Exception {
        write(profile("larkspur", device("dev-1", "A"), "", ""));
        Followups asked = write(event("{'Type':4701,'Actor':'portal','ResourceID':'dev-1'}"));
        assertThat(asked.profiles()).isEmpty();
        assertThat(rows("SELECT is_active, revoked_at IS NOT NULL FROM comet_devices"))
                .containsExactly("0|1");
        assertThat(rows("SELECT status FROM eb_devices_registry")).containsExactly("removed");
        assertThat(kinds()).containsExactly("device:new", "device:removed");
    }

    @Test
    void aDeviceThatAnAdministratorRegistersWaitsForTheProfile() throws Exception {
        News added =
                event(
                        "{'Type':4700,'Actor':'portal','ResourceID':'dev-9','Data':{'FriendlyName':'N'}}");
        write(added);
        assertThat(rows("SELECT 1 FROM comet_devices")).isEmpty();
        write(added, profile("larkspur", device("dev-9", "N"), "", ""));
        assertThat(rows("SELECT client_id, username, name FROM comet_devices"))
                .containsExactly("102|larkspur|N");
    }

    @Test
    void theKeyOfADeviceIsMadeOfClientAndRawId() throws Exception {
        write(profile("larkspur", device("abc123", "A"), "", ""));
        assertThat(rows("SELECT id = SHA2('102abc123', 256), hash FROM comet_devices"))
                .containsExactly("1|abc123");
    }

    @Test
    void aDeviceWhoseConnectionIsToldBeforeItsProfileBeginsAsConnected() throws Exception {
        write(
                new News.Presence(
                        new Spot("larkspur", "dev-1"), true, NOW, Instant.ofEpochSecond(NOW)));
        write(profile("larkspur", device("dev-1", "A"), "", ""));
        assertThat(rows("SELECT is_active FROM comet_devices")).containsExactly("1");
    }

    @Test
    @Tag("fault-05")
    void aLateDisconnectDoesNotTakeAReconnectedDeviceAway() throws Exception {
        write(profile("larkspur", device("dev-1", "A"), "", ""));
        write(
                new News.Presence(
                        new Spot("larkspur", "dev-1"), true, NOW - 10, Instant.ofEpochSecond(NOW)));
        write(
                new News.Presence(
                        new Spot("larkspur", "dev-1"),
                        false,
                        NOW - 20,
                        Instant.ofEpochSecond(NOW)));
        assertThat(rows("SELECT is_active FROM comet_devices")).containsExactly("1");
    }

    @Test
    void sizesInsideADeviceAreStoredButAreNoNews() throws Exception {
        write(profile("larkspur", device("dev-1", "A"), "", ""));
        String grown =
                device("dev-1", "A")
                        .replace("'ClientVersion'", "'Sources':{'s':{'Size':9}},'ClientVersion'");
        write(profile("larkspur", grown, "", ""));
        assertThat(rows("SELECT JSON_VALUE(content, '$.Sources.s.Size') FROM comet_devices"))
                .containsExactly("9");
        write(profile("larkspur", device("dev-1", "B"), "", ""));
        assertThat(kinds()).containsExactly("device:new", "device:updated");
    }

    @Test
    void theLastItemIsDeletedTooAndOtherUsersItemsStay() throws Exception {
        String item = "'%s':{'Engine':'engine1/file','Description':'D','OwnerDevice':'dev-1'}";
        write(
                profile("larkspur", "", item.formatted("i1"), ""),
                profile("fernhollow", "", item.formatted("i2"), ""));
        write(profile("larkspur", "", "", ""));
        assertThat(
                        rows(
                                "SELECT id, client_id, comet_device_id = SHA2('105dev-1', 256) FROM comet_items"))
                .containsExactly("i2|105|1");
    }

    @Test
    void aVaultKeepsItsSizeWhenNoneIsToldAndItsRowWhenItIsRemoved() throws Exception {
        String vault =
                "'v1':{'Description':'V','DestinationType':1003,'CometBucketKey':'secret','StorageLimitEnabled':true,'StorageLimitBytes':99,'Statistics':{'ClientProvidedSize':{'Size':%d}}}";
        write(profile("larkspur", "", "", vault.formatted(77)));
        write(profile("larkspur", "", "", vault.formatted(0)));
        assertThat(
                        rows(
                                "SELECT total_bytes, has_storage_limit, storage_limit_bytes, bucket_key FROM comet_vaults"))
                .containsExactly("77|1|99|");
        assertThat(rows("SELECT id FROM comet_vaults WHERE content LIKE '%secret%'")).isEmpty();
        write(profile("larkspur", "", "", ""));
        String removed = rows("SELECT removed_at FROM comet_vaults").get(0);
        clock.forward(Duration.ofHours(1));
        write(profile("larkspur", "", "", ""));
        assertThat(rows("SELECT is_active, removed_at, total_bytes FROM comet_vaults"))
                .containsExactly("0|" + removed + "|77");
        write(profile("larkspur", "", "", vault.formatted(80)));
        assertThat(rows("SELECT is_active, removed_at, total_bytes FROM comet_vaults"))
                .containsExactly("1|-|80");
    }

    @Test
    void aGoodBackupSaysHowFullItsVaultIs() throws Exception {
        write(profile("larkspur", "", "", "'vault-1':{'Description':'V','DestinationType':1003}"));
        write(ended("j1", "larkspur", 5000, NOW));
        assertThat(rows("SELECT total_bytes, last_success_at FROM comet_vaults"))
                .containsExactly("4096|2026-07-15 12:00:00");
    }

    @Test
    void ofTwoMeasurementsOfAVaultTheNewerOneHoldsInWhateverOrderTheyAreTold() throws Exception {
        News older = profile("larkspur", "", "", measured(77, NOW - 100));
        News newer = profile("larkspur", "", "", measured(99, NOW + 100));
        News job = ended("j1", "larkspur", 5000, NOW);
        write(older);
        write(job);
        write(older);
        assertThat(rows("SELECT total_bytes FROM comet_vaults")).containsExactly("4096");
        write(newer);
        write(ended("j2", "larkspur", 5000, NOW + 50));
        assertThat(rows("SELECT total_bytes FROM comet_vaults")).containsExactly("99");
        write(newer);
        assertThat(rows("SELECT total_bytes FROM comet_vaults")).containsExactly("99");
    }

    private static String measured(long bytes, long at) {
        return "'vault-1':{'Description':'V','DestinationType':1003,'Statistics':{'ClientProvidedSize':{'Size':%d,'MeasureCompleted':%d}}}"
                .formatted(bytes, at);
    }

    @Test
    void whatAProfileSaysOfReportsAndQuotaIsKeptAndGoesWithTheAccount() throws Exception {
        String settings = "SELECT emails, email_reports, m365_quota FROM eb_user_settings";
        String frame =
                "{'Type':4102,'Actor':'larkspur','Data':{'Username':'larkspur','Devices':{},"
                        + "'Sources':{},'Destinations':{},'Emails':['a@x.example','b@x.example'],"
                        + "'SendEmailReports':true,'QuotaOffice365ProtectedAccounts':%d}}";

        write(event(frame.formatted(45)));
        assertThat(rows(settings)).containsExactly("[\"a@x.example\",\"b@x.example\"]|1|45");
        write(event(frame.formatted(46)));
        assertThat(rows(settings)).containsExactly("[\"a@x.example\",\"b@x.example\"]|1|46");
        write(profile("larkspur", "", "", ""));
        assertThat(rows(settings)).containsExactly("[]|0|0");

        database.run("DELETE FROM eb_user_settings");
        write(profile("larkspur", "", "", ""));
        assertThat(rows(settings)).as("rows from before this table").containsExactly("[]|0|0");

        write(event("{'Type':4101,'Actor':'portal','Data':'larkspur'}"));
        assertThat(rows(settings)).isEmpty();
    }

    @Test
    void anAccountThatIsRemovedTakesItsDevicesItemsAndVaultsAlong() throws Exception {
        write(
                profile(
                        "larkspur",
                        device("dev-1", "A"),
                        "'i1':{'Engine':'engine1/file','Description':'D'}",
                        "'v1':{'Description':'V','DestinationType':1003}"),
                ended("j1", "larkspur", 5000, NOW));
        assertThat(rows("SELECT client_id, comet_server_id, username FROM comet_users"))
                .containsExactly("102|cometbackup|larkspur");
        write(event("{'Type':4101,'Actor':'portal','Data':'larkspur'}"));
        assertThat(rows("SELECT 1 FROM comet_devices WHERE revoked_at IS NULL")).isEmpty();
        assertThat(rows("SELECT 1 FROM comet_items")).isEmpty();
        assertThat(rows("SELECT is_active FROM comet_vaults")).containsExactly("0");
        assertThat(rows("SELECT 1 FROM comet_users")).isEmpty();
        assertThat(rows("SELECT id FROM comet_jobs")).as("history stays").containsExactly("j1");
    }

    @Test
    @Tag("fault-05")
    void anAccountThatEndsInTheSecondInWhichItsDeviceIsRegisteredTakesItAlong() throws Exception {
        String justNow = device("dev-1", "A").replace("" + (NOW - 86_400), "" + NOW);
        write(profile("larkspur", justNow, "", ""));

        write(event("{'Type':4101,'Actor':'portal','Data':'larkspur'}"));

        assertThat(rows("SELECT 1 FROM comet_devices WHERE revoked_at IS NULL")).isEmpty();
        assertThat(rows("SELECT status FROM eb_devices_registry")).containsExactly("removed");
    }

    @Test
    @Tag("fault-05")
    void aProfileOfTheSecondInWhichADeviceIsRegisteredThatItLacksIsAskedForAgain()
            throws Exception {
        String justNow = device("dev-1", "A").replace("" + (NOW - 86_400), "" + NOW);
        assertThat(write(profile("larkspur", justNow, "", "")).doubtful()).isEmpty();

        // Under the name that Comet spells, which is not how the service does.
        Followups asked = write(profile("LARKSPUR", device("dev-2", "B"), "", ""));

        assertThat(asked.doubtful()).containsExactly("LARKSPUR");
        assertThat(rows("SELECT hash FROM comet_devices WHERE revoked_at IS NULL ORDER BY 1"))
                .containsExactly("dev-1", "dev-2");
    }

    @Test
    @Tag("fault-18")
    void aDeviceOfAUserThatMovesStaysRegisteredOnItsServer() throws Exception {
        write(profile("larkspur", device("dev-1", "A"), "", ""));
        database.run(
                "UPDATE comet_devices SET client_id = 999, id = SHA2(CONCAT('999', hash), 256)");

        write(profile("larkspur", device("dev-1", "A"), "", ""));

        assertThat(rows("SELECT client_id FROM comet_devices WHERE revoked_at IS NULL"))
                .containsExactly("102");
        assertThat(rows("SELECT status FROM eb_devices_registry")).containsExactly("active");
    }

    @Test
    void idsAndNamesThatAreTooLongAreCutAndStopNobody() throws Exception {
        String id = "x".repeat(60);
        write(
                started(id, "larkspur", 6001),
                profile("larkspur", device("dev-1", "n".repeat(400)), "", ""));
        write(ended(id, "larkspur", 5000, NOW));
        assertThat(rows("SELECT job_id FROM eb_jobs_recent_24h")).containsExactly(id);
        assertThat(rows("SELECT LENGTH(id), status FROM comet_jobs")).containsExactly("36|5000");
        assertThat(rows("SELECT LENGTH(name) FROM comet_devices")).containsExactly("255");
    }

    @Test
    void whatWasAskedForIsWrittenAndMovesNoCursor() throws Exception {
        writer.write(List.of(ended("j1", "larkspur", 5000, NOW - 8 * 3600)));
        writer.writeAsked(List.of(ended("j2", "larkspur", 5000, NOW)), new RowTally());
        assertThat(rows("SELECT id FROM comet_jobs ORDER BY id")).containsExactly("j1", "j2");
        assertThat(rows("SELECT last_ts FROM eb_event_cursor"))
                .containsExactly(Long.toString(NOW - 8 * 3600));
    }

    @Test
    @Tag("fault-08")
    void oneThatCannotBeStoredGoesToTheQuarantineAndAllOthersAreWritten() throws Exception {
        List<News> news = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            news.add(started("j" + i, "larkspur", 6001));
        }
        // 65 characters do not fit eb_jobs_live.job_id.
        news.add(7, started("p".repeat(65), "larkspur", 6001));
        writer.write(news);
        assertThat(rows("SELECT 1 FROM eb_jobs_live")).hasSize(20);
        assertThat(counts.refusedNews()).isEqualTo(1);
        assertThat(
                        rows(
                                "SELECT profile, times, state, JSON_VALUE(frame, '$.Data.Username')"
                                        + " FROM eb_quarantine"))
                .containsExactly("cometbackup|1|open|larkspur");
    }

    @Test
    @Tag("fault-08")
    void oneThatCostsTheConnectionHoldsUpNobody() {
        writer = writer(losingConnectionsAtRollback());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () ->
                        write(
                                started("p".repeat(65), "larkspur", 6001),
                                started("j1", "larkspur", 6001)));
        assertThat(counts.refusedNews()).isEqualTo(1);
    }

    @Test
    @Tag("fault-13")
    void whoReadsAFrameAgainDoesNotWaitWithTheNewsThatWaitForTheDatabase() throws Exception {
        writer = writer(new UnsteadyDatabase(database.source(), Integer.MAX_VALUE).source());
        Thread waiting =
                new Thread(
                        () -> {
                            try {
                                write(started("j1", "larkspur", 6001));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        waiting.start();
        try {
            Until.holds("it waits", () -> !counts.toString().contains("retries=0"));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () ->
                            assertThatThrownBy(
                                            () -> writer.writeOnce(started("j2", "larkspur", 6001)))
                                    .isInstanceOf(SQLException.class));
        } finally {
            waiting.interrupt();
            waiting.join();
        }
    }

    /** As when a database ends the connection that brought it a row too large. */
    private static DataSource losingConnectionsAtRollback() {
        return (DataSource)
                Proxy.newProxyInstance(
                        FleetWriterTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (source, asked, none) -> {
                            Connection real = database.source().getConnection();
                            return Proxy.newProxyInstance(
                                    FleetWriterTest.class.getClassLoader(),
                                    new Class<?>[] {Connection.class},
                                    (connection, method, arguments) -> {
                                        if (method.getName().equals("rollback")) {
                                            real.close();
                                        }
                                        try {
                                            return method.invoke(real, arguments);
                                        } catch (InvocationTargetException e) {
                                            throw e.getCause();
                                        }
                                    });
                        });
    }

    @Test
    @Tag("fault-08")
    void poisonIsKeptOnceWithItsReasonAndCountedAndTheNextOneIsWritten() throws Exception {
        write(event("{'Type':4201,'Data':{}}"), event("not JSON"), started("j1", "larkspur", 6001));
        write(event("not JSON"));
        assertThat(rows("SELECT job_id FROM eb_jobs_live")).containsExactly("j1");
        assertThat(
                        rows(
                                "SELECT reason, frame, size, times, LENGTH(hash) FROM eb_quarantine"
                                        + " ORDER BY reason"))
                .containsExactly(
                        "a job event without a job id|{\"Type\":4201,\"Data\":{}}|23|1|64",
                        "not JSON|not JSON|8|2|64");
    }

    @Test
    @Tag("fault-03")
    void aListThatWasAskedForBeforeAnEventDoesNotTurnItBack() throws Exception {
        write(profile("larkspur", device("dev-1", "Renamed"), "", ""));
        News.Profile told = (News.Profile) profile("larkspur", device("dev-1", "Old"), "", "");
        write(News.Profile.listed(told.profile(), Instant.ofEpochSecond(NOW - 5)));
        assertThat(rows("SELECT name FROM comet_devices")).containsExactly("Renamed");
        write(new News.AccountRemoved("larkspur", false, NOW - 5, Instant.ofEpochSecond(NOW - 5)));
        assertThat(rows("SELECT 1 FROM comet_users")).as("still there").hasSize(1);
        write(News.Profile.listed(told.profile(), Instant.ofEpochSecond(NOW + 1)));
        assertThat(rows("SELECT name FROM comet_devices"))
                .as("a newer list")
                .containsExactly("Old");
    }

    @Test
    @Tag("fault-03")
    void aListOfConnectionsThatWasAskedForBeforeAnEventDoesNotTurnItBack() throws Exception {
        write(profile("larkspur", device("dev-1", "A"), "", ""));
        write(
                new News.Presence(
                        new Spot("larkspur", "dev-1"), true, NOW, Instant.ofEpochSecond(NOW)));
        write(away("larkspur", "dev-1", NOW - 5));
        assertThat(rows("SELECT is_active FROM comet_devices")).containsExactly("1");
        write(away("larkspur", "dev-1", NOW + 1));
        assertThat(rows("SELECT is_active FROM comet_devices")).containsExactly("0");
    }

    /** A list that was asked for then lacks the device. */
    private static News away(String user, String device, long asked) {
        return new News.Presences(
                Map.of(new Spot(user, device), false), Map.of(), Instant.ofEpochSecond(asked));
    }

    @Test
    @Tag("fault-04")
    void newsOfAJobThatSayNothingNewAreCounted() throws Exception {
        write(started("j1", "larkspur", 6001), started("j1", "larkspur", 6001));
        write(started("j1", "larkspur", 6001), ended("j1", "larkspur", 5000, NOW));
        write(ended("j1", "larkspur", 5000, NOW), started("j1", "larkspur", 6001));
        assertThat(kinds()).containsExactly("job:start", "job:end");
        assertThat(counts.repeatedNews()).isEqualTo(3);
    }

    @Test
    @Tag("fault-13")
    void whatCouldNotBeWrittenIsWrittenWhenTheDatabaseIsBack() throws Exception {
        UnsteadyDatabase unsteady = new UnsteadyDatabase(database.source(), 3);
        writer(unsteady.source()).write(List.of(started("j1", "larkspur", 6001)));
        assertThat(rows("SELECT job_id FROM eb_jobs_live")).containsExactly("j1");
        assertThat(kinds()).containsExactly("job:start");
        assertThat(unsteady.failures()).isEqualTo(3);
    }

    @Test
    void theCursorFollowsTheNewestEventAndNeverGoesBack() throws Exception {
        write(ended("j1", "larkspur", 5000, NOW));
        write(ended("j2", "larkspur", 5000, NOW - 100));
        assertThat(rows("SELECT source, last_ts, last_id FROM eb_event_cursor"))
                .containsExactly("comet-ws:cometbackup|" + NOW + "|j1");
    }

    @Test
    @Tag("fault-13")
    void anEndThatFailsAtAnyStatementLeavesTheJobInExactlyOneView() throws Exception {
        int statement = 0;
        boolean failed = true;
        while (failed) {
            String id = "r" + ++statement;
            long end = NOW - 50 + statement;
            write(started(id, "larkspur", 6001));
            FailingAt failing =
                    new FailingAt(
                            database.source(),
                            statement,
                            () -> {
                                assertThat(views(id)).as("after the failure").isEqualTo("1 0");
                                assertThat(cursor()).as("not ahead of the rows").isLessThan(end);
                            });
            writer(failing.source()).write(List.of(ended(id, "larkspur", 5000, end)));
            assertThat(views(id)).as("in the end").isEqualTo("0 1");
            assertThat(cursor()).isEqualTo(end);
            failed = failing.hasFailed();
        }
        assertThat(statement).as("statements of an end").isGreaterThan(5);
        assertThat(rows("SELECT COUNT(*) - (MAX(id) - MIN(id) + 1) FROM eb_changes"))
                .as("gaps in the feed")
                .containsExactly("0");
    }

    /** How often the job runs, and how often it has ended lately. */
    private static String views(String job) throws Exception {
        return rows("SELECT 1 FROM eb_jobs_live WHERE job_id = '" + job + "'").size()
                + " "
                + rows("SELECT 1 FROM eb_jobs_recent_24h WHERE job_id = '" + job + "'").size();
    }

    private static long cursor() throws Exception {
        List<String> found = rows("SELECT last_ts FROM eb_event_cursor");
        return found.isEmpty() ? 0 : Long.parseLong(found.get(0));
    }

    @Test
    void aUserOfNobodyStopsNoneOfThoseBehindIt() throws Exception {
        write(
                profile("nobody-at-all", device("dev-0", "X"), "", ""),
                profile("larkspur", device("dev-1", "A"), "", ""),
                started("j0", "nobody-at-all", 6001),
                profile("fernhollow", device("dev-2", "B"), "", ""),
                started("j1", "fernhollow", 6001));
        assertThat(rows("SELECT username FROM comet_devices ORDER BY username"))
                .containsExactly("fernhollow", "larkspur");
        assertThat(rows("SELECT job_id FROM eb_jobs_live")).containsExactly("j1");
    }

    @Test
    void aUserOfTheSameNameOfAnotherClientKeepsItsRows() throws Exception {
        String vault = "'%s':{'Description':'V','DestinationType':1003}";
        write(
                profile(
                        "larkspur",
                        device("dev-1", "A"),
                        "'i1':{'Engine':'engine1/file','Description':'D'}",
                        vault.formatted("v1")));
        // As if another Comet Server had a user of that name, who is another client's.
        database.run(
                "UPDATE comet_vaults SET client_id = 999",
                "UPDATE comet_items SET client_id = 999",
                "UPDATE comet_devices SET client_id = 999, hash = 'dev-9'");
        write(profile("larkspur", "", "", ""));
        assertThat(rows("SELECT id, is_active FROM comet_vaults")).containsExactly("v1|1");
        assertThat(rows("SELECT id FROM comet_items")).containsExactly("i1");
        assertThat(rows("SELECT 1 FROM comet_devices WHERE revoked_at IS NULL")).hasSize(1);
    }

    @Test
    void aNameThatCometSpellsOtherwiseIsPrunedUnderTheStoredOne() throws Exception {
        write(profile("LARKSPUR", "", "'i1':{'Engine':'engine1/file','Description':'D'}", ""));
        assertThat(rows("SELECT id, username FROM comet_items")).containsExactly("i1|larkspur");
        write(profile("LARKSPUR", "", "", ""));
        assertThat(rows("SELECT id FROM comet_items")).isEmpty();
    }

    @Test
    @Tag("fault-17")
    void aNightInWhichTheClocksAreChangedKeepsEveryMoment() throws Exception {
        // St. John's, this JVM's zone: 8 March 2026, 02:00 becomes 03:00; 1 November, back again.
        for (String night : List.of("2026-03-08T03:00:00Z", "2025-11-02T02:00:00Z")) {
            long from = Instant.parse(night).getEpochSecond();
            for (int half = 0; half < 10; half++) {
                long end = from + half * 1_800L;
                write(ended("n" + end, "larkspur", 5000, end));
                assertThat(
                                rows(
                                        "SELECT UNIX_TIMESTAMP(ended_at), UNIX_TIMESTAMP(ended_at)"
                                                + " - UNIX_TIMESTAMP(started_at) FROM comet_jobs"
                                                + " WHERE id = 'n"
                                                + end
                                                + "'"))
                        .containsExactly(end + "|595");
            }
        }
    }

    @Test
    @Tag("fault-17")
    void aJobThatEndedBeforeItStartedTookNoTime() throws Exception {
        News backwards =
                event(
                        "{'Type':4201,'Timestamp':%d,'Data':{'GUID':'b','Username':'larkspur','Status':5000,'StartTime':%d,'EndTime':%d}}"
                                .formatted(NOW, NOW, NOW - 900));
        write(backwards);
        assertThat(rows("SELECT duration_sec FROM eb_jobs_recent_24h WHERE job_id = 'b'"))
                .containsExactly("0");
    }

    @Test
    @Tag("fault-17")
    void aDeviceThatIsRegisteredInTheFutureCanBeRemovedNow() throws Exception {
        String ahead = device("dev-1", "A").replace("" + (NOW - 86_400), "" + (NOW + 600));
        write(profile("larkspur", ahead, "", ""));
        write(profile("larkspur", ahead, "", ""));
        assertThat(kinds()).containsExactly("device:new");
        write(
                event(
                        "{'Type':4701,'Actor':'larkspur','ResourceID':'dev-1','Timestamp':%d}"
                                .formatted(NOW + 5)));
        assertThat(rows("SELECT 1 FROM comet_devices WHERE revoked_at IS NULL")).isEmpty();
    }

    @Test
    @Tag("fault-18")
    void aUserThatMovesTakesItsDevicesAndItsNamesakeOnAnotherServerKeepsThem() throws Exception {
        write(profile("larkspur", device("dev-1", "A") + "," + device("dev-2", "B"), "", ""));
        database.run(
                "UPDATE comet_devices SET client_id = 999, id = SHA2(CONCAT('999', hash), 256)");
        // dev-2 is also registered on another Comet Server, by a user of the same name.
        database.run(
                "INSERT INTO eb_devices_registry (server_id, device_id, username, registered_at)"
                        + " VALUES ('obc', 'dev-2', 'larkspur', 1)");
        write(profile("larkspur", device("dev-1", "A") + "," + device("dev-2", "B"), "", ""));
        assertThat(
                        rows(
                                "SELECT client_id, hash, revoked_at IS NULL FROM comet_devices ORDER BY 1, 2"))
                .containsExactly("102|dev-1|1", "102|dev-2|1", "999|dev-1|0", "999|dev-2|1");
    }
}
